import { z } from 'zod';
import {
  candidateIdSchema,
  eventRefSchema,
  instantSchema,
  seatNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import { approvalSchema } from '../domain/course-events.ts';
import { type ContractErrorCode, proofSchema } from './call.ts';
import { pinSchema } from './key-methods.ts';
import { acting, approving, command, freeTextSchema, inPaper, named, nothing, onSpot, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** A typed PIN. `null`: his PIN was refused again and again, and he confirms by name where that is open (PP4). */
const typedPinSchema = pinSchema.nullable();
const byPin = ['no-day', 'staff-unknown', 'pin-wrong', 'pin-wait'] as const satisfies readonly ContractErrorCode[];

/** Who acts at this computer, who confirms beside him, and where people sit. */
export const personMethods = {
  /** 换人: the person at the screen by his PIN. */
  'person.signIn': query(
    'session',
    z.strictObject({ staff: staffIdSchema, pin: pinSchema }),
    z.strictObject({ proof: proofSchema }),
    byPin,
  ),
  /** 离开: the call's own proof is over. */
  'person.signOut': query('session', nothing, nothing),
  /** 第二人确认 or 主考当面批准: by the own PIN, of exactly the act that is sent next; it stands for a minute. */
  'person.coSign': query(
    'session',
    z.strictObject({
      staff: staffIdSchema,
      pin: typedPinSchema,
      as: z.enum(['second', 'approver']),
      act: z.strictObject({
        method: z.string().max(60),
        actor: staffIdSchema.nullable(),
        second: staffIdSchema.nullable(),
        occurredAt: instantSchema.nullable(),
        reason: z.string().trim().min(1).max(500).nullable(),
        input: z.unknown(),
      }),
    }),
    z.strictObject({ proof: proofSchema }),
    [...byPin, 'by-name-not-open', 'unknown-method'],
  ),
  /** 按姓名继续 in a running paper, after several wrong PINs. */
  'person.enterByName': command(
    'session',
    z.strictObject({ staff: staffIdSchema }),
    z.strictObject({ ...receiptSchema.shape, proof: proofSchema }),
    ['no-day', 'staff-unknown', 'role-not-allowed', 'by-name-not-open'],
  ),
  /** Another PIN for oneself; the chief and deputies for those who lead nothing. */
  'staff.resetPin': command('staff', z.strictObject({ staff: staffIdSchema, pin: pinSchema }), receiptSchema, [
    ...acting,
    'staff-unknown',
    'pin-of-leader',
  ]),
  /** 追认. */
  'act.ratify': command('staff', z.strictObject({ target: eventRefSchema }), receiptSchema, [
    ...acting,
    'nothing-to-ratify',
  ]),
  /** 换座 (R38). */
  'seat.change': command(
    'staff',
    z.strictObject({
      ...inPaper,
      candidate: candidateIdSchema,
      from: seatNoSchema,
      to: seatNoSchema,
      why: freeTextSchema,
      approval: approvalSchema,
    }),
    receiptSchema,
    [...onSpot, ...approving, ...named, 'seat-moved-meanwhile', 'seat-same', 'seat-taken'],
  ),
} as const;
