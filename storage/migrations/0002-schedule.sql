-- What the scheduler keeps: who raises alerts now, and what the run of each night said.

-- One row. `beats` grows with every sign of life, `fence` with every holder.
CREATE TABLE lease (
  org TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, fence INTEGER NOT NULL, beats INTEGER NOT NULL,
  taken_at INTEGER NOT NULL, beat_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  swept_at INTEGER, faults INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `day` is the local date of the organisation, YYYY-MM-DD; `missed_from` the first night without a run before it.
CREATE TABLE nights (
  org TEXT NOT NULL, day TEXT NOT NULL, as_of INTEGER NOT NULL, missed_from TEXT NOT NULL, owner TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (org, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX alerts_raised ON alerts (org, raised_at);

CREATE TRIGGER lease_fence BEFORE UPDATE ON lease
WHEN NEW.org <> OLD.org OR NEW.fence < OLD.fence OR (NEW.owner NOT IN ('', OLD.owner) AND NEW.fence = OLD.fence) BEGIN
  SELECT RAISE(FAIL, 'lease: the fencing number grows with every holder');
END;
CREATE TRIGGER lease_no_delete BEFORE DELETE ON lease BEGIN
  SELECT RAISE(FAIL, 'lease: the fencing number is never forgotten');
END;
CREATE TRIGGER nights_no_update BEFORE UPDATE ON nights BEGIN
  SELECT RAISE(FAIL, 'nights: the report of a night is never changed');
END;
CREATE TRIGGER nights_no_delete BEFORE DELETE ON nights BEGIN
  SELECT RAISE(FAIL, 'nights: the report of a night is never removed');
END;
