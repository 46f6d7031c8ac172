import type { StaffCard } from '../../shared/contract/views.ts';
import type { Binding } from '../../shared/domain/events.ts';
import { isOnDutyIn } from '../../shared/domain/roles.ts';
import type { StaffId } from '../../shared/ids.ts';
import { useStation } from './station-store.ts';

/**
 * Whoever acts at this computer, those of the room first; the chief is seldom the one at a room's computer. The staff of
 * the whole day are known here: an invigilator of another room has his own computer, and at the office he has none.
 */
export function peopleHere(staff: readonly StaffCard[], here: Binding | null = placeHere()): readonly StaffCard[] {
  const order = { invigilator: 0, technician: 1, inspector: 2, deputy: 3, chief: 4 } as const;
  return staff.filter((card) => isHere(card, here)).toSorted((a, b) => order[a.role] - order[b.role]);
}

/** Whether some of those on duty today act at another computer than this. */
export function hasPeopleElsewhere(staff: readonly StaffCard[], here: Binding | null = placeHere()): boolean {
  return staff.some((card) => isOnDutyIn(card, null) && !isHere(card, here));
}

/**
 * The room's other invigilator: the second person of an act that needs two. At the office nobody stands by; who it is, the
 * act asks.
 */
export function secondOf(
  staff: readonly StaffCard[],
  actor: StaffId | null,
  here: Binding | null = placeHere(),
): StaffCard | null {
  if (actor === null || here?.kind === 'office') return null;
  const self = staff.find((card) => card.staff === actor);
  const room = here?.kind === 'room' ? here.room : null;
  const others = staff.filter((card) => card.staff !== actor && card.role === 'invigilator' && isOnDutyIn(card, room));
  return others.find((card) => card.room === self?.room) ?? others[0] ?? null;
}

function isHere(card: StaffCard, here: Binding | null): boolean {
  if (here?.kind === 'office' && card.role === 'invigilator') return false;
  return isOnDutyIn(card, here?.kind === 'room' ? here.room : null);
}

function placeHere(): Binding | null {
  return useStation.getState().status?.binding ?? null;
}
