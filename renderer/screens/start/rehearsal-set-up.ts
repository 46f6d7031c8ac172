import { create } from 'zustand';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import type { Edition } from '../../../shared/domain/rules.ts';
import { as, type CommandId, type RoomNo } from '../../../shared/ids.ts';
import {
  INVENTED_ROOM,
  type InventedPerson,
  inventedRosterCsv,
  inventRoster,
} from '../../../shared/rehearsal/invent-roster.ts';
import { REHEARSAL_PIN } from '../../../shared/rehearsal/rehearsal-pin.ts';
import { rehearsalStart } from '../../../shared/rehearsal/rehearsal-times.ts';
import { suggestedAnswers } from '../../../shared/rehearsal/suggested-answers.ts';
import { ask } from '../../stores/send-command.ts';
import { asNewChief, signIn } from '../../stores/sign-in.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { nowExact } from '../../stores/use-now.ts';
import { REHEARSAL_DAY, REHEARSAL_PEOPLE, type rehearsalText } from '../../text/rehearsal.ts';
import { drawPortrait } from './draw-portrait.ts';

const PHOTOS_A_CALL = 10;
/** The set-up itself takes exam time; the day begins at the whole minute all the same. */
const SET_UP_MS = 60_000;
const INVENTED_BINDING = { kind: 'room', room: as<RoomNo>(INVENTED_ROOM) } as const;

export type RosterChoice = 'invented' | 'own';
type Step = keyof typeof rehearsalText.steps;

interface RehearsalSetUp {
  /** What was chosen on this page; null after a reload. */
  readonly roster: RosterChoice | null;
  readonly edition: Edition;
  readonly doing: Step | null;
  readonly error: ContractError | null;
}

/** How far the one key of 开始演练 has come. */
export const useRehearsalSetUp = create<RehearsalSetUp>(() => ({
  roster: null,
  edition: 'R2022',
  doing: null,
  error: null,
}));

/**
 * Makes a rehearsal ready, by the same calls as a person at the wizard would, from where the station stands: after a
 * crash it goes on. With an own roster it makes the day and leaves the rest to the wizard.
 */
export async function prepareRehearsal(edition: Edition, roster: RosterChoice): Promise<void> {
  await carryOut({ edition, roster }, () => goOn(edition, roster));
}

/** Another day in the same rehearsal, on the next date where today's beginning has passed. */
export async function restartRehearsal(edition: Edition): Promise<void> {
  await carryOut({ edition, roster: 'invented' }, async () => (await makeDay(edition)) ?? goOn(edition, 'invented'));
}

async function carryOut(
  chosen: Pick<RehearsalSetUp, 'edition' | 'roster'>,
  work: () => Promise<ContractError | null>,
): Promise<void> {
  if (useRehearsalSetUp.getState().doing !== null) return;
  useRehearsalSetUp.setState({ ...chosen, doing: 'clock', error: null });
  const error = await work();
  useRehearsalSetUp.setState({ doing: null, error });
}

async function goOn(edition: Edition, roster: RosterChoice): Promise<ContractError | null> {
  const stage = () => useStation.getState().status?.stage;
  if (stage() === 'no-day') {
    const error = await makeDay(edition);
    if (error !== null) return error;
  }
  const unknown = await signInChief();
  if (unknown !== null) return unknown;
  if (roster === 'own') return null;
  if (stage() === 'no-roster') {
    const error = await importInvented();
    if (error !== null) return error;
  }
  return (await fileInventedPhotos()) ?? enlistEverybody();
}

/** Whose rehearsal it is acts while it is made ready; nobody before there is a day. */
async function signInChief(): Promise<ContractError | null> {
  const chief = useStation.getState().staff.find(({ role }) => role === 'chief');
  if (chief === undefined) return null;
  const signedIn = await signIn(chief.staff, REHEARSAL_PIN);
  return signedIn.ok ? null : signedIn.error;
}

async function makeDay(edition: Edition): Promise<ContractError | null> {
  const { current } = useStation.getState().status ?? {};
  const { date, beginsAt } = rehearsalStart(edition, { nowMs: nowExact(), mayGoBack: (current ?? null) === null });
  doing('clock');
  const clock = await ask('rehearsal.setClock', { rate: 1, jumpTo: beginsAt - SET_UP_MS });
  if (!clock.ok) return clock.error;
  doing('day');
  const { typed, confirmed } = suggestedAnswers(edition);
  const { title, site, plan } = REHEARSAL_DAY;
  const answers = { typed: { ...typed }, confirmed: [...confirmed] };
  const chief = { name: REHEARSAL_PEOPLE.chief, pin: REHEARSAL_PIN };
  // A further day is made by the chief of the one before.
  const unknown = await signInChief();
  if (unknown !== null) return unknown;
  const input = { title, site, plan: plan(date), date, edition, answers, chief };
  return settled(await asNewChief(REHEARSAL_PIN, () => ask('day.make', input)));
}

async function importInvented(): Promise<ContractError | null> {
  doing('roster');
  const bytes = base64Of(inventedRosterCsv(inventedPeople()));
  const preview = await ask('roster.preview', { fileName: REHEARSAL_DAY.rosterFile, bytes });
  if (!preview.ok) return preview.error;
  const input = {
    preview: preview.value.preview,
    binding: INVENTED_BINDING,
    acceptLeftOut: false,
    acceptRemovals: true,
  };
  return settled(await ask('roster.commit', input));
}

/** Only where the people in the room are the invented ones: an own roster gets no faces that are not theirs. */
async function fileInventedPhotos(): Promise<ContractError | null> {
  const people = inventedPeople();
  const tickets = new Set(people.map(({ ticket }) => ticket));
  const cards = Object.values(useStation.getState().cards);
  if (cards.length === 0 || !cards.every(({ ticket }) => tickets.has(ticket))) return null;
  doing('photos');
  const shown = people.filter(({ hasPhoto }) => hasPhoto);
  const session = as<CommandId>(crypto.randomUUID());
  for (let from = 0; from < shown.length; from += PHOTOS_A_CALL) {
    const files = shown
      .slice(from, from + PHOTOS_A_CALL)
      .map((person) => ({ name: `${person.idNumber}.jpg`, bytes: drawPortrait(person) }));
    const filed = await ask('photos.file', { session, files });
    if (!filed.ok) return filed.error;
  }
  return null;
}

/** The invigilators last: with them the room is ready and the exam day's screens open. */
async function enlistEverybody(): Promise<ContractError | null> {
  doing('staff');
  const { staff, state, status } = useStation.getState();
  const { binding } = status ?? {};
  if (binding?.kind !== 'room') return null;
  const wanted = [
    { role: 'technician', name: REHEARSAL_PEOPLE.technician } as const,
    ...REHEARSAL_PEOPLE.invigilators.map((name) => ({ role: 'invigilator', name }) as const),
  ].filter(({ name }) => !staff.some((card) => card.name === name));
  const { day } = state.site;
  const beginsAt =
    day === null ? 0 : rehearsalStart(day.rules.edition, { nowMs: nowExact(), mayGoBack: true }).beginsAt;
  if (nowExact() < beginsAt) await ask('rehearsal.setClock', { rate: 1, jumpTo: beginsAt });
  for (const { role, name } of wanted) {
    const enlisted = await ask('staff.enlist', { role, room: binding.room, name, pin: REHEARSAL_PIN });
    if (!enlisted.ok) return enlisted.error;
  }
  await catchUp();
  return null;
}

function doing(step: Step): void {
  useRehearsalSetUp.setState({ doing: step });
}

/** The page knows what was done before the next step begins. */
async function settled(answer: Answer<unknown>): Promise<ContractError | null> {
  await catchUp();
  return answer.ok ? null : answer.error;
}

/** The same people for one date, so that a set-up that was broken off goes on with them. */
function inventedPeople(): readonly InventedPerson[] {
  const date = useStation.getState().state.site.day?.date ?? '';
  return inventRoster({ seed: Number(date.replaceAll('-', '')), year: Number(date.slice(0, 4)) });
}

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
