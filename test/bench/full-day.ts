import type { StationClient } from '../../shared/contract/client.ts';
import { checkInOf, valueOf } from '../support/day-scenario.ts';
import { openStationWithRoster, theoryPeople } from './bench-station.ts';

/** One person in so many was checked in wrongly first, and that undone. */
const UNDO_EVERY = 20;

/** What a folder prepared for a bench holds. */
export interface PreparedDay {
  readonly dataDir: string;
  readonly people: number;
  readonly events: number;
}

/** A day that is ready but on which nothing has happened: the office, one room's people. */
export async function prepareEmptyDay(dataDir: string): Promise<PreparedDay> {
  const { station, client, chief } = await openStationWithRoster(dataDir, { kind: 'office' }, 'room-003-utf8-bom.csv');
  const prepared = { dataDir, people: (await theoryPeople(client, chief)).length, events: await countEvents(client) };
  await station.close();
  return prepared;
}

/** The office's day of twelve rooms: people sent back for their papers until so many events are recorded, then all let in. */
export async function prepareFullDay(dataDir: string, wantedEvents: number): Promise<PreparedDay> {
  const { station, clock, client, chief } = await openStationWithRoster(
    dataDir,
    { kind: 'office' },
    'site-12-rooms.xlsx',
  );
  const people = await theoryPeople(client, chief);
  const acting = { actor: chief };
  for (const [index, card] of people.entries()) {
    clock.advance(2000);
    const { events } = valueOf(await client.invoke('checkIn.confirm', checkInOf(card), acting));
    const [target] = events;
    if (target === undefined || index % UNDO_EVERY !== 0) continue;
    valueOf(await client.invoke('act.undo', { target }, acting));
    valueOf(await client.invoke('checkIn.confirm', checkInOf(card), acting));
  }
  const sentBack = { ticket: null, reason: 'documents', note: null } as const;
  for (let index = 0, recorded = await countEvents(client); recorded < wantedEvents; index += 1, recorded += 1) {
    const card = people[index % people.length];
    if (card === undefined) throw new Error('nobody sits the paper');
    const { candidate, room } = card;
    const input = { room, paper: 'practical', candidate, ...sentBack } as const;
    valueOf(await client.invoke('entry.refuse', input, acting));
  }
  const prepared = { dataDir, people: people.length, events: await countEvents(client) };
  await station.close();
  return prepared;
}

async function countEvents(client: StationClient): Promise<number> {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 1 })).last;
}
