import { z } from 'zod';
import { approvalSchema } from '../domain/course-events.ts';
import { roleSchema } from '../domain/events.ts';
import type { RecusalConflict } from '../domain/recusal.ts';
import { base64Schema, roomNoSchema, staffIdSchema } from '../domain/schema-parts.ts';
import type { StaffProblem } from '../domain/staff-import.ts';
import { pinSchema } from './key-methods.ts';
import { acting, approving, backfill, command, freeTextSchema, nothing, onSpot, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** A member of staff's name, as typed. */
export const staffNameSchema = z.string().trim().min(1).max(50);
const detailSchema = z.string().trim().max(200);
/** StaffDetails as typed; '' for what nobody knows. */
const staffDetailsSchema = z.strictObject({
  phone: detailSchema,
  major: detailSchema,
  department: detailSchema,
  classes: detailSchema,
  remark: detailSchema,
});
/** What is said of somebody beside name and role. */
export const staffDescriptionSchema = z.strictObject({ isTrained: z.boolean(), details: staffDetailsSchema });

const dutyPhoneSchema = z.strictObject({
  label: z.string().trim().min(1).max(40),
  name: z.string().trim().max(50),
  phone: z.string().trim().min(1).max(40),
});

/** A list of a few hundred people. */
const MAX_LIST_CHARS = 8 * 1024 * 1024;
const unfit = ['not-trained', 'recusal-needed'] as const;

/** Who works where, and whom to call. */
export const staffMethods = {
  /** What is known of the staff, and the rooms that each must keep away from; for leaders. */
  'staff.details': query(
    'staff',
    nothing,
    z.strictObject({
      staff: z.array(
        z.strictObject({
          staff: staffIdSchema,
          /** Null while nobody has described him. */
          details: staffDetailsSchema.nullable(),
          conflicts: z.array(z.custom<RecusalConflict>()),
        }),
      ),
    }),
    [...acting],
  ),
  /** Says anew what is known of somebody. */
  'staff.describe': command(
    'staff',
    z.strictObject({ staff: staffIdSchema, ...staffDescriptionSchema.shape }),
    receiptSchema,
    [...acting, ...backfill, 'staff-unknown'],
  ),
  /** Reads a staff list (.xlsx, .csv) and holds it for `staff.import`; stores nothing. */
  'staff.previewList': query(
    'staff',
    z.strictObject({ fileName: z.string().min(1).max(200), bytes: z.string().max(MAX_LIST_CHARS).pipe(base64Schema) }),
    z.strictObject({
      preview: z.string(),
      /** Rows that name somebody, and how many of them are taken. */
      personRows: z.int(),
      people: z.array(
        z.strictObject({
          row: z.int(),
          name: z.string(),
          role: roleSchema,
          room: roomNoSchema.nullable(),
          isTrained: z.boolean(),
          /** On the staff list already: described anew. */
          isKnown: z.boolean(),
        }),
      ),
      problems: z.array(z.custom<StaffProblem>()),
    }),
    [...acting, 'roster-file-refused', 'staff-without-heading'],
  ),
  /** Takes the list that was looked at. PINs that it does not give are made here, and read by `staff.initialPins`. */
  'staff.import': command(
    'staff',
    z.strictObject({ preview: z.string().max(64), acceptLeftOut: z.boolean() }),
    z.strictObject({ ...receiptSchema.shape, added: z.int(), described: z.int() }),
    [...acting, 'preview-unknown', 'left-out-not-accepted', 'staff-list-empty'],
  ),
  /**
   * The first PINs of the people whom the last import brought, in its order: in memory alone, gone with `forget`, with the
   * next list and with the program.
   */
  'staff.initialPins': query(
    'staff',
    z.strictObject({ forget: z.boolean() }),
    z.strictObject({
      people: z.array(
        z.strictObject({
          staff: staffIdSchema,
          name: z.string(),
          role: roleSchema,
          room: roomNoSchema.nullable(),
          pin: pinSchema,
        }),
      ),
    }),
    [...acting],
  ),
  /** Gives somebody a room, or takes it away (null). */
  'staff.post': command(
    'staff',
    z.strictObject({ staff: staffIdSchema, room: roomNoSchema.nullable() }),
    receiptSchema,
    [...onSpot, ...unfit, 'staff-unknown', 'not-postable', 'staff-left', 'already-posted', 'invigilators-complete'],
  ),
  /** 移出名单, of somebody who is in no record. */
  'staff.remove': command('staff', z.strictObject({ staff: staffIdSchema }), receiptSchema, [
    ...acting,
    ...backfill,
    'staff-unknown',
    'staff-not-removable',
    'staff-has-acted',
  ]),
  /** 到岗, of the acting invigilator in the room of this station. */
  'staff.arrive': command('staff', nothing, receiptSchema, [
    'no-day',
    'actor-unknown',
    'actor-left',
    'role-not-allowed',
    ...backfill,
    ...unfit,
    'station-not-bound',
    'not-postable',
    'already-posted',
    'invigilators-complete',
  ]),
  /** 更换监考员, with the chief's opinion and approval. */
  'staff.replace': command(
    'staff',
    z.strictObject({
      room: roomNoSchema,
      leaves: staffIdSchema,
      comes: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('listed'), staff: staffIdSchema }),
        z.strictObject({
          kind: z.literal('new'),
          name: staffNameSchema,
          pin: pinSchema,
          ...staffDescriptionSchema.shape,
        }),
      ]),
      opinion: freeTextSchema,
      approval: approvalSchema,
    }),
    z.strictObject({ ...receiptSchema.shape, comes: staffIdSchema }),
    [...onSpot, ...approving, ...unfit, 'not-in-this-room', 'staff-unknown', 'posted-elsewhere'],
  ),
  /** 值班电话, all of them anew. */
  'contacts.listPhones': command('staff', z.strictObject({ phones: z.array(dutyPhoneSchema).max(40) }), receiptSchema, [
    ...acting,
    ...backfill,
  ]),
  /** 联系谁: the leaders and technicians with their numbers, and the duty phones; for everybody on the staff. */
  'contacts.read': query(
    'staff',
    nothing,
    z.strictObject({
      people: z.array(
        z.strictObject({
          staff: staffIdSchema,
          name: z.string(),
          role: roleSchema,
          room: roomNoSchema.nullable(),
          phone: z.string(),
        }),
      ),
      duty: z.array(dutyPhoneSchema),
    }),
    [...acting],
  ),
} as const;
