import { z } from 'zod';
import { eventRefSchema, sealedBoxSchema } from './schema-parts.ts';

/** 更正 of sealed papers. */
export const correctionEventSchemas = {
  /** 开更正单: from here on what the sealed paper says may be taken back, until the correction is sealed too. */
  CorrectionOpened: z.strictObject({
    /** The PaperIssued of the sealed paper. */
    corrects: eventRefSchema,
    /** 更正原因, sealed. */
    why: sealedBoxSchema,
  }),
} as const;
