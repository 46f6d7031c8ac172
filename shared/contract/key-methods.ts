import { z } from 'zod';
import { sheetNoSchema } from '../domain/key-events.ts';
import { base64Schema, dayIdSchema, staffIdSchema } from '../domain/schema-parts.ts';
import { RECOVERY_GROUPS } from '../recovery-code.ts';
import type { ContractErrorCode } from './call.ts';
import { acting, command, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** A 4 to 8 digit PIN; hashed with argon2id before it is stored. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/** The code of a 恢复单 as it was typed, group by group; blanks and full-width digits are read over. */
const groupsSchema = z.array(z.string().max(40)).length(RECOVERY_GROUPS);

/** A typed code: one group mistyped, another sheet's, tried too often, or nothing here that it could open. */
const byCode = [
  'recovery-group-wrong',
  'recovery-code-other',
  'recovery-wait',
  'wrapped-key-unusable',
] as const satisfies readonly ContractErrorCode[];

/** The day's key and the paper that brings it back 恢复单. */
export const keyMethods = {
  /** Opens the locked day; anybody who holds the sheet, for no staff can be told before. */
  'day.unlock': command('session', z.strictObject({ groups: groupsSchema }), z.strictObject({ day: dayIdSchema }), [
    ...byCode,
    'no-day',
    'day-cannot-open',
  ]),
  /** 换考核日: another day of this computer, when no paper of the open one runs. */
  'day.open': command('session', z.strictObject({ day: dayIdSchema }), z.strictObject({ day: dayIdSchema }), [
    'role-not-allowed',
    'day-unknown',
    'papers-running',
    'day-cannot-open',
  ]),
  /** Makes a new 恢复单 in place of the one that the screen showed (null: none). What stands on it is read by itself. */
  'recovery.issueSheet': command(
    'staff',
    z.strictObject({ replaces: sheetNoSchema.nullable() }),
    z.strictObject({ ...receiptSchema.shape, sheet: sheetNoSchema }),
    [...acting, 'sheet-changed'],
  ),
  /** The sheet to print, as PDF; nowhere kept, and given until its code was typed back. */
  'recovery.readSheet': query(
    'staff',
    z.strictObject({ sheet: sheetNoSchema }),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'sheet-gone', 'glyph-missing'],
  ),
  /** The code typed back from the printed sheet: from then on it stands on paper alone. */
  'recovery.checkSheet': command('staff', z.strictObject({ groups: groupsSchema }), receiptSchema, [
    ...acting,
    ...byCode,
    'sheet-other',
    'sheet-already-checked',
  ]),
  /** 忘记 PIN: another one for a member of staff, with the recovery code in place of the old one. */
  'staff.replacePin': command(
    'session',
    z.strictObject({ staff: staffIdSchema, pin: pinSchema, groups: groupsSchema }),
    receiptSchema,
    ['no-day', ...byCode, 'staff-unknown'],
  ),
  /** 锁存考核日: this station's key of the day is destroyed, only the wrapped one stays. */
  'day.lock': command('staff', z.strictObject({ acceptsOpenPapers: z.boolean() }), receiptSchema, [
    ...acting,
    'sheet-not-checked',
    'papers-open',
    'wrapped-key-unusable',
  ]),
} as const;
