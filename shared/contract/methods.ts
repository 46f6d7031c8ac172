import { z } from 'zod';
import { bindingSchema, entryChecksSchema, refusalReasonSchema, roleSchema } from '../domain/events.ts';
import type { RuleAnswers } from '../domain/rule-sets/resolve.ts';
import {
  base64Schema,
  candidateIdSchema,
  dateSchema,
  dayIdSchema,
  documentIdSchema,
  editionSchema,
  eventRefSchema,
  milestoneIdSchema,
  paperSchema,
  roomNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import type { ContractErrorCode } from './call.ts';
import {
  candidateCardSchema,
  clockViewSchema,
  issuedDocumentSchema,
  receiptSchema,
  rosterPreviewSchema,
  searchResultSchema,
  staffCardSchema,
  statusSchema,
  storedEventSchema,
} from './views.ts';

/** 'session' = anybody at this computer; 'staff' = a member of staff of the day must be named as acting person. */
export type Permission = 'session' | 'staff' | 'first-start';

interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  /** Codes it can answer with beside the ones every call can (bad-input, no-session, internal, …). */
  readonly errors: readonly ContractErrorCode[];
}

function query<I extends z.ZodType, O extends z.ZodType>(
  permission: Permission,
  input: I,
  output: O,
  errors: readonly ContractErrorCode[] = [],
): Method<I, O> {
  return { kind: 'query', permission, input, output, errors };
}

function command<I extends z.ZodType, O extends z.ZodType>(
  permission: Permission,
  input: I,
  output: O,
  errors: readonly ContractErrorCode[],
): Method<I, O> {
  return { kind: 'command', permission, input, output, errors };
}

const nothing = z.strictObject({});
/** A 4 to 8 digit PIN; hashed with argon2id before it is stored. */
const pinSchema = z.string().regex(/^\d{4,8}$/);
const staffNameSchema = z.string().trim().min(1).max(50);
/** 12 MiB of file as base64. */
const MAX_UPLOAD_CHARS = 16 * 1024 * 1024;

const acting = ['no-day', 'actor-unknown', 'role-not-allowed'] as const satisfies readonly ContractErrorCode[];
const backfill = [
  'second-person-missing',
  'second-person-same',
  'second-person-not-in-room',
  'reason-missing',
  'occurred-in-future',
] as const satisfies readonly ContractErrorCode[];

/** The whole contract: what a page can ask of a station. One table serves HTTP, Electron IPC and the tests. */
export const methods = {
  'station.status': query('session', nothing, statusSchema),
  'station.clock': query('session', nothing, clockViewSchema),
  'events.since': query(
    'session',
    z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(5000) }),
    z.strictObject({ day: dayIdSchema.nullable(), events: z.array(storedEventSchema), last: z.int().min(0) }),
  ),
  'day.make': command(
    'first-start',
    z.strictObject({
      title: z.string().trim().min(1).max(100),
      site: z.string().trim().min(1).max(100),
      plan: z.string().trim().min(1).max(60),
      date: dateSchema,
      edition: editionSchema,
      answers: z.strictObject({
        typed: z.record(z.string(), z.unknown()),
        confirmed: z.array(z.string()),
      }) as unknown as z.ZodType<RuleAnswers>, // values are checked one by one by resolveRules
      chief: z.strictObject({ name: staffNameSchema, pin: pinSchema }),
    }),
    receiptSchema,
    ['day-already-made', 'rules-incomplete'],
  ),
  'roster.preview': query(
    'staff',
    z.strictObject({
      fileName: z.string().min(1).max(200),
      bytes: z.string().max(MAX_UPLOAD_CHARS).pipe(base64Schema),
    }),
    rosterPreviewSchema,
    [...acting, 'roster-file-refused'],
  ),
  'roster.commit': command(
    'staff',
    z.strictObject({
      preview: z.string().max(64),
      binding: bindingSchema,
      /** The person at the screen has seen that rows with errors are left out. */
      acceptLeftOut: z.boolean(),
      /** … and that people no longer listed are withdrawn. */
      acceptRemovals: z.boolean(),
    }),
    receiptSchema,
    [
      ...acting,
      'preview-unknown',
      'preview-stale',
      'left-out-not-accepted',
      'removals-not-accepted',
      'room-not-in-roster',
      'roster-empty',
      'station-bound-otherwise',
    ],
  ),
  'staff.enlist': command(
    'staff',
    z.strictObject({ role: roleSchema, room: roomNoSchema.nullable(), name: staffNameSchema, pin: pinSchema }),
    z.strictObject({ ...receiptSchema.shape, staff: staffIdSchema }),
    [...acting, 'staff-already-enlisted', 'invigilators-complete', 'station-not-bound'],
  ),
  'staff.list': query('session', nothing, z.strictObject({ staff: z.array(staffCardSchema) })),
  'candidates.list': query(
    'staff',
    z.strictObject({ room: roomNoSchema }),
    z.strictObject({ candidates: z.array(candidateCardSchema) }),
    [...acting],
  ),
  'candidates.search': query(
    'staff',
    z.strictObject({ query: z.string().max(60), room: roomNoSchema.nullable() }),
    searchResultSchema,
    [...acting],
  ),
  'signal.give': command(
    'staff',
    z.strictObject({ signal: z.enum(['prepare', 'start', 'end']), paper: paperSchema }),
    receiptSchema,
    [...acting, ...backfill, 'station-not-bound', 'signal-already-given', 'signal-too-early'],
  ),
  'milestone.confirm': command('staff', z.strictObject({ milestone: milestoneIdSchema }), receiptSchema, [
    ...acting,
    ...backfill,
    'milestone-unknown',
    'milestone-too-early',
    'milestone-already-confirmed',
    'station-not-bound',
  ]),
  'checkIn.confirm': command(
    'staff',
    z.strictObject({
      room: roomNoSchema,
      paper: paperSchema,
      candidate: candidateIdSchema,
      found: z.enum(['ticket', 'seat', 'id-digits', 'name', 'pinyin', 'list']),
      checks: entryChecksSchema,
    }),
    receiptSchema,
    [
      ...acting,
      ...backfill,
      'station-not-bound',
      'room-not-here',
      'candidate-unknown',
      'candidate-withdrawn',
      'paper-not-taken',
      'documents-missing',
      'already-checked-in',
      'entry-not-open',
      'entry-closed',
    ],
  ),
  'entry.refuse': command(
    'staff',
    z.strictObject({
      room: roomNoSchema,
      paper: paperSchema,
      candidate: candidateIdSchema.nullable(),
      /** For somebody not on the list: the ticket number as read. */
      ticket: z.string().trim().min(1).max(60).nullable(),
      reason: refusalReasonSchema,
      note: z.string().trim().min(1).max(500).nullable(),
    }),
    receiptSchema,
    [
      ...acting,
      ...backfill,
      'station-not-bound',
      'room-not-here',
      'candidate-unknown',
      'paper-not-taken',
      'already-checked-in',
      'already-refused',
      'entry-not-refusable',
    ],
  ),
  'act.undo': command('staff', z.strictObject({ target: eventRefSchema }), receiptSchema, [
    ...acting,
    ...backfill,
    'station-not-bound',
    'room-not-here',
    'undo-target-unknown',
    'undo-not-own-act',
    'undo-too-late',
    'undo-already-done',
    'undo-has-dependants',
    'undo-not-possible',
  ]),
  'document.issueSignInSheet': command(
    'staff',
    z.strictObject({ room: roomNoSchema, paper: paperSchema }),
    issuedDocumentSchema,
    [...acting, 'room-not-here', 'station-not-bound', 'glyph-missing'],
  ),
  'document.read': query(
    'staff',
    z.strictObject({ document: documentIdSchema }),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'document-unknown'],
  ),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
