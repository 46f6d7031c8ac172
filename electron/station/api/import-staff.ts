import type { PlacedRow } from '../../../shared/domain/staff-import.ts';
import { planStaffImport } from '../../../shared/domain/staff-import.ts';
import { type ReadStaff, readStaffTable } from '../../../shared/domain/staff-table.ts';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { as, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import type { Ids } from '../ports.ts';
import { sealStaff } from './enlist-staff.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseOthers, refuseRole } from './room-scope.ts';
import { recusalIn, sealDescription, staffDetails } from './staff-known.ts';

/** Reads the list and says what it would do; keeps it for `staff.import`. */
export const previewStaffList: QueryHandler<'staff.previewList'> = async (context, { input, call }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const refused = refuseOthers(day, call.actor, SITE_LEADERS);
  if (refused !== null) return refused;
  const bytes = Buffer.from(input.bytes, 'base64');
  const table = await context.rosterReader.readTable({ name: input.fileName, bytes });
  if (!table.ok) return fail('roster-file-refused', '', { reason: table.error.code, ...table.error.details });
  const read = readStaffTable(table.value);
  if (!read.ok) return fail(read.error);
  const id = context.ports.ids.id();
  context.staffList = { id, day: day.journal.day, read: read.value, pins: [] };
  const plan = planOf(day, read.value);
  return ok({
    preview: id,
    personRows: read.value.personRows,
    people: plan.rows.map(({ row, name, role, room, isTrained, known }) => ({
      row,
      name,
      role,
      room,
      isTrained,
      isKnown: known !== null,
    })),
    problems: [...plan.problems],
  });
};

/** Planned anew on the present day: between the look and the press somebody may have been enlisted. */
function planOf(day: OpenDay, read: ReadStaff) {
  return planStaffImport({
    state: day.state,
    ...read,
    present: Object.values(day.state.site.staff)
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ staff }) => ({
        staff,
        name: day.staffName(staff),
        phone: staffDetails(day, staff)?.phone ?? '',
      })),
    recusalOf: (details, room) => recusalIn(day, details, room),
  });
}

/** 导入考务人员. Who has no PIN on the list gets a random one of six digits. */
export const importStaff: CommandHandler<'staff.import'> = {
  async prepare(context, day, { input, call }) {
    const early = refuseRole(day, call.actor, 'importStaff');
    if (early !== null) return early;
    const held = context.staffList;
    if (held === null || held.id !== input.preview || held.day !== day.journal.day) return fail('preview-unknown');
    const plan = planOf(day, held.read);
    const leftOut = held.read.personRows - plan.rows.length;
    if (leftOut > 0 && !input.acceptLeftOut) return fail('left-out-not-accepted', '', { leftOut });
    const newcomers = plan.rows
      .filter(({ known }) => known === null)
      .map((row) => ({
        row,
        staff: as<StaffId>(context.ports.ids.id()),
        pin: row.pin ?? randomPin(context.ports.ids),
      }));
    // Held before it is on disk: the answer goes to whoever waits for it, and shows only who is on the staff by then.
    context.staffList = { ...held, pins: newcomers.map(({ staff, pin }) => ({ staff, pin })) };
    const entries = [];
    for (const { row, staff, pin } of newcomers) entries.push(await newStaff(day, row, { staff, pin, context }));
    const known = plan.rows.flatMap((row) =>
      row.known === null ? [] : [{ staff: row.known, ...sealDescription(day, row) }],
    );
    return ok({ type: 'importStaff', entries, known });
  },
  answer(events) {
    const count = (type: 'StaffEnlisted' | 'StaffDescribed') =>
      events.filter(({ event }) => event.type === type).length;
    const added = count('StaffEnlisted');
    return { ...receiptOf(events), added, described: count('StaffDescribed') - added };
  },
};

interface Made {
  readonly staff: StaffId;
  readonly pin: string;
  readonly context: Parameters<CommandHandler<'staff.import'>['prepare']>[0];
}

async function newStaff(day: OpenDay, row: PlacedRow, { staff, pin, context }: Made) {
  const { role, room, name } = row;
  const sealed = await sealStaff({ keys: day.keys, name, pin, pinCost: context.ports.pinCost });
  return { staff, role, room, ...sealed, ...sealDescription(day, row), recusal: recusalIn(day, row.details, room) };
}

/** Six digits, each number as likely as any other: of 24 bits those above the last whole million are drawn again. */
function randomPin(ids: Ids): string {
  const whole = 16 * 1_000_000;
  for (;;) {
    const [a = 0, b = 0, c = 0] = ids.bytes(3);
    const drawn = a * 65_536 + b * 256 + c;
    if (drawn < whole) return String(drawn % 1_000_000).padStart(6, '0');
  }
}

/** The first PINs, until they are noted; nothing of them is kept. */
export const initialPins: QueryHandler<'staff.initialPins'> = (context, { input, call }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const refused = refuseOthers(day, call.actor, SITE_LEADERS);
  if (refused !== null) return refused;
  const held = context.staffList;
  if (input.forget || held === null || held.day !== day.journal.day) {
    if (input.forget) context.staffList = null;
    return ok({ people: [] });
  }
  return ok({
    people: held.pins.flatMap(({ staff, pin }) => {
      const known = day.state.site.staff[staff];
      return known === undefined
        ? []
        : [{ staff, name: day.staffName(staff), role: known.role, room: known.room, pin }];
    }),
  });
};
