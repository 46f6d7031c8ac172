import type { DutyPhone } from '../../../shared/domain/person.ts';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseOthers } from './room-scope.ts';
import { sealDescription, staffConflicts, staffDetails } from './staff-known.ts';

/** What is known of the staff, for those who put them into rooms. */
export const readStaffDetails: QueryHandler<'staff.details'> = ({ day }, { call }) => {
  if (day === null) return fail('no-day', 'D1');
  const refused = refuseOthers(day, call.actor, SITE_LEADERS);
  if (refused !== null) return refused;
  const conflicts = staffConflicts(day);
  return ok({
    staff: Object.values(day.state.site.staff).map(({ staff }) => ({
      staff,
      details: staffDetails(day, staff),
      conflicts: [...(conflicts[staff] ?? [])],
    })),
  });
};

/** 说明. */
export const describeStaff: CommandHandler<'staff.describe'> = {
  prepare: (_context, day, { input }) =>
    ok({ type: 'describeStaff', staff: input.staff, ...sealDescription(day, input) }),
  answer: (events) => receiptOf(events),
};

/** 值班电话. */
export const listDutyPhones: CommandHandler<'contacts.listPhones'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({ type: 'listDutyPhones', phones: keys.boxes.sealText(...PLACES.dutyPhones, JSON.stringify(input.phones)) }),
  answer: (events) => receiptOf(events),
};

/** 联系谁: whoever leads or keeps the computers running, the chief first, and the duty phones. */
export const readContacts: QueryHandler<'contacts.read'> = ({ day }) => {
  if (day === null) return fail('no-day', 'D1');
  const called = ['chief', 'deputy', 'technician'] as const;
  const people = called.flatMap((role) =>
    Object.values(day.state.site.staff)
      .filter((staff) => staff.role === role && staff.leftAt === null)
      .map(({ staff, room }) => ({
        staff,
        role,
        room,
        name: day.staffName(staff),
        phone: staffDetails(day, staff)?.phone ?? '',
      })),
  );
  return ok({ people, duty: dutyPhones(day) });
};

function dutyPhones({ state, keys }: OpenDay): DutyPhone[] {
  const box = state.site.dutyPhones;
  const opened = box === null ? null : keys.boxes.openText(...PLACES.dutyPhones, box);
  return opened?.ok === true ? (JSON.parse(opened.value) as DutyPhone[]) : []; // made by `listDutyPhones`
}
