import type { BackupState, FoundCopyView } from '../../../shared/contract/backup-methods.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import { KEEPERS_OF_COPIES } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { runBackupJob } from '../backup/run-backup-job.ts';
import { findCopies } from './fetch-into.ts';
import { fail, type QueryHandler } from './handler.ts';
import { refuseOthers } from './room-scope.ts';
import { lacksWrappedKey } from './restore-copy.ts';
import { kindOf, type StationContext } from './station-context.ts';

/** A stick that does not answer within this time cannot be used, or is left out of the list. */
const PREPARE_LIMIT_MS = 15_000;
const ROOM_LIMIT_MS = 5000;

/** How the copies stand now. */
function backupState({ backup, stationDb, day }: StationContext): BackupState {
  const { last, trouble } = backup.report();
  const records = day?.journal.lastArrival ?? 0;
  return {
    place: stationDb.findSetting('backup-place'),
    last,
    trouble,
    behind: Math.max(0, records - (last?.records ?? 0)),
  };
}

const state: QueryHandler<'backup.state'> = (context) => ok(backupState(context));

const drives: QueryHandler<'backup.drives'> = async ({ ports }) => {
  const listed = await ports.listDrives();
  // Each on its own: one that hangs takes only itself off the list.
  const looked = await Promise.all(
    listed.map(async ({ path, name }) => {
      const answer = await runBackupJob({ job: 'room', path }, ROOM_LIMIT_MS).answer;
      return answer === null || answer.room === null ? [] : [{ path, name, ...answer.room }];
    }),
  );
  return ok({ drives: looked.flat() });
};

const choose: QueryHandler<'backup.choose'> = async (context, { input: { place }, call }) => {
  const others = refuseToOthers(context, call.actor);
  if (others !== null) return others;
  if (place !== null) {
    const reason = await whyUnusable(context, place);
    if (reason !== null) return fail('place-unusable', '', { reason });
  }
  context.stationDb.putSetting('backup-place', place);
  context.backup.forget();
  await context.backup.run();
  return ok(backupState(context));
};

async function whyUnusable({ ports: { dataDir } }: StationContext, place: string): Promise<string | null> {
  const answer = await runBackupJob({ job: 'prepare', place, dataDir }, PREPARE_LIMIT_MS).answer;
  return answer === null ? 'hangs' : answer.fault;
}

const run: QueryHandler<'backup.run'> = async (context, { call }) => {
  const others = refuseToOthers(context, call.actor);
  if (others !== null) return others;
  await context.backup.run();
  return ok(backupState(context));
};

const find: QueryHandler<'backup.find'> = async (context, { input }) => {
  const { ports, stationDb } = context;
  const listed = (await ports.listDrives()).map(({ path }) => path);
  const places = input.folder === null ? listed : [...listed, input.folder];
  const found = await Promise.all(places.map(findCopies));
  const copies = [...new Map(found.flat().map((copy) => [copy.folder, copy])).values()];
  const days = stationDb.listDays().map(({ day }) => day);
  const here = new Set(days.filter((day) => !lacksWrappedKey(context, day)));
  return ok({
    copies: copies
      .filter(({ manifest }) => manifest.kind === kindOf({ rehearsal: ports.rehearsal }))
      .map(({ folder, manifest, hasKey }) => {
        const { day, station, title, site, date, room, at, records } = manifest;
        return { folder, day, station, title, site, date, room, at, records, hasKey, isHere: here.has(day) };
      })
      .toSorted(byDayAndRoom),
  });
};

/** The latest day first, its rooms in their order: a stick may hold those of a whole site. */
function byDayAndRoom(a: Found, b: Found): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [roomA, roomB] = [a.room ?? '', b.room ?? ''];
  return roomA === roomB ? b.at - a.at : roomA < roomB ? -1 : 1;
}

type Found = Pick<FoundCopyView, 'date' | 'room' | 'at'>;

function refuseToOthers({ day }: StationContext, actor: StaffId | null): Answer<never> | null {
  return day === null ? fail('no-day', 'D1') : refuseOthers(day, actor, KEEPERS_OF_COPIES);
}

/** What is asked of copies; bringing one in is in restore-copy.ts and take-in-copy.ts. */
export const backupQueries = {
  'backup.state': state,
  'backup.drives': drives,
  'backup.choose': choose,
  'backup.run': run,
  'backup.find': find,
};
