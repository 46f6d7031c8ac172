import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRosterReader } from '../../electron/station/roster/read-roster.ts';
import type { RosterRow } from '../../shared/domain/roster.ts';

const SITE = join(import.meta.dirname, '..', 'fixtures', 'rosters', 'site-12-rooms.xlsx');

/** The path of the roster with twelve rooms. */
export const SITE_ROSTER = SITE;

/** The forty people of room 001 as the roster lists them, in order of seat. */
export async function peopleOfRoom001(): Promise<readonly RosterRow[]> {
  const file = { name: 'site-12-rooms.xlsx', bytes: readFileSync(SITE) };
  const read = await createRosterReader().read(file, { capacityPerRoom: 40, today: '2022-11-19' });
  if (!read.ok) throw new Error(`the fixture is not read: ${read.error.code}`);
  return read.value.rows.filter((row) => row.room === '001').toSorted((a, b) => a.seat - b.seat);
}
