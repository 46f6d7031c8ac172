import { z } from 'zod';

/** C27: whose 签到表 candidates sign: the platform's print-out, or this station's. */
export const sheetMakerSchema = z.enum(['platform', 'station']);
export type SheetMaker = z.infer<typeof sheetMakerSchema>;

/** Which 签到表 is the official one, of a room or, without one, of the site. */
export const officialSheetEventSchemas = {
  OfficialSheetChosen: z.strictObject({ which: sheetMakerSchema }),
} as const;
