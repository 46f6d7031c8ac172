import { z } from 'zod';
import { checkCodeSchema } from './check-code.ts';
import { milestoneIdSchema, signedHeadSchema, stationLabelSchema } from './schema-parts.ts';

/** 校验码: what a room said of its journal, and what the exam office heard. */
export const checkCodeEventSchemas = {
  /** Read out to the chief: the code of the head that a milestone was confirmed at. */
  CheckCodeGiven: z.strictObject({ milestone: milestoneIdSchema, head: signedHeadSchema, code: checkCodeSchema }),
  /** Taken down as heard, under the record number that was said with it. */
  CheckCodeNoted: z.strictObject({
    label: stationLabelSchema,
    epoch: z.int().min(1),
    seq: z.int().min(1),
    code: checkCodeSchema,
  }),
} as const;
