import { z } from 'zod';
import type { SaveHealth } from '../api/save-light.ts';
import type { Ports } from '../ports.ts';
import type { StationDb } from '../station-db/station-db.ts';
import { isAnotherBoot, type NotedBoot } from './another-boot.ts';

/** The light's code until the records have outlived a restart. */
const UNTESTED = 'restart-untested';
/** Where boots have no names, the note of how long this one has lasted is made anew this often, real time. */
const REFRESH_EVERY_MS = 10 * 60_000;

const markerSchema = z.strictObject({
  version: z.literal(1),
  /** The day that was current; null before the first. */
  day: z.string().nullable(),
  computer: z.string(),
  /** The boot in which it was set. */
  boot: z.strictObject({ id: z.string().nullable(), uptimeMs: z.number(), wallMs: z.number() }),
  isProven: z.boolean(),
});
type Marker = z.infer<typeof markerSchema>;

/** 重启自检: whether what is kept here outlives a restart of the computer. It keeps `health.reboot`. */
export interface RestartCheck {
  /** Again whenever another day may have become the current one. Cheap; never throws. */
  look(): void;
  /** Notes for the last time how long this boot has lasted. */
  close(): void;
}

export interface RestartCheckParts {
  readonly ports: Pick<Ports, 'boot' | 'clock' | 'logger' | 'rehearsal'>;
  readonly stationDb: StationDb;
  readonly health: SaveHealth;
}

/**
 * The marker stands in station.db, in the folder of the journals and synced as they are: what takes one takes the other.
 * It is set when the station is first opened and again with each new day, and is proven once it is found in another boot
 * of the same computer. With each day, because a computer is set up with its restore card off, restarted, and has the card
 * on when the exam comes. A folder that was carried to another computer begins anew.
 */
export function createRestartCheck({ ports, stationDb, health }: RestartCheckParts): RestartCheck {
  const { boot, clock, logger, rehearsal } = ports;
  if (boot === null || rehearsal !== null) return { look: () => undefined, close: () => undefined };
  const { computer } = boot();
  const bootNow = (): NotedBoot => {
    const { id, uptimeMs } = boot();
    return { id, uptimeMs, wallMs: clock.wall() };
  };
  let marker = readMarker(stationDb.findSetting('restart-check'));
  let notedAtElapsed = clock.elapsed();

  function note(next: Marker): Marker {
    notedAtElapsed = clock.elapsed();
    try {
      stationDb.putSetting('restart-check', JSON.stringify(next));
    } catch {
      // It is set when the station is next opened, or proven then: all that is lost is a restart that counted.
      logger.log('warn', 'restart-check-not-noted');
    }
    return next;
  }

  function nextMarker(day: string | null): Marker {
    if (marker === null || marker.day !== day || marker.computer !== computer) {
      return note({ version: 1, day, computer, boot: bootNow(), isProven: false });
    }
    if (marker.isProven) return marker;
    const now = bootNow();
    if (isAnotherBoot(marker.boot, now)) {
      logger.log('info', 'restart-outlived');
      return note({ ...marker, isProven: true });
    }
    const isStale = now.id === null && clock.elapsed() - notedAtElapsed >= REFRESH_EVERY_MS;
    return isStale ? note({ ...marker, boot: now }) : marker;
  }

  function look(): void {
    try {
      marker = nextMarker(stationDb.findSetting('current-day'));
    } catch {
      return; // a disk that cannot even be read: others say so
    }
    health.reboot = marker.isProven ? null : UNTESTED;
  }

  look();
  return {
    look,
    close() {
      if (marker !== null && !marker.isProven && marker.boot.id === null) note({ ...marker, boot: bootNow() });
    },
  };
}

/** Null where there is none, or none that can be read: then the check begins anew. */
function readMarker(text: string | null): Marker | null {
  if (text === null) return null;
  try {
    return markerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
