-- The ground: history, and the projections a list, a clock or a check reads. Instants are UTC milliseconds.
-- `org` leads every key; ids are text made by the program; nothing here asks a database for the time or a serial.

CREATE TABLE schema_migrations (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE transitions (
  org TEXT NOT NULL, event TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL,
  PRIMARY KEY (org, event, from_state, to_state)
) STRICT, WITHOUT ROWID;

-- While `open` is 1 the relation is being replaced by the program; else it stands.
CREATE TABLE relation (
  org TEXT NOT NULL PRIMARY KEY, open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT, WITHOUT ROWID;

-- With rowids, so that any tool can page through it in the order of recording.
CREATE TABLE history (
  org TEXT NOT NULL, case_id TEXT NOT NULL, seq INTEGER NOT NULL,
  event TEXT NOT NULL, state_before TEXT NOT NULL, state_after TEXT NOT NULL,
  occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  actor TEXT NOT NULL, centre TEXT NOT NULL, holder TEXT NOT NULL, origin TEXT NOT NULL,
  late_entry INTEGER NOT NULL, fields TEXT NOT NULL, clocks TEXT NOT NULL,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (org, case_id, seq)
) STRICT;

CREATE TABLE cases (
  org TEXT NOT NULL, id TEXT NOT NULL,
  number TEXT NOT NULL, second_number TEXT NOT NULL, ref TEXT NOT NULL,
  centre TEXT NOT NULL, holder TEXT NOT NULL, state TEXT NOT NULL, open INTEGER NOT NULL CHECK (open IN (0, 1)),
  kind TEXT NOT NULL, channel TEXT NOT NULL, subject TEXT NOT NULL, emergency INTEGER NOT NULL,
  revision INTEGER NOT NULL, head TEXT NOT NULL,
  arrived_at INTEGER NOT NULL, last_occurred_at INTEGER NOT NULL,
  facts_version INTEGER NOT NULL, facts TEXT NOT NULL,
  PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cases_number ON cases (org, number) WHERE number <> '';
CREATE UNIQUE INDEX cases_second_number ON cases (org, second_number) WHERE second_number <> '';
CREATE UNIQUE INDEX cases_ref ON cases (org, ref) WHERE ref <> '';
CREATE INDEX cases_open ON cases (org, id, centre, holder, state, kind) WHERE open = 1;
CREATE INDEX cases_held ON cases (org, holder, id) WHERE open = 1;

-- One run of one clock; `n` is its place in the record. The columns from `case_number` to `next_alert_at` are a work
-- list's copy: present while time runs against the clock, gone while it stands still and after it has ended, so that an
-- ended clock is never touched again.
CREATE TABLE deadlines (
  org TEXT NOT NULL, case_id TEXT NOT NULL, n INTEGER NOT NULL,
  name TEXT NOT NULL, cycle INTEGER NOT NULL, standard INTEGER NOT NULL,
  start INTEGER NOT NULL, due INTEGER NOT NULL, provisional INTEGER NOT NULL,
  rule_version TEXT NOT NULL, calendar_revision TEXT NOT NULL,
  points TEXT NOT NULL, pauses TEXT NOT NULL, met INTEGER, stopped INTEGER, rule TEXT NOT NULL,
  case_number TEXT, ref TEXT, holder TEXT, centre TEXT, state TEXT, warn_at INTEGER, next_alert_at INTEGER,
  PRIMARY KEY (org, case_id, n),
  FOREIGN KEY (org, case_id) REFERENCES cases (org, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (warn_at IS NULL OR (met IS NULL AND stopped IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_warned ON deadlines (org, warn_at, due, case_id, n, name, cycle, standard, start, provisional,
  rule_version, calendar_revision, points, pauses, rule, case_number, ref, holder, centre, state)
  WHERE warn_at IS NOT NULL;
CREATE INDEX deadlines_unalerted ON deadlines (org, next_alert_at, case_id, n) WHERE next_alert_at IS NOT NULL;
CREATE INDEX deadlines_due ON deadlines (org, name, due, case_id, n) WHERE warn_at IS NOT NULL;

CREATE TABLE alerts (
  org TEXT NOT NULL, case_id TEXT NOT NULL, deadline TEXT NOT NULL, cycle INTEGER NOT NULL, level TEXT NOT NULL,
  due INTEGER NOT NULL, at INTEGER NOT NULL, raised_at INTEGER NOT NULL, tells TEXT NOT NULL,
  superseded INTEGER NOT NULL,
  PRIMARY KEY (org, case_id, deadline, cycle, level, due),
  FOREIGN KEY (org, case_id) REFERENCES cases (org, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  org TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, "to" TEXT NOT NULL, subject TEXT NOT NULL,
  created_at INTEGER NOT NULL, delivered_at INTEGER,
  PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  org TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY (org, name)
) STRICT, WITHOUT ROWID;

-- How many, kept in step with each transaction: clocks by status, open cases and entries by centre.
CREATE TABLE counts (
  org TEXT NOT NULL, what TEXT NOT NULL, centre TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (org, what, centre, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendars (
  org TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, author TEXT NOT NULL,
  why TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  PRIMARY KEY (org, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE centres (
  org TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, parent TEXT NOT NULL,
  register_format TEXT NOT NULL, mediation_format TEXT NOT NULL, site TEXT NOT NULL,
  PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  org TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, login TEXT NOT NULL, centre TEXT NOT NULL,
  unit TEXT NOT NULL, attendance TEXT NOT NULL, roles TEXT NOT NULL, head INTEGER NOT NULL,
  "from" INTEGER, until INTEGER,
  PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  org TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (org, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
  org TEXT NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL,
  case_number TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (org, at, n)
) STRICT, WITHOUT ROWID;

-- Guards. The last entry of a case decides what may follow; looking only at it also refuses INSERT OR REPLACE.
-- They FAIL rather than ABORT: nothing has been changed yet when they speak, and SQLite then needs no journal of its own
-- for each statement, which makes an insert cost half.

CREATE TRIGGER history_append BEFORE INSERT ON history BEGIN
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM transitions t WHERE t.org = NEW.org AND t.event = NEW.event
                     AND t.from_state = NEW.state_before AND t.to_state = NEW.state_after)
      THEN RAISE(FAIL, 'history: no such transition in the relation')
    WHEN coalesce((SELECT h.seq = NEW.seq - 1 AND h.hash = NEW.prev_hash AND h.state_after = NEW.state_before
                   FROM history h WHERE h.org = NEW.org AND h.case_id = NEW.case_id ORDER BY h.seq DESC LIMIT 1),
                  NEW.seq = 1 AND NEW.state_before = '' AND NEW.prev_hash
                    = '0000000000000000000000000000000000000000000000000000000000000000')
      THEN NULL
    WHEN NEW.seq <> 1 + coalesce((SELECT max(h.seq) FROM history h WHERE h.org = NEW.org AND h.case_id = NEW.case_id), 0)
      THEN RAISE(FAIL, 'history: an entry may only follow the last one, without a gap')
    ELSE RAISE(FAIL, 'history: the entry does not continue the hash and the state of the one before it')
  END;
END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN
  SELECT RAISE(FAIL, 'history: an entry is never changed');
END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN
  SELECT RAISE(FAIL, 'history: an entry is never removed');
END;

CREATE TRIGGER cases_follow_history_insert BEFORE INSERT ON cases
WHEN NOT coalesce((SELECT h.seq = NEW.revision AND h.hash = NEW.head AND h.state_after = NEW.state
                   FROM history h WHERE h.org = NEW.org AND h.case_id = NEW.id ORDER BY h.seq DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(FAIL, 'cases: a record must stand where the last entry of its history stands');
END;
CREATE TRIGGER cases_follow_history_update BEFORE UPDATE ON cases
WHEN NEW.org <> OLD.org OR NEW.id <> OLD.id
  OR NOT coalesce((SELECT h.seq = NEW.revision AND h.hash = NEW.head AND h.state_after = NEW.state
                   FROM history h WHERE h.org = NEW.org AND h.case_id = NEW.id ORDER BY h.seq DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(FAIL, 'cases: a record must stand where the last entry of its history stands');
END;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN
  SELECT RAISE(FAIL, 'cases: a case is never removed');
END;

CREATE TRIGGER transitions_insert BEFORE INSERT ON transitions
WHEN NOT EXISTS (SELECT 1 FROM relation r WHERE r.org = NEW.org AND r.open = 1) BEGIN
  SELECT RAISE(FAIL, 'transitions: the relation comes with the program and is not edited by hand');
END;
CREATE TRIGGER transitions_delete BEFORE DELETE ON transitions
WHEN NOT EXISTS (SELECT 1 FROM relation r WHERE r.org = OLD.org AND r.open = 1) BEGIN
  SELECT RAISE(FAIL, 'transitions: the relation comes with the program and is not edited by hand');
END;
CREATE TRIGGER transitions_update BEFORE UPDATE ON transitions BEGIN
  SELECT RAISE(FAIL, 'transitions: the relation comes with the program and is not edited by hand');
END;

CREATE TRIGGER series_insert BEFORE INSERT ON series
WHEN NEW.value <> 1 OR EXISTS (SELECT 1 FROM series s WHERE s.org = NEW.org AND s.name = NEW.name) BEGIN
  SELECT RAISE(FAIL, 'series: a series begins at 1 and grows by 1');
END;
CREATE TRIGGER series_update BEFORE UPDATE ON series
WHEN NEW.org <> OLD.org OR NEW.name <> OLD.name OR NEW.value <> OLD.value + 1 BEGIN
  SELECT RAISE(FAIL, 'series: a series begins at 1 and grows by 1');
END;
CREATE TRIGGER series_delete BEFORE DELETE ON series BEGIN
  SELECT RAISE(FAIL, 'series: a series is never removed');
END;

CREATE TRIGGER alerts_no_update BEFORE UPDATE ON alerts BEGIN
  SELECT RAISE(FAIL, 'alerts: an alert is never changed');
END;
CREATE TRIGGER alerts_no_delete BEFORE DELETE ON alerts BEGIN
  SELECT RAISE(FAIL, 'alerts: an alert is never removed');
END;
CREATE TRIGGER calendars_insert BEFORE INSERT ON calendars
WHEN NEW.revision <> 1 + coalesce((SELECT max(c.revision) FROM calendars c WHERE c.org = NEW.org), 0) BEGIN
  SELECT RAISE(FAIL, 'calendars: a layer takes the next revision');
END;
CREATE TRIGGER calendars_no_update BEFORE UPDATE ON calendars BEGIN
  SELECT RAISE(FAIL, 'calendars: a layer is never changed');
END;
CREATE TRIGGER calendars_no_delete BEFORE DELETE ON calendars BEGIN
  SELECT RAISE(FAIL, 'calendars: a layer is never removed');
END;
