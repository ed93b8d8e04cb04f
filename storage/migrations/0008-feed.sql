-- A token that opens only the calendar of limits.
ALTER TABLE account_tokens ADD COLUMN feed INTEGER NOT NULL DEFAULT 0 CHECK (feed IN (0, 1));
