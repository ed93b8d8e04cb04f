-- What administrators did to accounts, open cases counted by state, and the archive paged by each word that narrows it.

CREATE TABLE account_acts (
  org TEXT NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL,
  about TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (org, at, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER account_acts_no_update BEFORE UPDATE ON account_acts BEGIN
  SELECT RAISE(FAIL, 'account_acts: what was done is never changed');
END;
CREATE TRIGGER account_acts_no_delete BEFORE DELETE ON account_acts BEGIN
  SELECT RAISE(FAIL, 'account_acts: what was done is never removed');
END;

DELETE FROM counts WHERE what = 'open';
INSERT INTO counts (org, what, centre, name, n)
  SELECT org, 'open', centre, state, count(*) FROM cases WHERE open = 1 GROUP BY org, centre, state;

-- A case comes into these once, when it is archived: no step on the way pays for them.
CREATE INDEX archive_state ON cases (org, state, id) WHERE open = 0;
CREATE INDEX archive_centre ON cases (org, centre, id, state) WHERE open = 0;
CREATE INDEX archive_kind ON cases (org, kind, id, state, centre) WHERE open = 0;
CREATE INDEX archive_held ON cases (org, holder, id, state, centre, kind) WHERE open = 0;
