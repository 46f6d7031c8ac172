import { createHash } from 'node:crypto';
import type { Answer } from '../../../shared/contract/call.ts';
import type { RosterPreview } from '../../../shared/contract/views.ts';
import { formatDate } from '../../../shared/domain/day-time.ts';
import type { CheckedRoster } from '../../../shared/domain/roster.ts';
import { planRosterChanges } from '../../../shared/domain/roster-changes.ts';
import { as, type RoomNo } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { fail } from './handler.ts';
import { rosterEntries } from './roster-entries.ts';
import type { StationContext } from './station-context.ts';

const SAMPLE_ROWS = 8;

/** Reads and checks a roster file and keeps it in memory for the commit; nothing is stored. */
export async function previewRoster(
  context: StationContext,
  file: { fileName: string; bytes: string },
): Promise<Answer<RosterPreview>> {
  const day = context.day;
  if (day === null || day.state.site.day === null) return fail('no-day', 'D1');
  const bytes = Buffer.from(file.bytes, 'base64');
  const capacityPerRoom = day.state.site.day.rules.values.seatsPerRoom;
  const today = formatDate(context.clock.read().nowMs);
  const read = await context.rosterReader.read({ name: file.fileName, bytes }, { capacityPerRoom, today });
  if (!read.ok) return fail('roster-file-refused', '', { reason: read.error.code, ...read.error.details });
  const roster = read.value;
  const id = context.ports.ids.id();
  // A plain digest first: the keyed hash takes texts, and the file may be large.
  const digest = createHash('sha256').update(bytes).digest('hex');
  const fileHash = day.keys.hashes.keyedHash('file', digest);
  context.preview = { id, day: day.journal.day, fileName: file.fileName, fileHash, roster };
  return ok({
    preview: id,
    fileName: file.fileName,
    titles: [...roster.titles],
    headingRow: roster.headingRow,
    columns: [...roster.columns],
    rooms: roomsOfRoster(roster),
    otherSheets: [...roster.otherSheets],
    personRows: roster.personRows,
    takenRows: roster.rows.length,
    problems: [...roster.problems],
    sample: roster.rows.slice(0, SAMPLE_ROWS),
    changes: changesAgainst(day, roster),
  });
}

/** The rooms of a file in order of number, with the people that can be taken. */
export function roomsOfRoster(roster: CheckedRoster): { room: RoomNo; place: string; people: number }[] {
  const rooms = new Map<string, { place: string; people: number }>();
  for (const row of roster.rows) {
    const known = rooms.get(row.room);
    rooms.set(row.room, { place: known?.place || row.place, people: (known?.people ?? 0) + 1 });
  }
  return [...rooms]
    .map(([room, rest]) => ({ room: as<RoomNo>(room), ...rest }))
    .sort((a, b) => (a.room < b.room ? -1 : 1));
}

/** What committing this file would change for the station's present binding; null at a first import. */
function changesAgainst(day: OpenDay, roster: CheckedRoster): RosterPreview['changes'] {
  const { binding } = day;
  if (binding === null) return null;
  const rows = binding.kind === 'office' ? roster.rows : roster.rows.filter((row) => row.room === binding.room);
  const events = planRosterChanges(day.state, rosterEntries(day, rows), { scope: binding, nowMs: 0 });
  const count = (type: string) => events.filter((event) => event.type === type).length;
  return {
    added: count('CandidateEnrolled'),
    corrected: count('CandidateCorrected'),
    moved: count('CandidateMoved'),
    withdrawn: count('CandidateWithdrawn'),
    flagged: count('CandidateFlagged'),
  };
}
