import { z } from 'zod';
import { drawingSchema } from '../domain/drawing.ts';
import { base64Schema, digestSchema, documentIdSchema, paperSchema, roomNoSchema } from '../domain/schema-parts.ts';
import { acting, backfill, command, inPaper, query } from './method.ts';
import { issuedDocumentSchema, receiptSchema, roomRecordPreviewSchema } from './views.ts';

/** Papers 文书: previewed, signed, issued, handed out, read again. */
export const paperMethods = {
  'document.issueSignInSheet': command(
    'staff',
    z.strictObject({ room: roomNoSchema, paper: paperSchema }),
    issuedDocumentSchema,
    [...acting, 'room-not-here', 'station-not-bound', 'glyph-missing'],
  ),
  /** 考场情况记录单 as it would stand on paper now, its digest, and who has signed exactly this. */
  'roomRecord.preview': query('staff', z.strictObject(inPaper), roomRecordPreviewSchema, [...acting, 'room-not-here']),
  /** 手写签名 of the acting person under exactly what the preview showed. */
  'roomRecord.approve': command(
    'staff',
    z.strictObject({ ...inPaper, contentDigest: digestSchema, drawing: drawingSchema }),
    receiptSchema,
    [...acting, 'station-not-bound', 'room-not-here', 'not-collected', 'approval-stale', 'already-approved'],
  ),
  'document.issueRoomRecord': command('staff', z.strictObject(inPaper), issuedDocumentSchema, [
    ...acting,
    'room-not-here',
    'station-not-bound',
    'not-collected',
    'glyph-missing',
  ]),
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
    [...acting, 'document-unknown'],
  ),
} as const;
