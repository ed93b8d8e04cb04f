-- Accounts: who may come in. Passwords stand here as argon2id hashes, the secrets of sessions, devices and tokens as
-- SHA-256 only; none of them can be used by whoever reads the file.

CREATE TABLE account_passwords (
  org TEXT NOT NULL, person TEXT NOT NULL, hash TEXT NOT NULL, must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
  set_at INTEGER NOT NULL, set_by TEXT NOT NULL,
  PRIMARY KEY (org, person)
) STRICT, WITHOUT ROWID;

-- `standing` is what the person was when the session began; `seen_at` is kept to the minute.
CREATE TABLE account_sessions (
  org TEXT NOT NULL, digest TEXT NOT NULL CHECK (length(digest) = 64), id TEXT NOT NULL, person TEXT NOT NULL,
  standing TEXT NOT NULL, must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
  created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, address TEXT NOT NULL, agent TEXT NOT NULL,
  PRIMARY KEY (org, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_sessions_person ON account_sessions (org, person, created_at);

-- Device cookies (kind 0, as SHA-256) and addresses (kind 1) from which a person has signed in well.
CREATE TABLE account_places (
  org TEXT NOT NULL, person TEXT NOT NULL, kind INTEGER NOT NULL CHECK (kind IN (0, 1)), place TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (org, person, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_tokens (
  org TEXT NOT NULL, digest TEXT NOT NULL CHECK (length(digest) = 64), id TEXT NOT NULL, person TEXT NOT NULL,
  name TEXT NOT NULL, writes INTEGER NOT NULL CHECK (writes IN (0, 1)), created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER,
  PRIMARY KEY (org, digest)
) STRICT, WITHOUT ROWID;

-- What slows guessing down; `at` is the last failure, or when a bucket will be full again.
CREATE TABLE account_brakes (
  org TEXT NOT NULL, kind TEXT NOT NULL, login TEXT NOT NULL, place TEXT NOT NULL, failures INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (org, kind, login, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_brakes_login ON account_brakes (org, login) WHERE login <> '';
CREATE INDEX account_brakes_at ON account_brakes (org, at);

-- Grows whenever a session or a token ends before its time.
CREATE TABLE account_revision (
  org TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
