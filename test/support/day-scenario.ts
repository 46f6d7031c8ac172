import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../shared/contract/call.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard, Receipt } from '../../shared/contract/views.ts';
import type { Binding } from '../../shared/domain/events.ts';
import type { DayState } from '../../shared/domain/state.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { someAnswers } from './a-day.ts';
import { PIN } from './own-pins.ts';

export { PIN };

const ROSTERS = join(import.meta.dirname, '..', 'fixtures', 'rosters');

export const ROOM = as<RoomNo>('001');
const CHIEF_NAME = '周主考';
/** The room's two invigilators. */
const INVIGILATOR_NAMES = ['陈监考', '林监考'] as const;

/** A day R2022 on 2022-11-19 (theory 08:30, entry from 08:00 until before 09:00). */
export const SCENARIO_DAY: MethodInput<'day.make'> = {
  title: '1+X Python 程序开发 2022 年 11 月考试',
  site: '示例学院考点',
  plan: 'PY-2022-11',
  date: '2022-11-19',
  edition: 'R2022',
  answers: someAnswers('R2022'),
  chief: { name: CHIEF_NAME, pin: PIN },
};

export interface EnactedDay {
  readonly chief: StaffId;
  readonly first: StaffId;
  readonly second: StaffId;
  /** The people of room 001, by seat. */
  readonly candidates: readonly CandidateCard[];
}

/** The value of an answer that must not be a refusal. */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** From an empty folder to a room that is ready: the day, room 001 of the roster of twelve rooms, two invigilators. */
export async function enactDay(client: StationClient, made = SCENARIO_DAY): Promise<EnactedDay> {
  const chief = await makeDay(client, made);
  await importRoster(client, chief, { kind: 'room', room: ROOM });
  const [first, second] = [
    await enlist(client, chief, ROOM, INVIGILATOR_NAMES[0]),
    await enlist(client, chief, ROOM, INVIGILATOR_NAMES[1]),
  ];
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: first }));
  return { chief, first, second, candidates: candidates.toSorted((a, b) => a.seat - b.seat) };
}

/** The same with a roster of its own: a file's text as .csv, of which this station takes one room. */
export async function enactRoom(
  client: StationClient,
  room: RoomNo,
  csv: string,
  made: MethodInput<'day.make'> = SCENARIO_DAY,
): Promise<Pick<EnactedDay, 'chief' | 'first' | 'second'>> {
  const chief = await makeDay(client, made);
  await importCsv(client, chief, { csv, binding: { kind: 'room', room } });
  const [first, second] = [
    await enlist(client, chief, room, INVIGILATOR_NAMES[0]),
    await enlist(client, chief, room, INVIGILATOR_NAMES[1]),
  ];
  return { chief, first, second };
}

/** Imports a file's text as .csv, whoever it leaves out. */
export async function importCsv(
  client: StationClient,
  chief: StaffId,
  { csv, binding }: { readonly csv: string; readonly binding: Binding },
): Promise<void> {
  const file = { fileName: 'room.csv', bytes: Buffer.from(csv).toString('base64') };
  const { preview } = valueOf(await client.invoke('roster.preview', file, { actor: chief }));
  const input = { preview, binding, acceptLeftOut: true, acceptRemovals: true };
  valueOf(await client.invoke('roster.commit', input, { actor: chief }));
}

/** Makes the day and answers its chief. */
export async function makeDay(client: StationClient, made = SCENARIO_DAY): Promise<StaffId> {
  valueOf(await client.invoke('day.make', made));
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const chief = staff.find(({ role }) => role === 'chief');
  if (chief === undefined) throw new Error('a day without a chief');
  return chief.staff;
}

/** Imports a roster of the fixtures as a person would who has read the preview. */
export async function importRoster(
  client: StationClient,
  chief: StaffId,
  binding: Binding,
  fileName = 'site-12-rooms.xlsx',
): Promise<Receipt> {
  const preview = valueOf(await client.invoke('roster.preview', rosterFile(fileName), { actor: chief }));
  const input = { preview: preview.preview, binding, acceptLeftOut: true, acceptRemovals: false };
  return valueOf(await client.invoke('roster.commit', input, { actor: chief }));
}

/** A roster of the fixtures as the page sends it. */
export function rosterFile(fileName: string): MethodInput<'roster.preview'> {
  return { fileName, bytes: readFileSync(join(ROSTERS, fileName)).toString('base64') };
}

async function enlist(client: StationClient, chief: StaffId, room: RoomNo, name: string): Promise<StaffId> {
  return enlistAs(client, chief, { role: 'invigilator', room, name });
}

/** Enlists anybody, as the chief does it on the day before. */
export async function enlistAs(
  client: StationClient,
  chief: StaffId,
  who: Pick<MethodInput<'staff.enlist'>, 'role' | 'room' | 'name'>,
): Promise<StaffId> {
  return valueOf(await client.invoke('staff.enlist', { ...who, pin: PIN }, { actor: chief })).staff;
}

/** The day folded from all that the station has recorded, as a page folds it. */
export async function readState(client: StationClient): Promise<DayState> {
  const { events } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
  return foldEvents(createFold(), events).state;
}

/** The input that checks a person in, everything in order. */
export function checkInOf({ candidate, room }: CandidateCard): MethodInput<'checkIn.confirm'> {
  return { room, paper: 'theory', candidate, found: 'list', checks: { ticket: 'ok', idDocument: 'ok', face: 'match' } };
}
