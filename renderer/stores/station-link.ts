import type { ConnectionState, StationClient } from '../../shared/contract/client.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import type { Status, StoredEvent } from '../../shared/contract/views.ts';
import { useActing } from './acting-store.ts';
import { readEvents } from './read-events.ts';
import { forgetDay, takeClock, takeEvents, takeStatus, useStation } from './station-store.ts';

/** The page's client together with the news of its line. */
export interface LinkedClient extends StationClient {
  connectionState(): ConnectionState;
  /** Calls with every change; returns the function that ends it. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
}

/** Events after which the set-up stage, the staff or the people may have changed. */
const SETUP_EVENTS = new Set([
  'DayMade',
  'StaffEnlisted',
  'LotsDrawn',
  'StaffPosted',
  'StaffRemoved',
  'StaffReplaced',
  'SeatChanged',
  'StationBound',
  'RosterImported',
  'DayLocked',
  'DayUnlocked',
]);

let client: LinkedClient | null = null;
/** False for 大屏, which never asks for anybody's name. */
let readsPeople = true;
let onEvents: (events: readonly StoredEvent[]) => void = () => undefined;

/** The client of this page; the screens call it through `invoke`. */
export function linkedClient(): LinkedClient {
  if (client === null) throw new Error('the page is not linked to a station yet');
  return client;
}

/** Calls with every event that arrives, pushed or caught up with; one listener. */
export function onNews(listener: (events: readonly StoredEvent[]) => void): void {
  onEvents = listener;
}

/** Binds the stores to a station: loads what there is, follows the pushes, and catches up after every lost line. */
export function linkStation(linked: LinkedClient, { withPeople = true } = {}): void {
  client = linked;
  readsPeople = withPeople;
  linked.subscribe(takePush);
  linked.onConnection(takeConnection);
  takeConnection(linked.connectionState());
}

function takeConnection(connection: ConnectionState): void {
  useStation.setState({ connection });
  if (connection === 'connected') void catchUp();
}

function takePush(push: Push): void {
  switch (push.push) {
    case 'events':
      takeNews(push.events);
      return;
    case 'clock':
      takeClock(push.clock);
      return;
    case 'devices': {
      const { status } = useStation.getState();
      if (status !== null) useStation.setState({ status: { ...status, lights: push.lights } });
    }
  }
}

function takeNews(events: readonly StoredEvent[]): void {
  // Until the page has loaded what came before, news would only leave a gap; the load brings them too.
  if (!useStation.getState().isLoaded) return;
  onEvents(events);
  if (!takeEvents(events)) void catchUp();
  else if (events.some(({ event }) => SETUP_EVENTS.has(event.type))) void refreshSetup();
}

let catchingUp: Promise<void> | null = null;

/** Brings the page to the station's present; calls at the same time share one run. */
export function catchUp(): Promise<void> {
  catchingUp ??= pull().finally(() => {
    catchingUp = null;
  });
  return catchingUp;
}

async function pull(): Promise<void> {
  const status = await linkedClient().invoke('station.status', {});
  if (!status.ok) return;
  if (isOfAnotherPast(status.value)) forgetDay();
  takeStatus(status.value);
  const isRead = await readEvents(linkedClient(), useStation.getState().arrival, (events) => {
    onEvents(events);
    takeEvents(events);
  });
  if (!isRead) return;
  await loadPeople();
  useStation.setState({ isLoaded: true });
}

/** Reads stage, staff and people anew: after a step of the set-up and after an import. */
export async function refreshSetup(): Promise<void> {
  const status = await linkedClient().invoke('station.status', {});
  // News of another day are not to be folded onto this one: it is forgotten first.
  if (status.ok && isOfAnotherPast(status.value)) return catchUp();
  if (status.ok) takeStatus(status.value);
  await loadPeople();
}

/** Another day, or the same one whose journal has lost what this page has seen. */
function isOfAnotherPast({ current, station }: Status): boolean {
  const before = useStation.getState().status;
  if (before === null || before.current === null) return false;
  return before.current.day !== current?.day || before.station.epoch !== station.epoch;
}

async function loadPeople(): Promise<void> {
  const { status } = useStation.getState();
  if (!readsPeople || status === null || status.current === null) return;
  const staff = await linkedClient().invoke('staff.list', {});
  if (!staff.ok) return;
  useStation.setState({ staff: staff.value.staff });
  useActing.getState().settle(staff.value.staff, status.stage !== 'ready');
  await loadCards();
}

/** The people of this station's room. They are personal data, so the station gives them to a member of staff only. */
export async function loadCards(): Promise<void> {
  const { status } = useStation.getState();
  const { actor, proof } = useActing.getState();
  if (status?.binding?.kind !== 'room' || actor === null) return;
  const answer = await linkedClient().invoke('candidates.list', { room: status.binding.room }, { actor, proof });
  if (!answer.ok) return;
  useStation.setState({ cards: Object.fromEntries(answer.value.candidates.map((card) => [card.candidate, card])) });
}
