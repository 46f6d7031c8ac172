import { z } from 'zod';
import { approvalSchema, despiteSchema } from '../domain/course-events.ts';
import {
  entryChecksSchema,
  noteKindSchema,
  refusalReasonSchema,
  submissionHowSchema,
  violationDiscoverySchema,
} from '../domain/events.ts';
import {
  candidateIdSchema,
  eventRefSchema,
  milestoneIdSchema,
  paperSchema,
  roomNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import { acting, approving, backfill, command, freeTextSchema, inPaper, named, onSpot, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** What is done and recorded in a room on the day. */
export const actMethods = {
  'signal.give': command(
    'staff',
    z.strictObject({ signal: z.enum(['prepare', 'start', 'end']), paper: paperSchema }),
    receiptSchema,
    [...acting, ...backfill, 'station-not-bound', 'signal-already-given', 'signal-too-early', 'paper-paused'],
  ),
  'milestone.confirm': command('staff', z.strictObject({ milestone: milestoneIdSchema }), receiptSchema, [
    ...acting,
    ...backfill,
    'milestone-unknown',
    'milestone-by-act',
    'paper-paused',
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
      /** What was asked and answered; absent where nothing stands against the entry. */
      despite: z.array(despiteSchema).optional(),
      approval: approvalSchema.nullable().optional(),
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
      'absent-before',
      'eligibility-cancelled',
      ...approving,
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
    'paper-sealed',
  ]),
  /** 缺考登记 of the people shown by name, in one act. */
  'absence.record': command(
    'staff',
    z.strictObject({ ...inPaper, candidates: z.array(candidateIdSchema).min(1).max(500) }),
    receiptSchema,
    [...onSpot, ...named, 'absence-not-open', 'already-checked-in', 'already-absent', 'nobody-named'],
  ),
  /** 交卷. */
  'submission.record': command(
    'staff',
    z.strictObject({ ...inPaper, candidate: candidateIdSchema, how: submissionHowSchema }),
    receiptSchema,
    [
      ...onSpot,
      ...named,
      'not-present',
      'submission-not-open',
      'forced-submission-not-in-rules',
      'already-submitted',
      'already-left',
    ],
  ),
  /** 离场, after 交卷 (C06). */
  'leave.record': command(
    'staff',
    z.strictObject({
      ...inPaper,
      candidate: candidateIdSchema,
      isConfirmedByTechnician: z.boolean(),
      technician: staffIdSchema.nullable(),
    }),
    receiptSchema,
    [...onSpot, ...named, 'not-present', 'not-submitted', 'already-left', 'leave-not-open', 'technician-not-confirmed'],
  ),
  /** 违纪登记, co-signed by the room's other invigilator; 口头警告 by one person. */
  'violation.record': command(
    'staff',
    z.strictObject({
      ...inPaper,
      candidate: candidateIdSchema,
      code: z.string().max(4),
      measure: z.enum(['warned', 'recorded']),
      discovery: violationDiscoverySchema,
      facts: freeTextSchema.nullable(),
      held: freeTextSchema.nullable(),
      isTicketHeld: z.boolean(),
    }),
    receiptSchema,
    [...onSpot, ...named, 'entry-not-open', 'violation-code-unknown', 'facts-missing', 'two-invigilators-needed'],
  ),
  /** 记一笔. */
  'note.take': command(
    'staff',
    z.strictObject({ ...inPaper, candidate: candidateIdSchema.nullable(), kind: noteKindSchema, text: freeTextSchema }),
    receiptSchema,
    [...onSpot, 'candidate-unknown'],
  ),
  /** 已在监考管理系统登记. */
  'examSystem.register': command(
    'staff',
    z.strictObject({ ...inPaper, targets: z.array(eventRefSchema).min(1).max(200) }),
    receiptSchema,
    [...onSpot, 'not-registrable', 'already-registered'],
  ),
  /** 收卷. */
  'paper.collect': command(
    'staff',
    z.strictObject({
      ...inPaper,
      notSubmitted: z.array(z.strictObject({ candidate: candidateIdSchema, why: freeTextSchema })).max(500),
      isConfirmedByTechnician: z.boolean(),
    }),
    receiptSchema,
    [
      ...onSpot,
      ...named,
      'paper-paused',
      'collection-too-early',
      'absences-open',
      'not-present',
      'already-submitted',
      'technician-not-confirmed',
      'already-collected',
    ],
  ),
  /** The texts of a room's violations and notes, and the reasons in its course (delays, extensions …), for the staff. */
  'records.texts': query(
    'staff',
    z.strictObject({ room: roomNoSchema }),
    z.strictObject({
      texts: z.array(
        z.strictObject({
          event: eventRefSchema,
          text: z.string(),
          /** 暂扣物品; '' for none. */
          held: z.string(),
        }),
      ),
    }),
    [...acting, 'room-not-here'],
  ),
} as const;
