import { z } from 'zod';
import { codeVerdictSchema } from '../documents/code-verdict.ts';
import { base64Schema } from '../domain/schema-parts.ts';
import { sealVerdictSchema } from '../domain/seal-verdict.ts';
import { companionAlgSchema } from '../domain/companion-seal.ts';
import { acting, command, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** 12 MiB of file as base64. */
const MAX_FILE_CHARS = 16 * 1024 * 1024;
const fileSchema = z.string().max(MAX_FILE_CHARS).pipe(base64Schema);
/** More than the largest QR code holds. */
const MAX_CODE_CHARS = 4300;

/** 国密 and 核验: what a sealed file or the code on a page is, held against the journal that is open here. */
export const paperCheckMethods = {
  /** 国密: whether sealed papers are signed a second time, from the next seal on. */
  'companionSeal.choose': command('staff', z.strictObject({ alg: companionAlgSchema.nullable() }), receiptSchema, [
    ...acting,
    'companion-already-so',
  ]),
  'sealedPaper.check': query('staff', z.strictObject({ bytes: fileSchema }), sealVerdictSchema, [
    ...acting,
    'not-a-pdf',
    'pdf-unreadable',
  ]),
  /** The code as a scanner types it, or a picture that shows it. */
  'paperCode.check': query(
    'staff',
    z.union([z.strictObject({ text: z.string().max(MAX_CODE_CHARS) }), z.strictObject({ picture: fileSchema })]),
    codeVerdictSchema,
    [
      ...acting,
      'not-a-picture',
      'picture-too-large',
      'picture-reader-failed',
      'code-not-found',
      'codes-of-several',
      'code-unreadable',
      'code-of-newer-program',
      'paper-of-rehearsal',
      'paper-of-real-day',
    ],
  ),
} as const;
