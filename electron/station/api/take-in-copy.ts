import { existsSync, mkdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import { KEEPERS_OF_COPIES } from '../../../shared/domain/roles.ts';
import { ok } from '../../../shared/result.ts';
import { sealedFolders } from '../backup/backup-keeper.ts';
import { PRIVATE_FOLDER } from '../files/durable-files.ts';
import { fetchInto } from './fetch-into.ts';
import { fail, type Request } from './handler.ts';
import { orNotSaved } from './or-not-saved.ts';
import type { StationContext } from './station-context.ts';
import { refuseOthers } from './room-scope.ts';
import { takeInFile } from './take-in-file.ts';

/**
 * 并入: what a copy of the open day holds and this computer does not, with its photos and papers. Every hash is checked;
 * what is here stays as it is, so it can be repeated at will.
 */
export async function takeInCopy(
  context: StationContext,
  { input: { folder }, call }: Request<'backup.takeIn'>,
  publish: (events: readonly StoredEvent[]) => void,
): Promise<Answer<MethodOutput<'backup.takeIn'>>> {
  const { ports, day } = context;
  if (day === null) return fail('no-day', 'D1');
  const others = refuseOthers(day, call.actor, KEEPERS_OF_COPIES);
  if (others !== null) return others;
  const fetchedPath = join(ports.dataDir, 'copies', 'taken-in.fetched');
  mkdirSync(dirname(fetchedPath), { recursive: true, mode: PRIVATE_FOLDER });
  const fetched = await fetchInto(folder, {
    day: day.journal.day,
    journal: fetchedPath,
    sealed: sealedFolders(ports.dataDir, day.journal.day),
    wrappedKey: null,
  });
  if (!fetched.ok) return fetched;
  if (context.day !== day) return fail('no-day', 'D1');
  const taken = await orNotSaved(context, () => {
    const { stored, fault } = takeInFile(context, day, fetchedPath);
    publish(stored);
    return ok({ added: stored.length, fault: fault?.reason ?? null });
  });
  if (existsSync(fetchedPath)) unlinkSync(fetchedPath);
  return taken;
}
