-- What was told under a key of the teller's own: told again (an answer was lost on the way) it is not done again.
-- Kept for some days; the history itself holds what was done.
CREATE TABLE told (
  org TEXT NOT NULL, person TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,
  case_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (org, person, key),
  FOREIGN KEY (org, case_id, seq) REFERENCES history (org, case_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_at ON told (org, at);
