import type { CallOptions, StationClient } from '../../shared/contract/client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { CandidateCard, Receipt } from '../../shared/contract/views.ts';
import { as, type PaperId, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { checkInOf, enlistAs, valueOf } from '../support/day-scenario.ts';
import type { TestClock } from '../support/test-clock.ts';
import { SOME_DRAWING } from '../support/whole-day.ts';
import { openStationWithRoster, SITE_ROOMS, theoryPeople } from './bench-station.ts';
import { openSite } from './site-people.ts';

/** One person in so many was checked in wrongly first, and that undone; does not come; hands in by leaving full screen. */
const [UNDO_EVERY, ABSENT_EVERY, FORCED_EVERY] = [20, 16, 39];

/** What a folder prepared for a bench holds. */
export interface PreparedDay {
  readonly dataDir: string;
  readonly people: number;
  readonly events: number;
}

/** After the last record of the prepared days, in the middle of the second paper. */
export const LATER = '2022-11-19 12:20';

/** A day that is ready but on which nothing has happened: the office, one room's people and invigilators. */
export async function prepareEmptyDay(dataDir: string): Promise<PreparedDay> {
  const { station, client, chief } = await openStationWithRoster(dataDir, { kind: 'office' }, 'room-003-utf8-bom.csv');
  // With a chief alone the page does not ask who acts: it would not be the page that a full day shows.
  for (const name of ['陈监考', '林监考']) {
    await enlistAs(client, chief, { role: 'invigilator', room: as<RoomNo>('003'), name });
  }
  const prepared = { dataDir, people: (await theoryPeople(client, chief)).length, events: await countEvents(client) };
  await station.close();
  return prepared;
}

/**
 * The office's day of twelve rooms and 480 people with their photos: the first paper from the sheets to the signed
 * records, the second until half have handed in; notes fill it up to so many events.
 */
export async function prepareFullDay(dataDir: string, wantedEvents: number): Promise<PreparedDay> {
  const { station, clock, client, chief, people } = await openSite(dataDir);
  const rooms: FullRoom[] = [];
  for (const [index, room] of SITE_ROOMS.entries()) {
    const first = await enlistAs(client, chief, { role: 'invigilator', room, name: `陈监考${index}` });
    const second = await enlistAs(client, chief, { role: 'invigilator', room, name: `林监考${index}` });
    rooms.push({ room, first, second, people: people.filter((card) => card.room === room) });
  }
  const day: FullDay = { client, clock, chief, rooms };
  await liveEntry(day, 'theory', { entry: '08:06', cutOff: '09:02' });
  await liveSubmissions(day, 'theory', { from: '09:20', share: 1 });
  await liveRecords(day, 'theory', '10:02');
  await liveEntry(day, 'practical', { entry: '10:05', cutOff: '10:42' });
  await liveSubmissions(day, 'practical', { from: '11:20', share: 0.5 });
  await fillWithNotes(day, wantedEvents - (await countEvents(client)));
  const prepared = { dataDir, people: people.length, events: await countEvents(client) };
  await station.close();
  return prepared;
}

interface FullRoom {
  readonly room: RoomNo;
  readonly first: StaffId;
  readonly second: StaffId;
  readonly people: readonly CandidateCard[];
}

interface FullDay {
  readonly client: StationClient;
  readonly clock: TestClock;
  readonly chief: StaffId;
  readonly rooms: readonly FullRoom[];
}

interface EntryTimes {
  readonly entry: string;
  readonly cutOff: string;
}

/** Sheets, the people, those who did not come, and in each room a warning, a violation and two notes, all registered. */
async function liveEntry(day: FullDay, paper: PaperId, times: EntryTimes): Promise<void> {
  const { client, clock, chief, rooms } = day;
  clock.setWall(`2022-11-19 ${times.entry}`);
  await act(client, 'document.issueSiteSheets', { paper }, { actor: chief });
  for (const { room } of rooms) await act(client, 'sheet.handOut', { room, paper }, { actor: chief });
  for (const { first, people } of rooms) {
    for (const [index, card] of people.entries()) {
      if (isAbsent(index)) continue;
      clock.advance(500);
      const input = { ...checkInOf(card), paper };
      const { events } = await act(client, 'checkIn.confirm', input, { actor: first });
      const [target] = events;
      if (target === undefined || index % UNDO_EVERY !== 1) continue;
      await act(client, 'act.undo', { target }, { actor: first });
      await act(client, 'checkIn.confirm', input, { actor: first });
    }
  }
  clock.setWall(`2022-11-19 ${times.cutOff}`);
  for (const { room, first, second, people } of rooms) {
    clock.advance(1000);
    const candidates = people.filter((_, index) => isAbsent(index)).map(({ candidate }) => candidate);
    const absent = await act(client, 'absence.record', { room, paper, candidates }, { actor: first });
    const violation = await recordIncidents(day, { room, first, second, people }, paper);
    const targets = [...absent.events, ...violation.events];
    await act(client, 'examSystem.register', { room, paper, targets }, { actor: second });
  }
}

async function recordIncidents(
  { client }: FullDay,
  { room, first, second, people }: FullRoom,
  paper: PaperId,
): Promise<Receipt> {
  const [warned, caught] = [people[2], people[3]];
  if (warned === undefined || caught === undefined) throw new Error('a room without people');
  const found = { room, paper, discovery: 'on-site', isTicketHeld: false } as const;
  const warning = { candidate: warned.candidate, code: '55', measure: 'warned', facts: null, held: null } as const;
  await act(client, 'violation.record', { ...found, ...warning }, { actor: second });
  await note(client, first, { room, paper, candidate: null, kind: 'equipment', text: '座位 09 的鼠标失灵，已更换' });
  await note(client, second, { room, paper, candidate: warned.candidate, kind: 'other', text: '提醒后端正坐姿' });
  const facts = '多次转头看左侧考生的屏幕，经提醒后再犯';
  const violation = { candidate: caught.candidate, code: '54', measure: 'recorded', facts, held: '字条一张' } as const;
  return act(client, 'violation.record', { ...found, ...violation }, { actor: first, second });
}

/** The first ones of each room hand in, a minute's worth at a time, and those in the theory paper leave. */
async function liveSubmissions(
  { client, clock, rooms }: FullDay,
  paper: PaperId,
  { from, share }: { readonly from: string; readonly share: number },
): Promise<void> {
  clock.setWall(`2022-11-19 ${from}`);
  for (const { room, first, people } of rooms) {
    for (const [index, { candidate }] of people.slice(0, people.length * share).entries()) {
      if (isAbsent(index)) continue;
      clock.advance(1500);
      const how = paper === 'theory' && index % FORCED_EVERY === 1 ? 'full-screen-left' : 'by-candidate';
      await act(client, 'submission.record', { room, paper, candidate, how }, { actor: first });
      const confirmed = { isConfirmedByTechnician: true, technician: null };
      await act(client, 'leave.record', { room, paper, candidate, ...confirmed }, { actor: first });
    }
  }
}

/** 收卷, both signatures and the printed record of each room. */
async function liveRecords({ client, clock, rooms }: FullDay, paper: PaperId, time: string): Promise<void> {
  clock.setWall(`2022-11-19 ${time}`);
  for (const { room, first, second } of rooms) {
    const place = { room, paper };
    const record = { ...place, kind: 'room-record', about: null } as const;
    const collection = { ...place, notSubmitted: [], isConfirmedByTechnician: true };
    await act(client, 'paper.collect', collection, { actor: first });
    for (const actor of [first, second]) {
      const { contentDigest } = await act(client, 'signedPaper.preview', record, { actor });
      await act(client, 'signedPaper.approve', { ...record, contentDigest, drawing: SOME_DRAWING }, { actor });
    }
    await act(client, 'signedPaper.issue', record, { actor: first });
  }
}

/** More notes than any room takes: the rooms in turn. */
async function fillWithNotes({ client, clock, rooms }: FullDay, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const place = rooms[index % rooms.length];
    if (place === undefined) throw new Error('a site without rooms');
    const { room, first, people } = place;
    const candidate = people[(index >> 4) % people.length]?.candidate ?? null;
    clock.advance(1000);
    await note(client, first, {
      room,
      paper: 'practical',
      candidate,
      kind: 'other',
      text: `补发草稿纸，第 ${index} 次`,
    });
  }
}

function isAbsent(index: number): boolean {
  return index % ABSENT_EVERY === 7;
}

function note(client: StationClient, actor: StaffId, input: MethodInput<'note.take'>): Promise<Receipt> {
  return act(client, 'note.take', input, { actor });
}

/** What must not be refused. */
async function act<M extends MethodName>(
  client: StationClient,
  method: M,
  input: MethodInput<M>,
  options: CallOptions,
): Promise<MethodOutput<M>> {
  return valueOf(await client.invoke(method, input, options));
}

async function countEvents(client: StationClient): Promise<number> {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 1 })).last;
}
