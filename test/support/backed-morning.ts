import { expect, onTestFinished } from 'vitest';
import type { CandidateState } from '../../shared/domain/state.ts';
import { as, type CommandId, type DayId, type StaffId } from '../../shared/ids.ts';
import { type BackedStation, openBacked } from './backed-station.ts';
import { type EnactedDay, enactDay, ROOM, valueOf } from './day-scenario.ts';
import { readPhotoFolder } from './photo-folder.ts';
import { fillFolder } from './prepared-folder.ts';
import { printedCode } from './recovery.ts';
import { tempDir } from './temp-dir.ts';

const CHECKS = { ticket: 'ok', idDocument: 'ok', face: 'match' } as const;

/** Lets people in at the door of room 001. */
export async function checkIn(
  { client }: BackedStation,
  actor: StaffId,
  people: readonly Pick<CandidateState, 'candidate'>[],
): Promise<void> {
  for (const { candidate } of people) {
    const input = { room: ROOM, paper: 'theory', candidate, found: 'list', checks: CHECKS } as const;
    valueOf(await client.invoke('checkIn.confirm', input, { actor }));
  }
}

export interface BackedMorning {
  readonly old: BackedStation;
  readonly day: EnactedDay;
  readonly stick: string;
  /** What stands on the printed 恢复单. */
  readonly code: readonly string[];
}

/** A room that is ready, two of its people with photos, its 恢复单 typed back. */
async function prepareRoom(dataDir: string): Promise<Pick<BackedMorning, 'day' | 'code'>> {
  const { station, client } = await openBacked('2022-11-19 07:50', dataDir);
  const day = await enactDay(client);
  const files = readPhotoFolder().slice(0, 2);
  valueOf(await client.invoke('photos.file', { session: as<CommandId>('photos-0001'), files }, { actor: day.chief }));
  valueOf(await client.invoke('recovery.issueSheet', { replaces: null }, { actor: day.chief }));
  const status = valueOf(await client.invoke('station.status', {}));
  const code = printedCode(dataDir, status.current?.day ?? as<DayId>(''));
  valueOf(await client.invoke('recovery.checkSheet', { groups: [...code] }, { actor: day.chief }));
  await station.close();
  return { day, code };
}

/** A morning at which a room PC copies to a stick: ten people were let in before the last copy. */
export async function backedMorning(): Promise<BackedMorning> {
  const dataDir = tempDir();
  const { day, code } = await fillFolder(dataDir, prepareRoom);
  const old = await openBacked('2022-11-19 08:05', dataDir);
  onTestFinished(() => old.station.close());
  const stick = tempDir();
  valueOf(await old.client.invoke('backup.choose', { place: stick }, { actor: day.first }));
  await checkIn(old, day.first, day.candidates.slice(0, 10));
  const copied = valueOf(await old.client.invoke('backup.run', {}, { actor: day.first }));
  expect(copied).toMatchObject({ place: stick, trouble: null, behind: 0, last: { isOutside: true } });
  return { old, day, stick, code };
}

/** The copy on the stick, on another computer that was given the code of the 恢复单. */
export async function restored({ stick, code }: Pick<BackedMorning, 'stick' | 'code'>): Promise<BackedStation> {
  const spare = await openBacked('2022-11-19 08:10', tempDir(), [stick]);
  onTestFinished(() => spare.station.close());
  const { copies } = valueOf(await spare.client.invoke('backup.find', { folder: null }));
  expect(copies).toMatchObject([{ room: ROOM, date: '2022-11-19', hasKey: true, isHere: false }]);
  valueOf(await spare.client.invoke('backup.restore', { folder: copies[0]?.folder ?? '' }));
  const locked = valueOf(await spare.client.invoke('station.status', {}));
  expect(locked).toMatchObject({ stage: 'locked', binding: null, locked: { wrapped: 'present' } });
  valueOf(await spare.client.invoke('day.unlock', { groups: [...code] }));
  return spare;
}
