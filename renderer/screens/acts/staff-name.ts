import type { StaffCard } from '../../../shared/contract/views.ts';
import type { StaffId } from '../../../shared/ids.ts';

/** A member of staff by name; a dash where nobody is named or the name is not known here. */
export function staffName(staff: readonly StaffCard[], id: StaffId | null): string {
  return staff.find((card) => card.staff === id)?.name ?? '—';
}

/** "陈监考、林监考": who did it, and who agreed. */
export function whoText(
  staff: readonly StaffCard[],
  act: { readonly actor: StaffId | null; readonly second: StaffId | null },
): string {
  const first = staffName(staff, act.actor);
  return act.second === null ? first : `${first}、${staffName(staff, act.second)}`;
}
