import type { EventType } from '../../../shared/domain/events.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

/** What is said of people beforehand, and nothing that they did. */
const ABOUT_THE_STAFF: readonly EventType[] = [
  'StaffEnlisted',
  'StaffDescribed',
  'StaffPosted',
  'StaffRemoved',
  'LotsDrawn',
  'PinReset',
];

/** 移出名单. */
export const removeStaff: CommandHandler<'staff.remove'> = {
  prepare: (_context, day, { input: { staff } }) => ok({ type: 'removeStaff', staff, hasActed: hasActed(day, staff) }),
  answer: (events) => receiptOf(events),
};

/** Whether a record bears his name: he acted, stood beside, approved, came or went. */
function hasActed(day: OpenDay, staff: StaffId): boolean {
  return day
    .eventsSince(0, day.journal.lastArrival)
    .some(
      ({ event: { type, actor, second, data } }) =>
        (type !== 'PinReset' && (actor === staff || second === staff)) ||
        (!ABOUT_THE_STAFF.includes(type) && JSON.stringify(data).includes(`"${staff}"`)),
    );
}
