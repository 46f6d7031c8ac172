import { z } from 'zod';
import { calledNumberSchema } from '../domain/lots-events.ts';
import { base64Schema, eventRefSchema, instantSchema, roomNoSchema, staffIdSchema } from '../domain/schema-parts.ts';
import { acting, command, nothing, query } from './method.ts';
import { receiptSchema } from './views.ts';

const personSchema = z.strictObject({ staff: staffIdSchema, name: z.string() });

/** One 抽签 as it is read aloud. */
const lotDrawViewSchema = z.strictObject({
  event: eventRefSchema,
  /** 1 for the first of the day. */
  number: z.int(),
  at: instantSchema,
  by: z.string(),
  seed: z.string(),
  called: z.string().nullable(),
  /** Why it was drawn again; '' for the first. */
  reason: z.string(),
  /** Computed again from its seed just now, with the same result. */
  isVerified: z.boolean(),
  rooms: z.array(z.strictObject({ room: roomNoSchema, place: z.string(), people: z.array(personSchema) })),
  reserve: z.array(personSchema),
});
export type LotDrawView = z.infer<typeof lotDrawViewSchema>;

/** 抽签 (R20): who gets which room. */
export const lotMethods = {
  /** Whom and what lots would be drawn for now, and every draw so far, newest first. */
  'lots.read': query(
    'staff',
    nothing,
    z.strictObject({
      isInRules: z.boolean(),
      pool: z.array(personSchema),
      rooms: z.array(z.strictObject({ room: roomNoSchema, place: z.string(), places: z.int() })),
      draws: z.array(lotDrawViewSchema),
    }),
    [...acting, 'office-only'],
  ),
  /** Draws; once more only with a reason. */
  'lots.draw': command('staff', z.strictObject({ called: calledNumberSchema.nullable() }), receiptSchema, [
    ...acting,
    'reason-missing',
    'station-not-bound',
    'office-only',
    'lots-not-in-rules',
    'lots-closed',
    'lots-nothing-to-draw',
    'lots-too-few-people',
    'lots-not-possible',
  ]),
  /** 抽签结果 as PDF; drawn anew each time, nowhere kept. */
  'lots.sheet': query(
    'staff',
    z.strictObject({ draw: eventRefSchema }),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'office-only', 'lots-unknown', 'glyph-missing'],
  ),
} as const;
