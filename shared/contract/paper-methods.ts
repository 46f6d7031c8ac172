import { z } from 'zod';
import { base64Schema, documentIdSchema, paperSchema, roomNoSchema } from '../domain/schema-parts.ts';
import { acting, backfill, command, inPaper, query } from './method.ts';
import { issuedDocumentSchema, receiptSchema } from './views.ts';

/** Papers 文书: issued, handed out, read again. Those that people sign are in signed-paper-methods.ts. */
export const paperMethods = {
  'document.issueSignInSheet': command(
    'staff',
    z.strictObject({ room: roomNoSchema, paper: paperSchema }),
    issuedDocumentSchema,
    [...acting, 'room-not-here', 'station-not-bound', 'glyph-missing'],
  ),
  /** 签到表 of every room in one file, at the exam office. */
  'document.issueSiteSheets': command(
    'staff',
    z.strictObject({ paper: paperSchema }),
    z.strictObject({ ...issuedDocumentSchema.shape, rooms: z.int() }),
    [...acting, 'office-only', 'station-not-bound', 'glyph-missing'],
  ),
  /** 签到表已领取. */
  'sheet.handOut': command('staff', z.strictObject(inPaper), receiptSchema, [
    ...acting,
    ...backfill,
    'office-only',
    'station-not-bound',
    'room-not-here',
    'already-handed-out',
  ]),
  'document.read': query(
    'staff',
    z.strictObject({ document: documentIdSchema }),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'document-unknown', 'sealed-file-missing'],
  ),
} as const;
