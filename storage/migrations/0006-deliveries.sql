-- What became of the messages of the outbox, on each channel they go through.

-- `message` is the id the receiver sees: rows that share one travel together. `state`: 0 trying, 1 sent, 2 dead.
CREATE TABLE deliveries (
  org TEXT NOT NULL, item TEXT NOT NULL, channel TEXT NOT NULL, message TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2)), attempts INTEGER NOT NULL,
  tried_at INTEGER NOT NULL, next_at INTEGER NOT NULL, error TEXT NOT NULL,
  PRIMARY KEY (org, item, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_message ON deliveries (org, message);
CREATE INDEX deliveries_tried ON deliveries (org, tried_at, channel, message);
CREATE INDEX deliveries_state ON deliveries (org, state, tried_at) WHERE state <> 1;

-- An item is open until nothing more is to be done for it: then `delivered_at` stands.
CREATE INDEX outbox_open ON outbox (org, created_at, id) WHERE delivered_at IS NULL;

CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN
  SELECT RAISE(FAIL, 'deliveries: what was sent is never forgotten');
END;
