import type { RoomNo, StaffId, StationId } from '../ids.ts';
import type { PhoneApprovalKind, ScryptFigures } from './package-events.ts';
import type { Head } from './schema-parts.ts';
import type { SiteState } from './state.ts';

/** What was said of the day's package and of approvals by telephone. */
export interface PackageState {
  /** The latest in merged order; null before the first. */
  readonly made: MadePackage | null;
  /** What the rooms' stations are called on papers, as the first package that held the room said. */
  readonly labels: Readonly<Record<RoomNo, string>>;
  /** Of each chain, by `station/epoch`: its last event that a package should hold. */
  readonly changes: Readonly<Record<string, number>>;
  /** Stations that began with a package. */
  readonly takenIn: Readonly<Record<StationId, TakenInPackage>>;
  /** By room and number of the request: what was answered first. */
  readonly answers: Readonly<Record<RoomNo, Readonly<Record<number, PhoneAnswer>>>>;
}

export interface MadePackage {
  readonly package: string;
  readonly rooms: readonly RoomNo[];
  readonly at: number;
  readonly actor: StaffId | null;
  /** Of each chain, by `station/epoch`: the last event that it holds. */
  readonly heads: Readonly<Record<string, number>>;
}

export interface TakenInPackage {
  readonly package: string;
  readonly room: RoomNo;
  readonly head: Head;
}

export interface PhoneAnswer {
  readonly kind: PhoneApprovalKind;
  readonly at: number;
  readonly actor: StaffId | null;
}

/** One phone code as a room knows it: enough to check it, and slow to guess. */
export interface ApprovalCodeEntry {
  readonly number: number;
  readonly kdf: ScryptFigures;
  /** Base64. */
  readonly salt: string;
  /** Base64. */
  readonly hash: string;
}

export const EMPTY_PACKAGES: PackageState = { made: null, labels: {}, changes: {}, takenIn: {}, answers: {} };

/**
 * PK3: something was recorded that the latest package should hold and does not. What a room's own station wrote does not
 * count: it began with the package, and says the office's part once more.
 */
export function isPackageOutdated({ packages, stations }: Pick<SiteState, 'packages' | 'stations'>): boolean {
  const { made, changes } = packages;
  if (made === null) return false;
  return Object.entries(changes).some(([chain, seq]) => {
    const [station = ''] = chain.split('/');
    if (stations[station as StationId]?.binding?.kind === 'room') return false; // a chain is named by its station
    return seq > (made.heads[chain] ?? 0);
  });
}

/** PK6: whether the room's people came with the office's package; such a day can be merged with the office's. */
export function isFromPackage({ takenIn }: PackageState, room: RoomNo): boolean {
  return Object.values(takenIn).some((one) => one.room === room);
}
