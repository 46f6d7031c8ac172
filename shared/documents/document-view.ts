import type { LateSignature } from './late-signature.ts';
import type { PrintableLotResult } from './lot-result.ts';
import type { PrintablePackageCodes } from './package-codes.ts';
import type { PrintablePreExamChecks } from './pre-exam-checks.ts';
import type { PrintableRecoverySheet } from './recovery-sheet.ts';
import type { PrintableSignInSheet } from './sign-in-sheet-view.ts';
import type { PrintableSignedPaper } from './signed-paper-view.ts';
import type { PrintableSiteSheets } from './site-sheets.ts';

/** Every paper the station draws; further papers join this union. */
export type DocumentView =
  | PrintableSignInSheet
  | PrintableSignedPaper
  | PrintableSiteSheets
  | LateSignature
  | PrintableRecoverySheet
  | PrintablePackageCodes
  | PrintableLotResult
  | PrintablePreExamChecks;
