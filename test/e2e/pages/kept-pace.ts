import type { Page } from '@playwright/test';
import type { StationClient } from '../../../shared/contract/client.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { checkInOf, type EnactedDay, enlistAs, readState, ROOM, valueOf } from '../../support/day-scenario.ts';
import { fillFolder } from '../../support/prepared-folder.ts';
import { prepareStation } from '../../support/prepared-station.ts';
import type { StationProcess } from '../../support/station-process.ts';
import { takeOver } from './first-start.ts';
import { prepareReadyRoom } from './ready-room.ts';

/**
 * Room 001 in which everybody has come in and whatever was due has been done, with a technician on the staff. Opened at
 * this Beijing time of 2022-11-19, 陈监考 at the computer.
 */
export async function openKeptPace(page: Page, station: StationProcess, time: string): Promise<EnactedDay> {
  const day = await fillFolder(station.dataDir, admitAll);
  const nowMs = Date.parse(`2022-11-19T${time}+08:00`);
  await prepareStation(station.dataDir, `2022-11-19 ${time}`, (client) =>
    confirmDue(client, day.first, 'theory', nowMs),
  );
  await page.goto(await station.start(`2022-11-19 ${time}`));
  await takeOver(page, '陈监考');
  return day;
}

async function admitAll(dataDir: string): Promise<EnactedDay> {
  const day = await prepareReadyRoom(dataDir);
  await prepareStation(dataDir, '2022-11-19 07:05', (client) =>
    enlistAs(client, day.chief, { role: 'technician', room: null, name: '赵工' }),
  );
  await prepareStation(dataDir, '2022-11-19 08:10', async (client) => {
    for (const card of day.candidates)
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: day.first }));
  });
  return day;
}

/** Ticks off what was due of a paper by now, the chief's signals first. */
async function confirmDue(
  client: StationClient,
  actor: EnactedDay['first'],
  paper: PaperId,
  nowMs: number,
): Promise<void> {
  const timeline = (await readState(client)).rooms[ROOM]?.timeline;
  if (timeline === undefined || timeline === null) throw new Error('a room without a timeline');
  for (const { id, kind, at, by } of timeline.papers[paper].milestones) {
    if (at > nowMs || by !== 'confirm') continue;
    if (kind === 'prepare' || kind === 'start' || kind === 'end')
      valueOf(await client.invoke('signal.give', { signal: kind, paper }, { actor }));
    valueOf(await client.invoke('milestone.confirm', { milestone: id }, { actor }));
  }
}
