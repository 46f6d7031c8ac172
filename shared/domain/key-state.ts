import type { StaffId, StationId } from '../ids.ts';
import type { EventRef } from './schema-parts.ts';

/** What was said of the day's keys, by every station of its own. */
export interface KeyState {
  /** In merged order; a station's last one is the one that counts there. */
  readonly sheets: readonly RecoverySheet[];
  /** Stations whose key was destroyed by 锁存 and not brought back since. */
  readonly locked: Readonly<Partial<Record<StationId, EventRef>>>;
}

/** 恢复单. */
export interface RecoverySheet {
  readonly sheet: string;
  readonly station: StationId;
  readonly issuedAt: number;
  readonly issuedBy: StaffId | null;
  /** Null until its code was typed back from the paper. */
  readonly checkedAt: number | null;
  readonly checkedBy: StaffId | null;
}

export const EMPTY_KEYS: KeyState = { sheets: [], locked: {} };

/** The sheet that counts on a station, null before its first. */
export function sheetOfStation({ sheets }: KeyState, station: StationId): RecoverySheet | null {
  return sheets.findLast((sheet) => sheet.station === station) ?? null;
}
