import { z } from 'zod';
import { documentKindSchema } from '../domain/events.ts';
import { scanPictureSchema } from '../domain/scan-events.ts';
import {
  base64Schema,
  documentIdSchema,
  instantSchema,
  paperSchema,
  roomNoSchema,
  seatNoSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import { acting, command, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** 12 MiB of file as base64. */
const MAX_PICTURE_CHARS = 16 * 1024 * 1024;

/** A row of 签到表 that is pointed out; name as it was printed, '' where it is not known any more. */
const rowSchema = z.strictObject({ seat: seatNoSchema, name: z.string() });

/** What was found on one page. */
const pageFindings = {
  page: z.int(),
  /** Rows to be signed; null where the page has none, or they are not known. */
  rows: z.int().nullable(),
  unsigned: z.array(rowSchema),
  /** 看不清. */
  unclear: z.array(rowSchema),
};

const whichPaper = {
  document: documentIdSchema,
  kind: documentKindSchema,
  room: roomNoSchema,
  paper: paperSchema.nullable(),
  copy: z.int(),
  pages: z.int(),
};

/** A paper that is signed by hand, and its pages that were filed, in order. */
export const scannedPaperSchema = z.strictObject({
  ...whichPaper,
  issuedAt: instantSchema,
  filed: z.array(
    z.strictObject({
      ...pageFindings,
      /** `isAway`: recorded as absent or refused by now, so that nobody could sign. */
      unsigned: z.array(z.strictObject({ ...rowSchema.shape, isAway: z.boolean() })),
      at: instantSchema,
      by: staffIdSchema.nullable(),
      picture: scanPictureSchema,
    }),
  ),
  /** Every page is there. */
  isComplete: z.boolean(),
});
export type ScannedPaper = z.infer<typeof scannedPaperSchema>;

/** 扫描归档: photos and scans of papers that were signed by hand. */
export const paperScanMethods = {
  /** One page, filed to its paper by the code on it. `isOlderMeant`: this copy, though a newer one was printed. */
  'paperScan.file': command(
    'staff',
    z.strictObject({ bytes: z.string().max(MAX_PICTURE_CHARS).pipe(base64Schema), isOlderMeant: z.boolean() }),
    z.strictObject({ ...receiptSchema.shape, ...whichPaper, ...pageFindings }),
    [
      ...acting,
      'station-not-bound',
      'room-not-here',
      'scan-is-pdf',
      'not-a-picture',
      'picture-too-large',
      'picture-reader-failed',
      'code-not-found',
      'codes-of-several',
      'code-unreadable',
      'paper-of-rehearsal',
      'paper-of-real-day',
      'paper-of-other-day',
      'paper-of-other-station',
      'paper-unknown',
      'paper-code-differs',
      'paper-older-copy',
    ],
  ),
  /** Sheets that wait for their scan, and every paper of which there is one; `room` null = all rooms. */
  'paperScan.list': query(
    'staff',
    z.strictObject({ room: roomNoSchema.nullable() }),
    z.strictObject({ papers: z.array(scannedPaperSchema) }),
    [...acting],
  ),
  /** The picture of a page as it came. */
  'paperScan.read': query(
    'staff',
    z.strictObject({ document: documentIdSchema, page: z.int().min(1) }),
    z.strictObject({ fileName: z.string(), picture: scanPictureSchema, bytes: base64Schema }),
    [...acting, 'document-unknown'],
  ),
} as const;
