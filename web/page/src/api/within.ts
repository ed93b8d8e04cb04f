// Gives a call up after so long: a server that hangs answers nothing and closes nothing. AbortSignal.timeout is younger
// than the browsers that are served.
export function within(milliseconds: number): AbortSignal {
  const giver = new AbortController();
  setTimeout(() => giver.abort(), milliseconds);
  return giver.signal;
}
