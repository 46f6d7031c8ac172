import type { Migration } from '../../sqlite/migrate.ts';

/** The station's own file: who it is, its settings, its days. No personal data, no secret. */
export const stationMigration0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  station TEXT NOT NULL CHECK (length(station) = 16),
  label TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  made_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE days (
  day TEXT PRIMARY KEY CHECK (length(day) = 32),
  kind TEXT NOT NULL CHECK (kind IN ('real', 'rehearsal')),
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  file_name TEXT NOT NULL UNIQUE,
  made_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
