import type { SecretStore } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard, ClockView } from '../../shared/contract/views.ts';
import type { RoomState } from '../../shared/domain/state.ts';
import type { PaperTimeline, Timeline } from '../../shared/domain/timeline-types.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { onTestFinished } from 'vitest';
import { checkInOf, type EnactedDay, enactDay, readState, ROOM, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import { pdfText } from './poppler.ts';
import { tempDir } from './temp-dir.ts';
import { TestClock } from './test-clock.ts';
import { createMemorySecretStore, createTestPorts } from './test-ports.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const PAPER = { room: ROOM, paper: 'theory' } as const;

export function beijing(time: string, date = '2022-11-19'): number {
  return Date.parse(`${date}T${time}+08:00`);
}

export interface Folder {
  readonly dataDir: string;
  readonly secrets: SecretStore;
}

/** A station on a folder; `close` ends it as a restart of the computer does. */
export async function openStation(
  clock = new TestClock('2022-11-19 07:50'),
  folder: Folder = { dataDir: tempDir(), secrets: createMemorySecretStore() },
) {
  const station = await createStation(createTestPorts({ ...folder, clock }));
  let isOpen = true;
  const close = async () => {
    if (isOpen) await station.close();
    isOpen = false;
  };
  onTestFinished(close);
  const told: ClockView[] = [];
  station.subscribe((push) => {
    if (push.push === 'clock') told.push(push.clock);
  });
  return { client: createDirectClient(station), clock, folder, close, told };
}

export type Opened = Awaited<ReturnType<typeof openStation>>;

/** A ready room 001 (R2022: theory 08:30, cut-off 09:00, end 10:00). */
export async function openRoom(): Promise<Opened & { readonly day: EnactedDay }> {
  const opened = await openStation();
  return { ...opened, day: await enactDay(opened.client) };
}

/** The computer is switched off and on again; its clock says `wall` then. */
export async function restart({ close, folder }: Opened, wall: number | string): Promise<Opened> {
  await close();
  return openStation(new TestClock(wall), folder);
}

export async function readClock(client: StationClient): Promise<ClockView> {
  return valueOf(await client.invoke('station.clock', {}));
}

export async function roomOf(client: StationClient): Promise<RoomState> {
  const room = (await readState(client)).rooms[ROOM];
  if (room === undefined) throw new Error('room 001 is not here');
  return room;
}

export async function timelineOf(client: StationClient): Promise<Timeline> {
  const { timeline } = await roomOf(client);
  if (timeline === null) throw new Error('no timeline');
  return timeline;
}

export function cardAt({ candidates }: Pick<EnactedDay, 'candidates'>, index: number): CandidateCard {
  const card = candidates[index];
  if (card === undefined) throw new Error(`nobody at ${index}`);
  return card;
}

export function admit(client: StationClient, day: EnactedDay, index: number) {
  return client.invoke('checkIn.confirm', checkInOf(cardAt(day, index)), { actor: day.first });
}

export function setClock(client: StationClient, day: EnactedDay, input: MethodInput<'clock.set'>, command?: string) {
  const by = { actor: day.first, second: day.second };
  return client.invoke('clock.set', input, command === undefined ? by : { ...by, command: as<CommandId>(command) });
}

export const ACCEPT = { kind: 'accept-wall' } as const;

export function official(time: string, date?: string): MethodInput<'clock.set'> {
  return { kind: 'official-time', time: beijing(time, date) };
}

export async function theoryOf(client: StationClient): Promise<PaperTimeline> {
  return (await timelineOf(client)).papers.theory;
}

/** What stands on a sign-in sheet that is printed now. */
export async function sheetText(client: StationClient, day: EnactedDay): Promise<string> {
  const { document } = valueOf(await client.invoke('document.issueSignInSheet', PAPER, { actor: day.first }));
  const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: day.first }));
  return pdfText(Buffer.from(bytes, 'base64'));
}
