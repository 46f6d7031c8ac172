import type { StaffId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { isPin } from '../keys/pin.ts';

/** Whether this is the PIN of a member of staff now: the newest one counts. False for nobody we know. */
export async function isStaffPin(
  { state, keys }: Pick<OpenDay, 'state' | 'keys'>,
  staff: StaffId,
  pin: string,
): Promise<boolean> {
  const box = state.site.staff[staff]?.pin;
  const hash = box === undefined ? null : keys.boxes.openText(...PLACES.staffPin, box);
  return hash?.ok === true && (await isPin(pin, hash.value));
}
