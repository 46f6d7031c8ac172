import type { CheckedRoster } from '../../../shared/domain/roster.ts';
import type { Lights, LockedDayView } from '../../../shared/contract/views.ts';
import type { BackupKeeper } from '../backup/backup-keeper.ts';
import type { StationClock } from '../clock/station-clock.ts';
import type { OpenDay } from '../day/open-day.ts';
import type { DocumentRenderer } from '../documents/create-renderer.ts';
import type { DiskWatch } from '../disk/disk-watch.ts';
import type { RestartCheck } from '../disk/restart-check.ts';
import type { DayKind } from '../journal/genesis.ts';
import type { Tries } from '../keys/tries.ts';
import type { Proofs } from '../people/proofs.ts';
import type { SignInTries } from '../people/sign-in-tries.ts';
import type { HeldPackage } from '../package/held-package.ts';
import type { Sealer } from '../papers/sealer.ts';
import type { PhotoReader } from '../photos/read-photos.ts';
import type { Ports } from '../ports.ts';
import type { RosterReader } from '../roster/read-roster.ts';
import type { DayRecord, StationDb } from '../station-db/station-db.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { HeldStaffList } from './held-staff-list.ts';
import { type SaveHealth, saveLight } from './save-light.ts';

/** A roster that was read and checked but not stored; lives in memory until it is committed or replaced. */
export interface HeldPreview {
  readonly id: string;
  /** The day it was checked for: its rules and its hashes are that day's. */
  readonly day: DayId;
  readonly fileName: string;
  /** Keyed hash of the file; the file itself is not kept. */
  readonly fileHash: string;
  readonly roster: CheckedRoster;
}

/** A day whose records are here and whose key is not: only the clear parts of its journal can be read. */
export interface LockedDay {
  readonly record: DayRecord;
  readonly reason: LockedDayView['reason'];
}

/** What the handlers of one station work on. `day` is the day that is open here, null before the first. */
export interface StationContext {
  readonly ports: Ports;
  readonly stationDb: StationDb;
  readonly clock: StationClock;
  readonly rosterReader: RosterReader;
  readonly photoReader: PhotoReader;
  readonly renderer: DocumentRenderer;
  readonly sealer: Sealer;
  day: OpenDay | null;
  /** The current day, where this computer has no key that opens it; `day` is null then. */
  locked: LockedDay | null;
  /** Wrong recovery codes in a row: each makes the next try wait. */
  readonly recoveryTries: Tries;
  /** Who is signed in, and who has confirmed what. */
  readonly proofs: Proofs;
  readonly signInTries: SignInTries;
  /** Wrong approval codes in a row. */
  readonly codeTries: Tries;
  /** Wrong codes of packages in a row. */
  readonly packageTries: Tries;
  /** The package that was made here last; gone with the program. */
  package: HeldPackage | null;
  preview: HeldPreview | null;
  /** A staff list that was looked at or just taken. */
  staffList: HeldStaffList | null;
  readonly health: SaveHealth;
  readonly backup: BackupKeeper;
  readonly disk: DiskWatch;
  readonly restarts: RestartCheck;
}

/** What every day of this station is. */
export function kindOf({ rehearsal }: Pick<Ports, 'rehearsal'>): DayKind {
  return rehearsal === null ? 'real' : 'rehearsal';
}

/** The program's name and version as it stands in the journal. */
export const PROGRAM = 'proctor-station/0.1.0';

/** The station's short name on papers: of its chain in the open day, which a package may have given; else its own. */
export function labelOf({ day, stationDb }: Pick<StationContext, 'day' | 'stationDb'>): string {
  const { station, label } = stationDb.identity;
  return day?.journal.chains().findLast(({ head }) => head.station === station)?.label ?? label;
}

/** 五个状态灯. Amber only for what should work and does not. */
export function lightsOf(context: StationContext): Lights {
  const { timeInDoubt, notice } = context.clock.read();
  return {
    save: saveLight(context.health, context.ports.secrets.isWithoutSystem === true),
    print: { state: 'off', code: 'print-by-browser' },
    clock:
      timeInDoubt || notice?.code === 'wall-behind'
        ? { state: 'attention', code: 'clock-doubt' }
        : { state: 'good', code: 'clock-steady' },
    power: { state: 'off', code: 'power-unknown' },
    sync: { state: 'off', code: 'sync-not-enrolled' },
  };
}
