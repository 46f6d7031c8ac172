import type { ReadStaff } from '../../../shared/domain/staff-table.ts';
import type { DayId, StaffId } from '../../../shared/ids.ts';

/** A staff list that was read and is not stored, and the first PINs of whoever came by it; both in memory alone. */
export interface HeldStaffList {
  readonly id: string;
  readonly day: DayId;
  readonly read: ReadStaff;
  /** In order of the list, once it is being imported. */
  readonly pins: readonly { readonly staff: StaffId; readonly pin: string }[];
}
