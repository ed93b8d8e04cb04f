import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.MAOTIAO_PROGRAM;

const freePort = () =>
  new Promise((done) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address();
      taken.close(() => done(port));
    });
  });

// A practice centre of the real program in a directory of its own, with a server that can be stopped, killed and
// started again at the same address.
export async function makeCentre() {
  const dir = mkdtempSync(join(tmpdir(), "maotiao-day-"));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    HOME: dir,
    XDG_CONFIG_HOME: dir,
    MAOTIAO_DB: join(dir, "centre.db"),
    MAOTIAO_LANG: "zh_CN",
    NO_COLOR: "1",
  };
  for (const name of ["MAOTIAO_NOW", "MAOTIAO_AS", "MAOTIAO_LOG"]) delete env[name];
  let server = null;

  const cli = (words, input = "") => {
    const run = spawnSync(program, words, { env, input, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`maotiao ${words.join(" ")}: ${run.status}\n${run.stdout}${run.stderr}`);
    return run.stdout;
  };

  const answers = async () => {
    try {
      return (await fetch(`${base}/healthz`)).status > 0;
    } catch {
      return false;
    }
  };

  const start = async () => {
    server = spawn(program, ["serve", "--listen", `127.0.0.1:${port}`], { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    server.stderr.on("data", (text) => (said += text));
    for (let tries = 0; tries < 100; tries += 1) {
      if (await answers()) return;
      if (server.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the server did not answer: ${said}`);
  };
  const stop = (signal = "SIGTERM") =>
    new Promise((done) => {
      if (!server || server.exitCode !== null) return done();
      server.once("exit", done);
      return server.kill(signal);
    });

  cli(["init", "--practice"]);
  return {
    base,
    cli,
    start,
    stop,
    signal: (name) => server.kill(name),
    password: (person, word) => cli(["account", "password", person, "--as", "practice"], `${word}\n`),
    end: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
