import { canonicalText } from '../../../shared/canonical.ts';
import type { RosterEntry } from '../../../shared/domain/commands.ts';
import type { RosterRow } from '../../../shared/domain/roster.ts';
import { as, type RoomNo, type SeatNo } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';

/** Rows as the domain takes them: the person sealed, ticket, ID number and person as keyed hashes. */
export function rosterEntries(day: OpenDay, rows: readonly RosterRow[]): readonly RosterEntry[] {
  const plan = day.state.site.day?.plan ?? '';
  return rows.map((row) => {
    const person = JSON.stringify(row.person);
    const canonical = canonicalText(row.person);
    return {
      candidate: day.keys.hashes.candidateId(plan, row.person.ticket),
      room: as<RoomNo>(row.room),
      seat: as<SeatNo>(row.seat),
      papers: row.papers,
      level: row.level,
      person: day.keys.boxes.sealText(...PLACES.person, person),
      personHash: day.keys.hashes.keyedHash('person', canonical.ok ? canonical.value : person),
      idHash: row.person.idNumber === '' ? null : day.keys.hashes.keyedHash('id-number', row.person.idNumber),
      marks: row.marks,
    };
  });
}
