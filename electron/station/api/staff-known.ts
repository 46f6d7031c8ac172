import type { StaffDetails } from '../../../shared/domain/person.ts';
import { type RecusalConflict, recusalConflicts, type RecusalFact } from '../../../shared/domain/recusal.ts';
import { as, type RoomNo, type StaffId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { listed } from '../people/candidates.ts';

/** What is known of somebody in clear; null while nobody has described him, or where the box does not open. */
export function staffDetails(day: OpenDay, staff: StaffId): StaffDetails | null {
  const box = day.state.site.staff[staff]?.details ?? null;
  const opened = box === null ? null : day.keys.boxes.openText(...PLACES.staffDetails, box);
  return opened?.ok === true ? (JSON.parse(opened.value) as StaffDetails) : null; // made by `sealDescription`
}

/** A description as the journal keeps it. */
export function sealDescription(
  { keys }: Pick<OpenDay, 'keys'>,
  { isTrained, details }: { readonly isTrained: boolean; readonly details: StaffDetails },
) {
  return { isTrained, details: keys.boxes.sealText(...PLACES.staffDetails, JSON.stringify(details)) };
}

/** Somebody who is not on the list yet stands in the comparison under this id. */
const NEWCOMER = as<StaffId>('newcomer');

/**
 * Who must keep away from which room of those that this station holds the people of (R05, C17); `newcomer` beside the
 * day's own staff. Everybody without a conflict is left out.
 */
function conflictsOf(day: OpenDay, newcomer: StaffDetails | null) {
  const staff = Object.values(day.state.site.staff).flatMap(({ staff: id }) => {
    const details = staffDetails(day, id);
    return details === null ? [] : [{ staff: id, details }];
  });
  const candidates = listed(day.state).flatMap(({ candidate, room }) => {
    const person = day.candidates.find(candidate);
    return person === undefined ? [] : [{ room, person }];
  });
  return recusalConflicts({
    scope: day.state.site.day?.rules.values.recusalScope ?? 'major',
    staff: newcomer === null ? staff : [...staff, { staff: NEWCOMER, details: newcomer }],
    candidates,
  });
}

/** The rooms that each of the staff must keep away from, with the reason. */
export function staffConflicts(day: OpenDay): Readonly<Record<StaffId, readonly RecusalConflict[]>> {
  return conflictsOf(day, null);
}

/** Why somebody must keep away from this room: of the staff, or by what is said of a newcomer. Null for nothing. */
export function recusalIn(day: OpenDay, who: StaffId | StaffDetails, room: RoomNo | null): RecusalFact | null {
  if (room === null) return null;
  const isNew = typeof who !== 'string';
  const conflicts = conflictsOf(day, isNew ? who : null)[isNew ? NEWCOMER : who] ?? [];
  const found = conflicts.find((conflict) => conflict.room === room);
  return found === undefined ? null : { kind: found.kind, word: found.word };
}
