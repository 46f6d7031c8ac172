import { timelineAt } from '../../shared/domain/awake.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { Dispatcher } from './api/dispatch.ts';
import { lightsOf, type StationContext } from './api/station-context.ts';
import { finishLocking } from './api/locked-day.ts';
import { tidyRecovery } from './api/recovery-sheet.ts';
import { createAwakeKeeper } from './awake/awake-keeper.ts';
import { createBackupKeeper } from './backup/backup-keeper.ts';
import { StationClock } from './clock/station-clock.ts';
import { openOrRebuild } from './api/open-station-db.ts';
import { openCurrentDay } from './api/open-current-day.ts';
import { watchDisk } from './disk/disk-watch.ts';
import { createRestartCheck } from './disk/restart-check.ts';
import { createDocumentRenderer } from './documents/create-renderer.ts';
import { createSealer } from './papers/sealer.ts';
import { createPhotoReader } from './photos/read-photos.ts';
import { createSaveHealth } from './api/save-light.ts';
import { Proofs } from './people/proofs.ts';
import { createSignInTries } from './people/sign-in-tries.ts';
import { createTries } from './keys/tries.ts';
import type { Ports } from './ports.ts';
import { createRosterReader } from './roster/read-roster.ts';
import type { Station } from './station-face.ts';
import { StationCannotOpen } from './station-cannot-open.ts';

/**
 * Opens the data folder's station: its identity, its current day with everything recorded, its clock. Throws
 * StationCannotOpen when a file cannot be used, with the reason.
 */
export async function createStation(ports: Ports): Promise<Station> {
  const clock = new StationClock(ports.clock);
  const opened = openOrRebuild(ports, clock.read().nowMs);
  if (!opened.ok) throw new StationCannotOpen('station.db', opened.error);
  const stationDb = opened.value;
  const health = createSaveHealth();
  const context: StationContext = {
    ports,
    stationDb,
    clock,
    rosterReader: createRosterReader(),
    photoReader: createPhotoReader(),
    renderer: createDocumentRenderer(),
    sealer: createSealer(),
    day: null,
    locked: null,
    recoveryTries: createTries(),
    proofs: new Proofs(),
    signInTries: createSignInTries(),
    codeTries: createTries(),
    packageTries: createTries(),
    package: null,
    preview: null,
    staffList: null,
    health,
    backup: createBackupKeeper({
      ports,
      identity: stationDb.identity,
      day: () => context.day,
      place: () => stationDb.findSetting('backup-place'),
      now: () => clock.read().nowMs,
      tell: (trouble) => {
        health.backup = trouble;
      },
    }),
    disk: watchDisk({
      ports,
      health,
      place: () => context.day?.journal.placeTrouble() ?? stationDb.placeTrouble(),
    }),
    restarts: createRestartCheck({ ports, stationDb, health }),
  };
  try {
    context.day = openCurrentDay(context);
    finishLocking(context);
    tidyRecovery(context);
  } catch (thrown) {
    context.disk.close();
    stationDb.close();
    throw thrown;
  }
  const listeners = new Set<(push: Push) => void>();
  const push = (message: Push) => {
    for (const listener of listeners) listener(message);
  };
  const dispatcher = new Dispatcher(context, (events) => push({ push: 'events', events: [...events] }));
  const awake = createAwakeKeeper(ports);
  let lights = JSON.stringify(lightsOf(context));
  clock.watch((view) => {
    push({ push: 'clock', clock: view });
    context.disk.look();
    context.backup.look();
    context.restarts.look();
    const now = lightsOf(context);
    if (JSON.stringify(now) !== lights) push({ push: 'devices', lights: now });
    lights = JSON.stringify(now);
    const { day } = context;
    awake.look(day === null ? null : timelineAt(day.state, day.binding), view.nowMs);
  });

  return {
    dispatch: (method, call) => dispatcher.dispatch(method, call),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      clock.close();
      awake.release();
      context.disk.close();
      context.restarts.close();
      listeners.clear();
      await context.backup.close();
      await context.renderer.close();
      await context.sealer.close();
      context.day?.close();
      context.day = null;
      context.stationDb.close();
    },
  };
}
