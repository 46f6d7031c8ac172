import { z } from 'zod';
import {
  candidateIdSchema,
  eventRefSchema,
  instantSchema,
  paperSchema,
  sealedBoxSchema,
  seatNoSchema,
  staffIdSchema,
} from './schema-parts.ts';
import { SPOKEN_KINDS } from './timeline-types.ts';

/**
 * 主考批准: who approved, and how the room knows (D22): he stood by, he said the code of this `number` on the telephone, or
 * he was called and two of the room sign that he was.
 */
export const approvalSchema = z
  .strictObject({
    approver: staffIdSchema,
    how: z.enum(['present', 'code', 'phone']),
    /** With 'code' alone: which of the room's codes. */
    number: z.int().min(1).max(999).optional(),
  })
  .refine(({ how, number }) => (how === 'code') === (number !== undefined));
export type Approval = z.infer<typeof approvalSchema>;

/** What an entry was allowed in spite of, asked and answered: 上一科缺考, 已取消考试资格. */
export const despiteSchema = z.enum(['absent-before', 'eligibility-cancelled']);
export type Despite = z.infer<typeof despiteSchema>;

/** 连场 of two papers: 留座连场 or 离场重进. */
export const seatingModeSchema = z.enum(['stay', 're-enter']);
export type SeatingMode = z.infer<typeof seatingModeSchema>;

/** One sentence of the site's own manual for a milestone; `paper` null = in both papers. */
export const siteTextSchema = z.strictObject({
  kind: z.enum(SPOKEN_KINDS),
  paper: paperSchema.nullable(),
  text: z.string().trim().min(1).max(600),
});
export type SiteText = z.infer<typeof siteTextSchema>;

const why = sealedBoxSchema;

/** The course of the day 经过: what moves a paper's minutes, and what people settle about the clock and the two papers. */
export const courseEventSchemas = {
  /** 延迟开考: the paper starts at `startsAt`, its whole window moves along; the last one that stands counts. */
  PaperDelayed: z.strictObject({ startsAt: instantSchema, why, approval: approvalSchema }),
  /** 暂停: from `occurredAt` nobody answers, and no minute of the paper falls due. */
  PaperPaused: z.strictObject({ why: why.nullable() }),
  /** 恢复, with the lost time as the screen said it. What is made up for is an extension of its own. */
  PaperResumed: z.strictObject({ lostMs: z.int().min(0) }),
  /** 延时 of the room (`seats` null) or of some seats on top of the room's end. */
  PaperExtended: z.strictObject({
    seats: z.array(seatNoSchema).min(1).max(500).nullable(),
    minutes: z.int().min(1).max(1440),
    /** The cut-off and the first leave ban move along (the cut lay in the first 30 minutes, and the chief said so). */
    movesCutoff: z.boolean(),
    why,
    approval: approvalSchema,
  }),
  /** 考试系统已设置: a delay or an extension stands in the exam system too. `technician` null where none is on the staff list. */
  AdjustmentSetInSystem: z.strictObject({ target: eventRefSchema, technician: staffIdSchema.nullable() }),
  /** 撤回 of a delay or an extension; `keptMs` of the extension stay where the end before it lies in the past. */
  AdjustmentWithdrawn: z.strictObject({
    target: eventRefSchema,
    keptMs: z.int().min(0),
    why,
    approval: approvalSchema,
  }),
  /** 连场 chosen by the chief for the later paper. */
  SeatingChosen: z.strictObject({ mode: seatingModeSchema, approval: approvalSchema }),
  /** 取消考试资格, decided by the chief on a violation (C22). */
  EligibilityCancelled: z.strictObject({
    candidate: candidateIdSchema,
    violation: eventRefSchema,
    why,
    approval: approvalSchema,
  }),
  /** Whether alarms may sound between T and E. */
  AlarmSoundSet: z.strictObject({ duringExam: z.boolean() }),
  /** 宣读指令 of the site's own manual, all of them anew; none = the program's own. */
  AnnouncementsLoaded: z.strictObject({ texts: z.array(siteTextSchema).max(100) }),
  /** The clock set by two people: the wall believed again, or the official time typed (时间待核 until ratified). */
  ClockSet: z.strictObject({
    kind: z.enum(['accept-wall', 'official-time']),
    before: instantSchema,
    after: instantSchema,
    /** What the computer's own clock said. */
    wall: instantSchema,
  }),
  /** 时间核实 by the chief: what this station recorded in doubt before is in doubt no more. */
  ClockRatified: z.strictObject({}),
} as const;
