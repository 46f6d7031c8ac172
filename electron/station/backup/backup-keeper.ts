import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DayId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { papersDir } from '../day/paper-files.ts';
import { signHead } from '../journal/head-signature.ts';
import { wrappedKeyPath } from '../keys/wrapped-key.ts';
import { photosDir } from '../photos/photo-files.ts';
import type { Ports } from '../ports.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import type { StationIdentity } from '../station-db/identity.ts';
import { copyFolder, copyName, listCopies, localCopyFolder } from './copy-folder.ts';
import { type RunningJob, runBackupJob } from './run-backup-job.ts';
import type { CopyFault, CopyOrder } from './write-copy.ts';

/** Real time between two copies, and between two looks at whether the place is still there. */
const EVERY_MS = 60_000;
/** The first one after the start waits until the page is there. */
const FIRST_AFTER_MS = 10_000;
/** A stick that was pulled is looked for again sooner. */
const AGAIN_MS = 15_000;
/** A slow stick and a first copy with 500 photos; beyond it the place hangs. */
const JOB_LIMIT_MS = 120_000;
/** Whether the last copy is still there is soon said. */
const LOOK_LIMIT_MS = 15_000;
/** A raw copy that is being made, in the data folder; of a run that was killed it is cleared away. */
const RAW = /^copy-.*\.unfinished(-journal|-wal|-shm)?$/;

export type BackupTrouble = CopyFault | 'backup-hangs';

/** How the copies stand. */
export interface BackupReport {
  /** The newest copy that stands: when it was made (UTC ms, station's clock), how many records it holds, where it lies. */
  readonly last: { readonly at: number; readonly records: number; readonly isOutside: boolean } | null;
  readonly trouble: BackupTrouble | null;
  readonly isRunning: boolean;
}

/** The copy made last. */
interface LastCopy {
  readonly day: DayId;
  readonly at: number;
  readonly records: number;
  /** The chosen place that holds it, and its manifest there; null where only the data folder does. */
  readonly place: string | null;
  readonly path: string | null;
}

const FAULT_OF: Readonly<Record<string, BackupTrouble>> = { 'disk-full': 'copies-no-room', corrupt: 'copy-unsound' };

/** Room that a copy being made leaves to the journal and its log in the data folder. */
const RESERVE_BYTES = 8_000_000;

interface KeeperParts {
  readonly ports: Ports;
  readonly identity: StationIdentity;
  /** The day that is open now. */
  readonly day: () => OpenDay | null;
  /** The chosen place; null where none is. */
  readonly place: () => string | null;
  /** Guarded now, UTC ms. */
  readonly now: () => number;
  readonly tell: (trouble: BackupTrouble | null) => void;
}

/** Copies the open day's journal away while it is written in. */
export interface BackupKeeper {
  /** Called about once a second: makes a copy when a minute is over and something is new. Never throws. */
  look(): void;
  /** Makes a copy now, waiting for one that is under way first. */
  run(): Promise<BackupReport>;
  report(): BackupReport;
  /** The place or the day is another: what was known of copies counts no more. */
  forget(): void;
  /** A last copy where a place is chosen and something is new; then no more. */
  close(): Promise<void>;
}

/** One copy at a time; all that touches the chosen place happens in a process that is killed when it hangs. */
export function createBackupKeeper(parts: KeeperParts): BackupKeeper {
  const { ports } = parts;
  let last: LastCopy | null = null;
  let trouble: BackupTrouble | null = null;
  let running: Promise<void> | null = null;
  let job: { stop(): void } | null = null;
  /** Counts up when the place or the day is another: what was under way for the one before says nothing of it. */
  let turn = 0;
  // Soon after the start: what was recorded before it may be in no copy.
  let tried = ports.clock.elapsed() - EVERY_MS + FIRST_AFTER_MS;
  let isClosed = false;
  let isOver = false;

  function settle(next: BackupTrouble | null): void {
    if (next !== trouble) ports.logger.log(next === null ? 'info' : 'warn', 'backup', { trouble: next ?? 'none' });
    trouble = next;
    parts.tell(next);
  }

  function isNew(day: OpenDay): boolean {
    if (last === null || last.day !== day.journal.day || last.records < day.journal.lastArrival) return true;
    return parts.place() !== null && parts.place() !== last.place;
  }

  async function answerOf<J extends 'write' | 'presence'>(started: RunningJob<J>) {
    job = started;
    const answer = await started.answer;
    job = null;
    return answer;
  }

  async function make(): Promise<void> {
    const day = parts.day();
    if (day === null) return;
    const mine = turn;
    const isPast = () => mine !== turn || isOver || parts.day() !== day;
    const place = parts.place();
    if (!isNew(day)) {
      if (place === null || last === null || last.path === null) return settle(null);
      const presence = await answerOf(runBackupJob({ job: 'presence', place, copyPath: last.path }, LOOK_LIMIT_MS));
      if (isPast()) return;
      // Another stick in its place gets a copy of its own.
      if (presence !== 'another')
        return settle(presence === 'here' ? null : presence === null ? 'backup-hangs' : 'place-away');
    }
    // A name of its own: a process that an earlier run left behind may still hold another.
    const rawPath = join(ports.dataDir, `copy-${ports.ids.id()}.unfinished`);
    // Its heads are read first: what is recorded while the copy is made may be in it, what was before is.
    const order = orderOf(parts, { day, place, rawPath });
    clearRaw(ports);
    const lacks = await lacksRoom(ports, day);
    if (isPast()) return;
    if (lacks) return settle('copies-no-room');
    try {
      await day.journal.copyTo(rawPath);
    } catch (thrown) {
      clearRaw(ports); // half a copy would hold the room that the journal needs
      if (isPast()) return;
      return settle(FAULT_OF[classifyStorageError(thrown) ?? ''] ?? 'backup-failed');
    }
    if (isPast()) return;
    const answer = await answerOf(runBackupJob({ job: 'write', order }, JOB_LIMIT_MS));
    if (answer?.ok !== true) clearRaw(ports);
    if (isPast()) return;
    // The local copy stands even where the place is away.
    if (answer?.ok === true) last = lastOf(order);
    settle(answer === null ? 'backup-hangs' : answer.ok ? null : answer.error);
  }

  function start(): Promise<void> {
    tried = ports.clock.elapsed();
    running = make()
      .catch((thrown: unknown) => {
        ports.logger.log('error', 'backup-surprise', { message: thrown instanceof Error ? thrown.name : '?' });
        settle('backup-failed');
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  function report(): BackupReport {
    const day = parts.day()?.journal.day;
    if (day !== undefined && last?.day !== day) last = lastLocal(ports, day);
    const ofDay = last?.day === day ? last : null;
    const shown = ofDay === null ? null : { at: ofDay.at, records: ofDay.records, isOutside: ofDay.place !== null };
    return { last: shown, trouble, isRunning: running !== null };
  }

  return {
    look() {
      const day = parts.day();
      if (isClosed || running !== null || day === null) return;
      if (ports.clock.elapsed() - tried < (trouble === null ? EVERY_MS : AGAIN_MS)) return;
      void start();
    },
    async run() {
      while (running !== null) await running;
      await start();
      return report();
    },
    report,
    forget() {
      turn += 1;
      job?.stop();
      last = null;
      settle(null);
    },
    async close() {
      if (isClosed) return;
      const day = parts.day();
      if (running === null && day !== null && parts.place() !== null && isNew(day)) void start();
      isClosed = true;
      if (running !== null) await Promise.race([running, giveUpAfter(CLOSE_LIMIT_MS, () => job?.stop())]);
      isOver = true;
    },
  };
}

/** Ending the program waits this long for its last copy. */
const CLOSE_LIMIT_MS = 3000;

function giveUpAfter(limitMs: number, stop: () => void): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      stop();
      resolve();
    }, limitMs).unref();
  });
}

/** The newest copy that an earlier run left in the data folder; whether the place holds it too is not known then. */
function lastLocal({ dataDir }: Pick<Ports, 'dataDir'>, day: DayId): LastCopy | null {
  const manifest = listCopies(localCopyFolder(dataDir, day))[0]?.manifest;
  return manifest === undefined ? null : { day, at: manifest.at, records: manifest.records, place: null, path: null };
}

function lastOf({ manifest: { day, at, records }, outside, name }: CopyOrder): LastCopy {
  const path = outside === null ? null : join(outside.folder, `${name}.json`);
  return { day, at, records, place: outside?.place ?? null, path };
}

/** Whether a copy would take room that check-in needs: it would be refused for as long as the copy is made. */
async function lacksRoom({ freeBytes }: Pick<Ports, 'freeBytes'>, { journal }: OpenDay): Promise<boolean> {
  try {
    return (await freeBytes()) < journal.sizeBytes() + RESERVE_BYTES;
  } catch {
    return false; // what keeps it from being asked for is told by the watch over the disk
  }
}

/** What runs that ended early have left. Never throws. */
function clearRaw({ dataDir }: Pick<Ports, 'dataDir'>): void {
  try {
    for (const name of readdirSync(dataDir)) if (RAW.test(name)) rmSync(join(dataDir, name), { force: true });
  } catch {
    // The next copy tries again; what keeps the folder from being read is told by the watch over its disk.
  }
}

interface CopyParts {
  readonly day: OpenDay;
  readonly place: string | null;
  readonly rawPath: string;
}

function orderOf(
  { ports, identity, now }: Pick<KeeperParts, 'ports' | 'identity' | 'now'>,
  { day, place, rawPath }: CopyParts,
): CopyOrder {
  const { dataDir } = ports;
  const { journal, state, binding } = day;
  const [at, records] = [now(), journal.lastArrival];
  const id = journal.day;
  const own = journal.chains().find(({ head }) => head.station === identity.station);
  const manifest: CopyOrder['manifest'] = {
    v: 1,
    day: id,
    kind: journal.genesis.kind,
    station: identity.station,
    label: own?.label ?? identity.label,
    title: state.site.day?.title ?? '',
    site: state.site.day?.site ?? '',
    date: state.site.day?.date ?? '1970-01-01',
    room: binding?.kind === 'room' ? binding.room : null,
    at,
    records,
    heads: journal
      .heads()
      .map((head) => (head.station === identity.station ? signHead(identity, id, head) : { ...head, signature: null })),
  };
  return {
    rawPath,
    name: copyName(at, records),
    manifest,
    localFolder: localCopyFolder(dataDir, id),
    outside: place === null ? null : { place, folder: copyFolder(place, id, identity.station) },
    sealed: sealedFolders(dataDir, id),
    wrappedKey: wrappedKeyPath(dataDir, id),
  };
}

/** The folders of a day's sealed files, by the name that they have in a copy. */
export function sealedFolders(
  dataDir: string,
  day: DayId,
): readonly { readonly name: string; readonly path: string }[] {
  return [
    { name: 'photos', path: photosDir(dataDir, day) },
    { name: 'papers', path: papersDir(dataDir, day) },
  ];
}
