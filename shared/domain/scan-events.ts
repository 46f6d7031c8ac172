import { z } from 'zod';
import { digestSchema, documentIdSchema, seatNoSchema } from './schema-parts.ts';

/** What a picture of a paper can be kept as. */
export const scanPictureSchema = z.enum(['jpeg', 'png', 'webp', 'tiff']);

/** Papers that were signed by hand, seen again. */
export const scanEventSchemas = {
  /** 扫描归档: the photo or scan of one page, filed to its paper by the code on it. */
  PaperScanFiled: z.strictObject({
    document: documentIdSchema,
    /** 1-based. */
    page: z.int().min(1),
    pages: z.int().min(1),
    /** SHA-256 of the sealed file, hex. */
    file: digestSchema,
    picture: scanPictureSchema,
    /** How many rows of the page are to be signed; null where it has none, or where they are not known any more. */
    rows: z.int().min(0).nullable(),
    /** Seats without a signature, ascending. */
    unsigned: z.array(seatNoSchema).max(200),
    /** Seats of which the picture does not tell, ascending. */
    unclear: z.array(seatNoSchema).max(200),
  }),
} as const;
