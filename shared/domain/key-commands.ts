import type { StaffId, StationId } from '../ids.ts';
import type { EventData } from './events.ts';
import type { SealedBox } from './schema-parts.ts';

/** Sheets and stations are filled in by the station, which alone has keys; see `key-events.ts`. */
export type KeyCommand = IssueRecoverySheet | CheckRecoverySheet | ReplacePin | LockDay;

export interface IssueRecoverySheet {
  readonly type: 'issueRecoverySheet';
  readonly station: StationId;
  readonly sheet: string;
  /** The sheet that the screen showed as this station's latest, null for none: a second click makes no second sheet. */
  readonly replaces: string | null;
  /** What the station seals with, named on the sheet; null where none could be made. */
  readonly certificate: EventData<'SealCertificateListed'> | null;
}

export interface CheckRecoverySheet {
  readonly type: 'checkRecoverySheet';
  readonly station: StationId;
  /** The sheet whose code was typed. */
  readonly sheet: string;
}

export interface ReplacePin {
  readonly type: 'replacePin';
  readonly staff: StaffId;
  readonly pin: SealedBox;
  /** The sheet whose code was typed in place of the old PIN. */
  readonly sheet: string;
}

export interface LockDay {
  readonly type: 'lockDay';
  readonly station: StationId;
  /** The person at the screen has seen that papers are not collected yet. */
  readonly acceptsOpenPapers: boolean;
}

/** Why a command on the day's keys was not carried out. */
export type KeyRefusalCode =
  | 'sheet-changed'
  | 'sheet-other'
  | 'sheet-already-checked'
  | 'sheet-not-checked'
  | 'staff-unknown'
  | 'papers-open';
