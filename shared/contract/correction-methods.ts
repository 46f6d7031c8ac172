import { z } from 'zod';
import { eventRefSchema } from '../domain/schema-parts.ts';
import { acting, command, freeTextSchema, inPaper } from './method.ts';
import { receiptSchema } from './views.ts';

/** 更正 of sealed papers. */
export const correctionMethods = {
  /** 开更正单 of the sealed paper of this PaperIssued; it is signed and sealed by `signedPaper.*`, about this event. */
  'correction.open': command(
    'staff',
    z.strictObject({ ...inPaper, corrects: eventRefSchema, why: freeTextSchema }),
    receiptSchema,
    [
      ...acting,
      'station-not-bound',
      'room-not-here',
      'sealed-file-missing',
      'document-not-sealed',
      'correction-of-correction',
      'correction-open',
    ],
  ),
} as const;
