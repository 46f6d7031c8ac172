import type { Migration } from '../../sqlite/migrate.ts';

/**
 * A day's journal: its genesis, its chains, their events as bytes, and what each command was answered. The triggers
 * stop a mistake of ours; whoever means to change the record drops them first, and the chain tells.
 */
export const journalMigration0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE genesis (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE chains (
  station TEXT NOT NULL CHECK (length(station) = 16),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  label TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  PRIMARY KEY (station, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  arrival INTEGER PRIMARY KEY CHECK (arrival >= 1),
  station TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  bytes BLOB NOT NULL,
  type TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  room TEXT,
  command_id TEXT,
  UNIQUE (station, epoch, seq),
  FOREIGN KEY (station, epoch) REFERENCES chains (station, epoch)
) STRICT;

CREATE TABLE command_answers (
  command_id TEXT PRIMARY KEY,
  input_hash TEXT NOT NULL,
  first_arrival INTEGER,
  last_arrival INTEGER,
  extra TEXT,
  CHECK ((first_arrival IS NULL) = (last_arrival IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;

CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
`,
};
