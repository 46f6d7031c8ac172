import { z } from 'zod';
import { readCheckCode } from '../domain/check-code.ts';
import { readRecordNumber } from '../domain/record-number.ts';
import { eventRefSchema, milestoneIdSchema, roomNoSchema } from '../domain/schema-parts.ts';
import { acting, backfill, command, inPaper, nothing, onSpot, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** Typed by hand: case, gaps and look-alikes are as they come. */
const typed = (isOne: (text: string) => boolean) => z.string().trim().min(1).max(40).refine(isOne);

/** 校验码: six characters of a head, read out by a room and noted in the exam office. */
export const checkCodeMethods = {
  /** 已报主考, of a confirmed 开考, 截止入场 or 结束. */
  'checkCode.give': command('staff', z.strictObject({ ...inPaper, milestone: milestoneIdSchema }), receiptSchema, [
    ...onSpot,
    'check-code-not-open',
    'check-code-already-given',
  ]),
  /** As heard: "A#57" and "K7M 2QX". */
  'checkCode.note': command(
    'staff',
    z.strictObject({
      room: roomNoSchema,
      number: typed((text) => readRecordNumber(text) !== null),
      code: typed((text) => readCheckCode(text) !== null),
    }),
    receiptSchema,
    [...acting, ...backfill, 'station-not-bound', 'room-not-here', 'office-only', 'check-code-already-noted'],
  ),
  /** What is still to be read out here, and how the codes noted here agree with the chains that this station holds. */
  'checkCodes.read': query(
    'staff',
    nothing,
    z.strictObject({
      toGive: z.array(z.strictObject({ milestone: milestoneIdSchema, head: eventRefSchema, code: z.string() })),
      noted: z.array(
        z.strictObject({
          event: eventRefSchema,
          /** 'not-here' = this station does not hold that record. */
          verdict: z.enum(['agrees', 'differs', 'not-here']),
        }),
      ),
    }),
    [...acting],
  ),
} as const;
