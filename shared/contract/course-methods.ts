import { z } from 'zod';
import { approvalSchema, seatingModeSchema, siteTextSchema } from '../domain/course-events.ts';
import {
  base64Schema,
  candidateIdSchema,
  eventRefSchema,
  instantSchema,
  paperSchema,
  roomNoSchema,
  seatNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import {
  acting,
  approving,
  backfill,
  command,
  freeTextSchema,
  inPaper,
  named,
  nothing,
  onSpot,
  query,
} from './method.ts';
import { receiptSchema } from './views.ts';

/** `room` null = every room of the site, from the exam office. */
const ofPaper = { room: roomNoSchema.nullable(), paper: paperSchema };
/** What becomes of the next paper when this one runs into it; null = not asked. */
const nextPaperSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('delay'), startsAt: instantSchema }),
    z.strictObject({ kind: z.literal('keep') }),
  ])
  .nullable();
const cutoffSchema = z.enum(['moves', 'stays']).nullable();
const adjusting = { next: nextPaperSchema, why: freeTextSchema, approval: approvalSchema };
const minutesSchema = z.int().min(1).max(1440);
const onCourse = [...onSpot, ...approving, 'office-only'] as const;
const colliding = ['collision-unanswered', 'collision-remains'] as const;

/** What moves the minutes of a paper, and what people settle about the clock and the two papers. */
export const courseMethods = {
  /** 延迟开考. */
  'paper.delay': command(
    'staff',
    z.strictObject({ ...ofPaper, ...adjusting, startsAt: instantSchema }),
    receiptSchema,
    [...onCourse, ...colliding, 'delay-out-of-range', 'already-started', 'paper-over'],
  ),
  /** 暂停; entered later with the call's `occurredAt`. */
  'paper.pause': command('staff', z.strictObject({ ...ofPaper, why: freeTextSchema.nullable() }), receiptSchema, [
    ...onSpot,
    'office-only',
    'paper-not-running',
    'already-paused',
  ]),
  /** 恢复, with what is made up for. */
  'paper.resume': command(
    'staff',
    z.strictObject({
      ...ofPaper,
      extension: z.strictObject({ ...adjusting, minutes: minutesSchema, cutoff: cutoffSchema }).nullable(),
    }),
    receiptSchema,
    [...onCourse, ...colliding, 'not-paused', 'cutoff-unanswered', 'paper-over'],
  ),
  /** 延时 of the room or of seats. */
  'paper.extend': command(
    'staff',
    z.strictObject({
      ...ofPaper,
      ...adjusting,
      seats: z.array(seatNoSchema).min(1).max(500).nullable(),
      minutes: minutesSchema,
      cutoff: cutoffSchema,
      /** `countSteps` of what was shown when it was confirmed; null = nothing was shown. */
      seen: z.int().min(0).nullable(),
    }),
    receiptSchema,
    [
      ...onCourse,
      ...colliding,
      'paper-not-running',
      'paper-paused',
      'course-changed',
      'already-collected',
      'cutoff-unanswered',
      'seat-unknown',
    ],
  ),
  /** 考试系统已设置. */
  'adjustment.setInSystem': command(
    'staff',
    z.strictObject({ ...inPaper, target: eventRefSchema, technician: staffIdSchema.nullable() }),
    receiptSchema,
    [...onSpot, 'adjustment-unknown', 'already-withdrawn', 'already-set-in-system'],
  ),
  /** 撤回 of a delay or an extension. */
  'adjustment.withdraw': command(
    'staff',
    z.strictObject({ ...ofPaper, ...adjusting, target: eventRefSchema, endsAt: instantSchema.nullable() }),
    receiptSchema,
    [
      ...onCourse,
      ...colliding,
      'adjustment-unknown',
      'already-withdrawn',
      'withdrawal-before-now',
      'already-started',
      'already-collected',
    ],
  ),
  /** 连场: 留座连场 or 离场重进, for the later paper. */
  'seating.choose': command(
    'staff',
    z.strictObject({ ...ofPaper, mode: seatingModeSchema, approval: approvalSchema }),
    receiptSchema,
    [...onCourse, 'seating-not-open'],
  ),
  /** 留座连场: those shown in their seats are checked in for the later paper. */
  'seating.carryOver': command(
    'staff',
    z.strictObject({ ...inPaper, candidates: z.array(candidateIdSchema).min(1).max(500) }),
    receiptSchema,
    [
      ...onSpot,
      ...named,
      'seating-not-chosen',
      'not-in-room',
      'already-checked-in',
      'entry-not-open',
      'entry-closed',
      'eligibility-cancelled',
    ],
  ),
  /** 取消考试资格, decided by the chief on a violation. */
  'eligibility.cancel': command(
    'staff',
    z.strictObject({
      ...inPaper,
      candidate: candidateIdSchema,
      violation: eventRefSchema,
      why: freeTextSchema,
      approval: approvalSchema,
    }),
    receiptSchema,
    [...onSpot, ...approving, 'candidate-unknown', 'violation-unknown', 'already-cancelled'],
  ),
  /** Whether alarms may sound between T and E. */
  'alarm.setSound': command('staff', z.strictObject({ duringExam: z.boolean() }), receiptSchema, [
    ...acting,
    ...backfill,
    'station-not-bound',
    'sound-already-so',
  ]),
  /** Reads the site's own sentences from a table (.xlsx, .csv); stores nothing. */
  'announcements.preview': query(
    'staff',
    z.strictObject({ fileName: z.string().min(1).max(200), bytes: z.string().max(2_000_000).pipe(base64Schema) }),
    z.strictObject({
      texts: z.array(siteTextSchema),
      /** Rows that were not taken: the row's number in the sheet, and why. */
      problems: z.array(
        z.strictObject({
          row: z.int(),
          code: z.enum([
            'kind-unknown',
            'paper-unknown',
            'text-missing',
            'text-too-long',
            'placeholder-unknown',
            'twice',
          ]),
        }),
      ),
    }),
    [...acting, 'roster-file-refused', 'announcements-without-heading'],
  ),
  /** Takes them; none = the program's own again. */
  'announcements.load': command('staff', z.strictObject({ texts: z.array(siteTextSchema).max(100) }), receiptSchema, [
    ...acting,
    ...backfill,
    'station-not-bound',
    'announcement-twice',
  ]),
  /**
   * Two people set the clock: 'accept-wall' believes the computer's clock again, 'official-time' goes on from the typed
   * instant. Only while the clock is in doubt.
   */
  'clock.set': command(
    'staff',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('accept-wall') }),
      z.strictObject({ kind: z.literal('official-time'), time: instantSchema }),
    ]),
    receiptSchema,
    [...acting, ...backfill, 'station-not-bound', 'nothing-in-doubt', 'time-out-of-range'],
  ),
  /** 时间核实 by the chief. */
  'clock.ratify': command('staff', nothing, receiptSchema, [
    ...acting,
    ...backfill,
    'station-not-bound',
    'nothing-in-doubt',
  ]),
} as const;
