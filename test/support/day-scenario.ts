import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../shared/contract/call.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard, Receipt } from '../../shared/contract/views.ts';
import type { Binding } from '../../shared/domain/events.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { someAnswers } from './a-day.ts';

const ROSTERS = join(import.meta.dirname, '..', 'fixtures', 'rosters');

export const ROOM = as<RoomNo>('001');
const CHIEF_NAME = '周主考';
/** The room's two invigilators. */
const INVIGILATOR_NAMES = ['陈监考', '林监考'] as const;
export const PIN = '246810';

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
export async function enactDay(client: StationClient): Promise<EnactedDay> {
  const chief = await makeDay(client);
  await importRoster(client, chief, { kind: 'room', room: ROOM });
  const [first, second] = [
    await enlist(client, chief, ROOM, INVIGILATOR_NAMES[0]),
    await enlist(client, chief, ROOM, INVIGILATOR_NAMES[1]),
  ];
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: first }));
  return { chief, first, second, candidates: candidates.toSorted((a, b) => a.seat - b.seat) };
}

/** The same with a roster of its own: a file's text as .csv, of which this station takes one room. */
export async function enactRoom(client: StationClient, room: RoomNo, csv: string): Promise<void> {
  const chief = await makeDay(client);
  const file = { fileName: 'room.csv', bytes: Buffer.from(csv).toString('base64') };
  const { preview } = valueOf(await client.invoke('roster.preview', file, { actor: chief }));
  const input = { preview, binding: { kind: 'room', room }, acceptLeftOut: true, acceptRemovals: false } as const;
  valueOf(await client.invoke('roster.commit', input, { actor: chief }));
  for (const name of INVIGILATOR_NAMES) await enlist(client, chief, room, name);
}

/** Makes the day and answers its chief. */
export async function makeDay(client: StationClient): Promise<StaffId> {
  valueOf(await client.invoke('day.make', SCENARIO_DAY));
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
  const input = { role: 'invigilator', room, name, pin: PIN } as const;
  return valueOf(await client.invoke('staff.enlist', input, { actor: chief })).staff;
}

/** The input that checks a person in, everything in order. */
export function checkInOf({ candidate, room }: CandidateCard): MethodInput<'checkIn.confirm'> {
  return { room, paper: 'theory', candidate, found: 'list', checks: { ticket: 'ok', idDocument: 'ok', face: 'match' } };
}
