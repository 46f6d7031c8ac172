import type { PrintableLotResult } from './lot-result.ts';
import type { PrintablePackageCodes } from './package-codes.ts';
import type { PrintablePreExamChecks } from './pre-exam-checks.ts';
import type { PrintableRecoverySheet } from './recovery-sheet.ts';
import type { PrintableRoomRecord } from './room-record-view.ts';
import type { PrintableSignInSheet } from './sign-in-sheet-view.ts';
import type { PrintableSiteSheets } from './site-sheets.ts';

/** Every paper the station draws; further papers join this union. */
export type DocumentView =
  | PrintableSignInSheet
  | PrintableRoomRecord
  | PrintableSiteSheets
  | PrintableRecoverySheet
  | PrintablePackageCodes
  | PrintableLotResult
  | PrintablePreExamChecks;
