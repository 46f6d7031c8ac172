import type { StationClient } from '../../shared/contract/client.ts';
import type { Receipt, StoredEvent } from '../../shared/contract/views.ts';
import { pendingShifts } from '../../shared/domain/course.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { checkInOf, readState, ROOM, valueOf } from './day-scenario.ts';
import type { TestClock } from './test-clock.ts';
import { castOf, collection, type DayStep, issueRecord, room001, signRecord, WHOLE_DAY } from './whole-day.ts';

const PRACTICAL = { room: ROOM, paper: 'practical' } as const;

/** What WHOLE_DAY, which is one paper, does not have: a power cut, a slip taken back, and the practical paper after it. */
const MORE: readonly DayStep[] = [
  {
    name: 'the power goes and comes back, which is made up for',
    time: '2022-11-19 08:50',
    act: async (client, { chief, first }) => {
      valueOf(await client.invoke('paper.pause', { room: ROOM, paper: 'theory', why: null }, { actor: first }));
      const approval = { approver: chief, how: 'present' } as const;
      const extension = { minutes: 3, cutoff: 'stays', next: { kind: 'keep' }, why: '停电', approval } as const;
      valueOf(await client.invoke('paper.resume', { room: ROOM, paper: 'theory', extension }, { actor: first }));
    },
  },
  {
    name: 'the chief takes the extension back',
    time: '2022-11-19 08:55',
    act: async (client, { chief, first }) => {
      const [extension] = pendingShifts(room001(await readState(client)).course, 'theory');
      if (extension === undefined) return;
      const approval = { approver: chief, how: 'present' } as const;
      const back = { target: extension.event, endsAt: null, next: null, why: '考试系统没有中断', approval } as const;
      valueOf(await client.invoke('adjustment.withdraw', { room: ROOM, paper: 'theory', ...back }, { actor: first }));
    },
  },
  {
    name: 'a note is taken back',
    time: '2022-11-19 09:30',
    act: async (client, { first, second }) => {
      const note = { room: ROOM, paper: 'theory', candidate: null, kind: 'other', text: '窗外施工' } as const;
      const { events } = valueOf(await client.invoke('note.take', note, { actor: first }));
      const [target] = events;
      const witnessed = { actor: first, second, reason: '记错考场' } as const;
      if (target !== undefined) valueOf(await client.invoke('act.undo', { target }, witnessed));
    },
  },
  {
    name: 'everybody leaves between the papers',
    time: '2022-11-19 10:10',
    act: async (client, { chief, first }) => {
      const approval = { approver: chief, how: 'present' } as const;
      valueOf(await client.invoke('seating.choose', { ...PRACTICAL, mode: 're-enter', approval }, { actor: first }));
    },
  },
  {
    name: 'thirty-seven come in for the practical, one of them entered later',
    time: '2022-11-19 10:12',
    act: async (client, day) => {
      const { inTime, late } = castOf(day);
      for (const card of inTime)
        valueOf(await client.invoke('checkIn.confirm', { ...checkInOf(card), ...PRACTICAL }, { actor: day.first }));
      const entered = { actor: day.first, second: day.second, reason: '漏签' } as const;
      const occurredAt = Date.parse('2022-11-19T10:09:00+08:00');
      const input = { ...checkInOf(late), ...PRACTICAL };
      valueOf(await client.invoke('checkIn.confirm', input, { ...entered, occurredAt }));
    },
  },
  signalAt('2022-11-19 10:13', 'start'),
  {
    name: 'who is not there is marked absent in the practical',
    time: '2022-11-19 10:50',
    act: async (client, day) => {
      const { refused, missing } = castOf(day);
      const candidates = [refused, ...missing].map(({ candidate }) => candidate);
      valueOf(await client.invoke('absence.record', { ...PRACTICAL, candidates }, { actor: day.first }));
    },
  },
  signalAt('2022-11-19 12:40', 'end'),
  {
    name: 'the practical is collected, signed and printed',
    time: '2022-11-19 12:45',
    act: async (client, day) => {
      valueOf(await client.invoke('paper.collect', { ...collection(), ...PRACTICAL }, { actor: day.first }));
      for (const actor of [day.first, day.second]) await signRecord(client, actor, PRACTICAL);
      await issueRecord(client, day.first, PRACTICAL);
    },
  },
];

function signalAt(time: string, signal: 'start' | 'end'): DayStep {
  return {
    name: `the practical: ${signal}`,
    time,
    act: async (client, { first }) =>
      valueOf(await client.invoke('signal.give', { signal, paper: 'practical' }, { actor: first })),
  };
}

/** Both papers of room 001, in order of time. */
export const SOAK_DAY: readonly DayStep[] = [...WHOLE_DAY, ...MORE].toSorted((a, b) =>
  a.time < b.time ? -1 : a.time > b.time ? 1 : 0,
);

const CALLS_OF_A_STEP = 1000;

/** A command's number by its place in the day: whoever lives the day again asks for the very same. */
function soakNumber(step: number, call: number): number {
  return step * CALLS_OF_A_STEP + call;
}

export function soakCommandId(number: number): CommandId {
  return as<CommandId>(`soak-${String(number).padStart(6, '0')}`);
}

/** The step of a command; null for commands that are none of this day's. */
function stepOf(command: string | null): number | null {
  const [kind, number] = command?.split('-') ?? [];
  return kind === 'soak' ? Math.floor(Number(number) / CALLS_OF_A_STEP) : null;
}

/** A day lived on from where its records end; each command is named by its place, so that it is the same after a kill. */
export class DayRun {
  readonly #steps: readonly DayStep[];
  readonly #known: readonly StoredEvent[];
  #step: number;
  #calls = 0;

  /** `known` grows as the station tells of events. */
  constructor(steps: readonly DayStep[], known: readonly StoredEvent[]) {
    this.#steps = steps;
    this.#known = known;
    this.#step = Math.max(0, ...known.map(({ event }) => stepOf(event.command) ?? 0));
  }

  /** The number of the command that comes next. */
  nextNumber(): number {
    const number = soakNumber(this.#step, this.#calls);
    this.#calls += 1;
    return number;
  }

  /** The receipt of a command that is recorded already: what is asked again may have been read from a state that it changed. */
  receiptOf(command: CommandId): Receipt | null {
    const done = this.#known.filter(({ event }) => event.command === command);
    const last = done.at(-1);
    if (last === undefined) return null;
    const events = done.map(({ event: { station, epoch, seq } }) => ({ station, epoch, seq }));
    return { events, arrival: last.arrival, at: last.event.at };
  }

  /** Lives the steps that are left, each not before its time. */
  async live(clock: TestClock, client: StationClient, day: Parameters<DayStep['act']>[1]): Promise<void> {
    for (const { time, act } of this.#steps.slice(this.#step)) {
      if (Date.parse(`${time.replace(' ', 'T')}+08:00`) > clock.wall()) clock.setWall(time);
      this.#calls = 0;
      await act(client, day);
      this.#step += 1;
    }
  }
}
