import { z } from 'zod';

/** A hand that signs gives some hundreds of points; what is sealed into the journal for good stays small. */
export const MAX_DRAWING_POINTS = 10_000;

/** Points of one stroke, one after the other: x, y, x, y, … in thousandths of the field's width, from its upper left. */
const strokeSchema = z.array(z.int().min(-200).max(1200)).min(2).max(4000);

/**
 * 手写签名 as it was drawn: strokes in a field `aspect` times as wide as high. A picture of a signature, nothing more
 * (the paper says so); it is sealed before it is stored.
 */
export const drawingSchema = z.strictObject({
  aspect: z.number().min(1).max(10),
  strokes: z
    .array(strokeSchema)
    .min(1)
    .max(200)
    .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= 2 * MAX_DRAWING_POINTS),
});
export type Drawing = z.infer<typeof drawingSchema>;
