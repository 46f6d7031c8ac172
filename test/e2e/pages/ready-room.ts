import type { Page } from '@playwright/test';
import type { RosterRow } from '../../../shared/domain/roster.ts';
import { type EnactedDay, enactDay } from '../../support/day-scenario.ts';
import { fillFolder } from '../../support/prepared-folder.ts';
import { prepareStation } from '../../support/prepared-station.ts';
import { peopleOfRoom001 } from '../../support/room-001.ts';
import type { StationProcess } from '../../support/station-process.ts';
import { CheckInPage } from './check-in.ts';
import { takeOver } from './first-start.ts';

/** The person at the computer; the other invigilator is 林监考. */
const ACTING = '陈监考';

/** A data folder in which room 001 is ready, as the chief left it in the early morning. */
export function prepareReadyRoom(dataDir: string): Promise<EnactedDay> {
  return prepareStation(dataDir, '2022-11-19 07:00', (client) => enactDay(client));
}

/** Room 001 made ready without a page, opened at this Beijing time of 2022-11-19, somebody at the computer. */
export async function openReadyRoom(page: Page, station: StationProcess, time: string): Promise<void> {
  await fillFolder(station.dataDir, prepareReadyRoom);
  await page.goto(await station.start(`2022-11-19 ${time}`));
  await takeOver(page, ACTING);
}

export async function openDesk(
  page: Page,
  station: StationProcess,
  time: string,
): Promise<{ desk: CheckInPage; people: readonly RosterRow[] }> {
  await openReadyRoom(page, station, time);
  const desk = new CheckInPage(page);
  await desk.open();
  return { desk, people: await peopleOfRoom001() };
}

/** The person of a seat, by number from 1. */
export function personAt(people: readonly RosterRow[], seat: number): RosterRow {
  const person = people.find((row) => row.seat === seat);
  if (person === undefined) throw new Error(`nobody at seat ${seat}`);
  return person;
}
