import { z } from 'zod';
import { bindingSchema, roleSchema } from '../domain/events.ts';
import type { RuleAnswers } from '../domain/rule-sets/resolve.ts';
import {
  base64Schema,
  candidateIdSchema,
  commandIdSchema,
  dateSchema,
  dayIdSchema,
  editionSchema,
  instantSchema,
  roomNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import { actMethods } from './act-methods.ts';
import { checkCodeMethods } from './check-code-methods.ts';
import { checklistMethods } from './checklist-methods.ts';
import { correctionMethods } from './correction-methods.ts';
import { courseMethods } from './course-methods.ts';
import { keyMethods, pinSchema } from './key-methods.ts';
import { acting, command, nothing, query } from './method.ts';
import { backupMethods } from './backup-methods.ts';
import { packageMethods } from './package-methods.ts';
import { personMethods } from './person-methods.ts';
import { lotMethods } from './lot-methods.ts';
import { paperCheckMethods } from './paper-check-methods.ts';
import { paperMethods } from './paper-methods.ts';
import { paperScanMethods } from './paper-scan-methods.ts';
import { signedPaperMethods } from './signed-paper-methods.ts';
import { staffDescriptionSchema, staffMethods, staffNameSchema } from './staff-methods.ts';
import {
  candidateCardSchema,
  clockViewSchema,
  photoOutcomeSchema,
  receiptSchema,
  rosterPreviewSchema,
  searchResultSchema,
  staffCardSchema,
  statusSchema,
  storedEventSchema,
} from './views.ts';

/** 12 MiB of file as base64. */
const MAX_UPLOAD_CHARS = 16 * 1024 * 1024;

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
    z.strictObject({
      role: roleSchema,
      /** Null for who works everywhere, and for an invigilator who waits for his room. */
      room: roomNoSchema.nullable(),
      name: staffNameSchema,
      pin: pinSchema,
      described: staffDescriptionSchema.optional(),
    }),
    z.strictObject({ ...receiptSchema.shape, staff: staffIdSchema }),
    [
      ...acting,
      'staff-already-enlisted',
      'invigilators-complete',
      'station-not-bound',
      'not-trained',
      'recusal-needed',
    ],
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
  /** 导入照片: one batch of files; the page sends a folder in batches of one session. */
  'photos.file': command(
    'staff',
    z.strictObject({
      session: commandIdSchema,
      files: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(255), // as long as a file's name can be: one long name must not stop its batch
            bytes: z.string().max(MAX_UPLOAD_CHARS).pipe(base64Schema),
          }),
        )
        .min(1)
        .max(200),
    }),
    z.strictObject({ ...receiptSchema.shape, outcomes: z.array(photoOutcomeSchema) }),
    [...acting, 'station-not-bound', 'room-not-here', 'candidate-unknown', 'roster-empty'],
  ),
  /** Who has no photo yet, and which files of the last import were left out, and why. */
  'photos.report': query(
    'staff',
    nothing,
    z.strictObject({
      filed: z.int(),
      expected: z.int(),
      missing: z.array(candidateCardSchema),
      leftOut: z.array(photoOutcomeSchema),
    }),
    [...acting],
  ),
  /** Photos of some people, JPEG as base64; those without one are left out. */
  'candidates.photos': query(
    'staff',
    z.strictObject({ candidates: z.array(candidateIdSchema).min(1).max(60) }),
    z.strictObject({ photos: z.array(z.strictObject({ candidate: candidateIdSchema, jpeg: base64Schema })) }),
    [...acting],
  ),
  /** 演练: a station of its own beside this one; the page goes to `url`. A desktop opens its own window: null. */
  'rehearsal.open': query('session', nothing, z.strictObject({ url: z.string().nullable() }), [
    'rehearsal-unavailable',
  ]),
  /** The exam clock of a rehearsal: how fast it runs, and where it goes on from (never back). */
  'rehearsal.setClock': query(
    'session',
    z.strictObject({ rate: z.union([z.literal(1), z.literal(10), z.literal(60)]), jumpTo: instantSchema.nullable() }),
    clockViewSchema,
    ['not-a-rehearsal', 'clock-only-forward'],
  ),
  /** 大屏: a second page for the projector. A desktop opens its own window: `url` null, and how many screens it sees. */
  'bigScreen.open': query(
    'session',
    nothing,
    z.strictObject({ url: z.string().nullable(), displays: z.int().nullable() }),
    ['big-screen-unavailable'],
  ),
  ...actMethods,
  ...checkCodeMethods,
  ...correctionMethods,
  ...courseMethods,
  ...paperMethods,
  ...paperCheckMethods,
  ...paperScanMethods,
  ...signedPaperMethods,
  ...backupMethods,
  ...keyMethods,
  ...packageMethods,
  ...staffMethods,
  ...lotMethods,
  ...checklistMethods,
  ...personMethods,
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
