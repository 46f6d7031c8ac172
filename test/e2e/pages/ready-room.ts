import type { Page } from '@playwright/test';
import type { RosterRow } from '../../../shared/domain/roster.ts';
import { enactDay } from '../../support/day-scenario.ts';
import { prepareStation } from '../../support/prepared-station.ts';
import { peopleOfRoom001 } from '../../support/room-001.ts';
import type { StationProcess } from '../../support/station-process.ts';
import { CheckInPage } from './check-in.ts';
import { takeOver } from './first-start.ts';

/** The person at the computer; the other invigilator is 林监考. */
const ACTING = '陈监考';

/** Room 001 made ready without a page, opened at this Beijing time of 2022-11-19, somebody at the computer. */
export async function openReadyRoom(page: Page, station: StationProcess, time: string): Promise<void> {
  await prepareStation(station.dataDir, '2022-11-19 07:00', enactDay);
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
