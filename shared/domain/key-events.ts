import { z } from 'zod';
import { sealedBoxSchema, staffIdSchema } from './schema-parts.ts';

/** 恢复单编号: tells one sheet from another, and nothing of the code on it. */
export const sheetNoSchema = z.string().regex(/^[0-9A-F]{6}$/);

/** What becomes of the day's key on one station, and of the PINs it keeps. */
export const keyEventSchemas = {
  /** 恢复单 made: its code opens this station's wrapped key. */
  RecoverySheetIssued: z.strictObject({ sheet: sheetNoSchema }),
  /** Its code was typed back from paper, whole and right: what was printed can be read. */
  RecoverySheetChecked: z.strictObject({ sheet: sheetNoSchema }),
  /** 忘记 PIN: another one, with the recovery code in place of the old one. */
  PinReplaced: z.strictObject({ staff: staffIdSchema, pin: sealedBoxSchema, sheet: sheetNoSchema }),
  /** 锁存考核日: from here on this station has no key of the day; `openPapers` were not collected yet. */
  DayLocked: z.strictObject({ sheet: sheetNoSchema, openPapers: z.int().min(0) }),
  /** The day's key was brought back by a sheet's code: after 锁存, or on a computer that had lost it. */
  DayUnlocked: z.strictObject({ sheet: sheetNoSchema }),
} as const;
