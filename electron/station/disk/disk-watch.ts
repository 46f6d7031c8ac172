import type { SaveHealth } from '../api/save-light.ts';
import type { Ports } from '../ports.ts';
import { notePace, UNHURRIED } from './commit-pace.ts';
import { diskTrouble } from './disk-trouble.ts';
import type { PlaceTrouble } from './place-watch.ts';

/** How often the disk is asked for its free space, real time. */
const ASK_EVERY_MS = 30_000;

/** Watches the disk that the records lie on, beside the commands: it keeps `health.disk` and refuses nothing. */
export interface DiskWatch {
  /** Looks whether the open files are in their places. Some microseconds. */
  look(): void;
  /** The same, answered: where nothing must be written now. */
  placeTrouble(): PlaceTrouble | null;
  /** How long a commit took, real time. */
  noteCommit(tookMs: number): void;
  close(): void;
}

export interface DiskWatchParts {
  readonly ports: Pick<Ports, 'freeBytes' | 'logger'>;
  readonly health: SaveHealth;
  /** What is wrong with the places of the files that are open now. */
  readonly place: () => PlaceTrouble | null;
}

/** Asks for the free space now and from then on, one question at a time: a disk that hangs is not asked again meanwhile. */
export function watchDisk({ ports, health, place }: DiskWatchParts): DiskWatch {
  let pace = UNHURRIED;
  let freeBytes: number | null = null;
  let isAsking = false;
  let isClosed = false;

  function settle(): void {
    const trouble = diskTrouble({ place: place(), freeBytes, isSlow: pace.isSlow });
    if (isClosed || trouble === health.disk) return;
    health.disk = trouble;
    ports.logger.log(trouble === null ? 'info' : 'warn', 'disk', { trouble, freeBytes });
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      freeBytes = await ports.freeBytes();
    } catch {
      freeBytes = null; // a folder that is gone is seen by its files
    } finally {
      isAsking = false;
    }
    settle();
  }

  void ask();
  const asking = setInterval(() => void ask(), ASK_EVERY_MS);
  return {
    look: settle,
    placeTrouble: place,
    noteCommit(tookMs) {
      pace = notePace(pace, tookMs);
      settle();
    },
    close() {
      isClosed = true;
      clearInterval(asking);
    },
  };
}
