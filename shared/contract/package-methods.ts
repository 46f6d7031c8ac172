import { z } from 'zod';
import { packageNoSchema, phoneApprovalKindSchema, requestNoSchema } from '../domain/package-events.ts';
import { base64Schema, dayIdSchema, instantSchema, roomNoSchema, staffIdSchema } from '../domain/schema-parts.ts';
import { PACKAGE_CODE_GROUPS } from '../package-code.ts';
import { MOST_HEAD_BYTES } from '../package-file.ts';
import { acting, command, nothing, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** One room's envelope, 12 MiB of it as base64: forty people with photos are 3. */
const MAX_ENVELOPE_CHARS = 16 * 1024 * 1024;
/** A package is read in pieces of at most so many bytes: a large site's is too long for one answer. */
export const PACKAGE_PIECE_BYTES = 4 * 1024 * 1024;

/** 考务数据包: made in the exam office, taken in by a room's station; and the codes for 电话批准 that come with it. */
export const packageMethods = {
  /** Whether this program still holds the latest file and its codes; both are in memory only. */
  'package.state': query(
    'staff',
    nothing,
    z.strictObject({
      held: z.strictObject({ package: packageNoSchema, sizeBytes: z.int(), rooms: z.int() }).nullable(),
    }),
    [...acting],
  ),
  /** Takes some seconds a room: every code is slow to guess. */
  'package.make': command(
    'staff',
    nothing,
    z.strictObject({ ...receiptSchema.shape, package: packageNoSchema, rooms: z.int().min(1) }),
    [...acting, 'station-not-bound', 'office-only', 'roster-empty'],
  ),
  /** The file from this byte on, a piece of it. */
  'package.readFile': query(
    'staff',
    z.strictObject({ package: packageNoSchema, from: z.int().min(0) }),
    z.strictObject({ fileName: z.string(), sizeBytes: z.int(), bytes: base64Schema }),
    [...acting, 'package-gone'],
  ),
  /** 考场口令单 as PDF; nowhere kept. */
  'package.readCodes': query(
    'staff',
    z.strictObject({ package: packageNoSchema }),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'package-gone', 'glyph-missing'],
  ),
  /** The file is saved and the codes are on paper: this program forgets both. */
  'package.forget': query('staff', z.strictObject({ package: packageNoSchema }), z.strictObject({}), [...acting]),
  /** 从考务数据包开始: of the file the page sends the head and one room's envelope. Whoever has the room's slip may. */
  'package.takeIn': command(
    'session',
    z.strictObject({
      head: z.string().max(MOST_HEAD_BYTES),
      room: roomNoSchema,
      envelope: z.string().max(MAX_ENVELOPE_CHARS).pipe(base64Schema),
      /** As they were typed; blanks and full-width digits are read over. */
      groups: z.array(z.string().max(40)).length(PACKAGE_CODE_GROUPS),
    }),
    z.strictObject({ day: dayIdSchema }),
    [
      'package-unreadable',
      'package-of-other-version',
      'package-of-other-kind',
      'package-without-room',
      'package-damaged',
      'package-group-wrong',
      'package-code-wrong',
      'package-wait',
      'day-already-here',
      'day-open-here',
    ],
  ),
  /** 电话批准: put on record before the code is shown; the same request once. */
  'approvalCode.answer': command(
    'staff',
    z.strictObject({ room: roomNoSchema, number: requestNoSchema, kind: phoneApprovalKindSchema }),
    receiptSchema,
    [
      ...acting,
      'station-not-bound',
      'office-only',
      'room-not-here',
      'package-not-made',
      'approval-already-answered',
      'approval-secret-gone',
    ],
  ),
  /** The code of a request that is on record, and what it was given for. */
  'approvalCode.read': query(
    'staff',
    z.strictObject({ room: roomNoSchema, number: requestNoSchema }),
    z.strictObject({
      code: z.string().regex(/^\d{8}$/),
      kind: phoneApprovalKindSchema,
      at: instantSchema,
      by: staffIdSchema.nullable(),
    }),
    [...acting, 'office-only', 'approval-not-answered', 'approval-secret-gone'],
  ),
} as const;
