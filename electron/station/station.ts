import { join } from 'node:path';
import { timelineAt } from '../../shared/domain/awake.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { Dispatcher } from './api/dispatch.ts';
import { kindOf, lightsOf, type StationContext } from './api/station-context.ts';
import { createAwakeKeeper } from './awake/awake-keeper.ts';
import { StationClock } from './clock/station-clock.ts';
import { openCurrentDay } from './api/open-current-day.ts';
import { createDocumentRenderer } from './documents/create-renderer.ts';
import { createPhotoReader } from './photos/read-photos.ts';
import { createSaveHealth } from './api/save-light.ts';
import type { Ports } from './ports.ts';
import { createRosterReader } from './roster/read-roster.ts';
import type { Station } from './station-face.ts';
import { openStationDb } from './station-db/station-db.ts';
import { StationCannotOpen } from './station-cannot-open.ts';

/**
 * Opens the data folder's station: its identity, its current day with everything recorded, its clock. Throws
 * StationCannotOpen when a file cannot be used, with the reason.
 */
export async function createStation(ports: Ports): Promise<Station> {
  const clock = new StationClock(ports.clock);
  const stationDb = openStationDb({
    path: join(ports.dataDir, 'station.db'),
    kind: kindOf(ports),
    nowMs: clock.read().nowMs,
    ...ports,
  });
  if (!stationDb.ok) throw new StationCannotOpen('station.db', stationDb.error);
  const context: StationContext = {
    ports,
    stationDb: stationDb.value,
    clock,
    rosterReader: createRosterReader(),
    photoReader: createPhotoReader(),
    renderer: createDocumentRenderer(),
    day: null,
    preview: null,
    health: createSaveHealth(),
  };
  try {
    context.day = openCurrentDay(context);
  } catch (thrown) {
    stationDb.value.close();
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
      listeners.clear();
      await context.renderer.close();
      context.day?.close();
      context.day = null;
      context.stationDb.close();
    },
  };
}
