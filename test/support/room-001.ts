import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRosterReader } from '../../electron/station/roster/read-roster.ts';
import type { RosterRow } from '../../shared/domain/roster.ts';

const ROSTERS = join(import.meta.dirname, '..', 'fixtures', 'rosters');

/** The path of the roster with twelve rooms. */
export const SITE_ROSTER = join(ROSTERS, 'site-12-rooms.xlsx');
/** The path of a list of room 003 alone, written in GB18030 with headings of its own. */
export const GB18030_ROSTER = join(ROSTERS, 'room-003-gb18030.csv');

/** The forty people of room 001 as the roster lists them, in order of seat. */
export function peopleOfRoom001(): Promise<readonly RosterRow[]> {
  return peopleOfRoom('001');
}

/** The people of a room, in order of seat. */
export async function peopleOfRoom(room: string, roster = SITE_ROSTER): Promise<readonly RosterRow[]> {
  const file = { name: basename(roster), bytes: readFileSync(roster) };
  const read = await createRosterReader().read(file, { capacityPerRoom: 40, today: '2022-11-19' });
  if (!read.ok) throw new Error(`the fixture is not read: ${read.error.code}`);
  return read.value.rows.filter((row) => row.room === room).toSorted((a, b) => a.seat - b.seat);
}
