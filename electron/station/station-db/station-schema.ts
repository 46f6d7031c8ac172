import type { Schema } from '../sqlite/migrate.ts';
import { stationMigration0001 } from './migrations/0001-station.ts';
import { stationMigration0002 } from './migrations/0002-heads.ts';

/** The station's own file; 'PSs1' marks it. */
export const STATION_SCHEMA: Schema = {
  applicationId: 0x50537331,
  migrations: [stationMigration0001, stationMigration0002],
};
