import type { Migration } from '../../sqlite/migrate.ts';

/** How far each chain of a day was known here, beside the journal itself: what tells a cut tail or an older copy. */
export const stationMigration0002: Migration = {
  version: 2,
  sql: `
CREATE TABLE heads (
  day TEXT NOT NULL CHECK (length(day) = 32),
  station TEXT NOT NULL CHECK (length(station) = 16),
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  seq INTEGER NOT NULL CHECK (seq > 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (day, station, epoch)
) STRICT, WITHOUT ROWID;
`,
};
