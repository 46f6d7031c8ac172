import type { Command, DecideContext, Refusal } from '../../shared/domain/commands.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Event } from '../../shared/domain/events.ts';
import { type EventRef, eventKey, type SealedBox } from '../../shared/domain/schema-parts.ts';
import { bindingOf, type DayState } from '../../shared/domain/state.ts';
import {
  as,
  type CandidateId,
  type CommandId,
  type DayId,
  type RoomNo,
  type SeatNo,
  type StaffId,
  type StationId,
} from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { type Hlc, receive, tick } from '../../shared/sync/hybrid-clock.ts';
import { createFold, type Fold, foldEvents, type HashedEvent } from '../../shared/sync/merge.ts';

export const DAY = as<DayId>('0'.repeat(32));
export const CHIEF = as<StaffId>('staff-chief');
export const INVIGILATOR_1 = as<StaffId>('staff-1');
export const INVIGILATOR_2 = as<StaffId>('staff-2');
export const ROOM = as<RoomNo>('001');

/** A box that nobody opens: decide and evolve carry boxes unopened, so its content does not matter to them. */
export const BOX: SealedBox = { alg: 'A256GCM', keyId: 'a'.repeat(16), nonce: 'AAAA', ct: 'AAAA' };

export function stationId(n: number): StationId {
  return as<StationId>(n.toString(16).padStart(16, '0'));
}

export function candidateId(n: number): CandidateId {
  return as<CandidateId>(n.toString(16).padStart(32, '0'));
}

/** 2022-11-19 HH:mm[:ss[.mmm]] in Asia/Shanghai, UTC ms. */
export function at(clock: string): number {
  const seconds = clock.length > 5 ? clock.slice(6) : '00.000';
  return Date.parse(`2022-11-19T${clock.slice(0, 5)}:${seconds}+08:00`);
}

/** A station without disk: the real decide, evolve and merge, its clock set by the test. */
export interface SimStation {
  readonly id: StationId;
  readonly events: readonly HashedEvent[];
  readonly state: DayState;
  act(command: Command, nowMs: number, context?: Partial<DecideContext>): Result<readonly Event[], Refusal>;
  /** Its clock is in doubt from now on, or no more. */
  doubt(isInDoubt: boolean): void;
  /** Takes in another station's events. */
  take(events: readonly HashedEvent[], nowMs: number): void;
  /** Records an event past decide: what a station of another knowledge may have written. */
  record(
    type: Event['type'],
    data: unknown,
    nowMs: number,
    place?: Partial<Pick<Event, 'room' | 'paper' | 'occurredAt' | 'actor'>>,
  ): Event;
}

export function createSimStation(id: StationId): SimStation {
  let fold: Fold = createFold();
  let events: HashedEvent[] = [];
  let hlc: Hlc = [0, 0];
  let seq = 0;
  let commands = 0;
  let isTimeInDoubt = false;

  function store(
    drafts: readonly Pick<Event, 'type' | 'data' | 'room' | 'paper' | 'occurredAt'>[],
    nowMs: number,
    context: DecideContext,
  ): Event[] {
    const stored = drafts.map((draft) => {
      hlc = tick(hlc, nowMs);
      seq += 1;
      return {
        v: 1,
        day: DAY,
        station: id,
        epoch: 1,
        seq,
        command: context.command,
        hlc,
        at: nowMs,
        timeInDoubt: isTimeInDoubt,
        reason: context.reason,
        actor: context.actor,
        actorBy: context.actorBy,
        second: context.second,
        secondBy: context.secondBy,
        basis: { heads: [], timeline: null },
        ...draft,
      } as Event; // the drafts come from decide, whose types pair type and data
    });
    const hashed = stored.map((event) => ({ event, hash: hashOf(event) }));
    events = [...events, ...hashed];
    fold = foldEvents(fold, hashed);
    return stored;
  }

  function contextAt(nowMs: number, context: Partial<DecideContext>): DecideContext {
    commands += 1;
    return {
      command: as<CommandId>(`command-${id}-${commands}`),
      nowMs,
      actor: INVIGILATOR_1,
      second: null,
      occurredAt: null,
      reason: null,
      binding: bindingOf(fold.state.site, id),
      undoAgeMs: 0,
      actorBy: context.actor === null ? null : 'pin',
      // Everybody has confirmed what he is named for, unless the test says that he has not.
      secondBy: (context.second ?? null) === null ? null : 'pin',
      approvedBy: 'pin',
      ...context,
    };
  }

  return {
    id,
    get events() {
      return events;
    },
    get state() {
      return fold.state;
    },
    act(command, nowMs, context = {}) {
      const full = contextAt(nowMs, context);
      const decision = decide(fold.state, command, full);
      return decision.ok ? { ok: true, value: store(decision.value, nowMs, full) } : decision;
    },
    doubt(isInDoubt) {
      isTimeInDoubt = isInDoubt;
    },
    take(more, nowMs) {
      for (const { event } of more) hlc = receive(hlc, event.hlc, nowMs).hlc;
      fold = foldEvents(fold, more);
    },
    record(type, data, nowMs, place = {}) {
      const draft = { type, data, room: ROOM, paper: null, occurredAt: nowMs, ...place } as Event; // as the test wants it
      const [event] = store([draft], nowMs, contextAt(nowMs, place.actor === undefined ? {} : { actor: place.actor }));
      return event as Event; // one draft, one event
    },
  };
}

function hashOf(event: EventRef): string {
  return Buffer.from(eventKey(event)).toString('hex').padEnd(64, '0').slice(0, 64);
}

/** The roster command of one room: `size` people on seats 1…size. */
export function rosterOf(size: number, room: RoomNo = ROOM, from = 1): Extract<Command, { type: 'importRoster' }> {
  return {
    type: 'importRoster',
    binding: { kind: 'room', room },
    rooms: [{ room, place: '实训楼201', expected: size }],
    entries: Array.from({ length: size }, (_, i) => rosterEntry(from + i, { room, seat: as<SeatNo>(i + 1) })),
    otherRooms: {},
    summary: {
      fileName: BOX,
      fileHash: 'f'.repeat(32),
      personRows: size,
      taken: size,
      leftOut: 0,
      warnings: 0,
      repaired: 0,
    },
  };
}

type Entry = Extract<Command, { type: 'importRoster' }>['entries'][number];

export function rosterEntry(n: number, overrides: Partial<Entry> = {}): Entry {
  return {
    candidate: candidateId(n),
    room: ROOM,
    seat: as<SeatNo>(n),
    papers: ['theory', 'practical'],
    level: 'intermediate',
    person: BOX,
    personHash: n.toString(16).padStart(32, '0'),
    idHash: n.toString(16).padStart(32, '1'),
    marks: [],
    ...overrides,
  };
}

/** R2022 on 2022-11-19: theory 08:30–10:00, practical 10:10–12:40. */
export const MAKE_DAY: Extract<Command, { type: 'makeDay' }> = {
  type: 'makeDay',
  title: '2022年11月 1+X Python 程序开发',
  site: '样例职业技术学院考点',
  plan: '2022-11-19',
  date: '2022-11-19',
  edition: 'R2022',
  answers: {
    typed: { hasLotDraw: false, technicianPerRoom: 1, deputyChiefMin: 1, deputyChiefMax: 2, recordRetentionYears: 1 },
    confirmed: ['powerWaitMaxMin', 'isPowerWaitInclusive', 'eligibilityCancelledBy'],
  },
  chief: { staff: CHIEF, person: BOX, pin: BOX },
};

/** R2021 on the same date: theory 09:00–10:30, practical 14:00–16:30; leaving needs the technician. */
export const MAKE_DAY_2021: Extract<Command, { type: 'makeDay' }> = {
  ...MAKE_DAY,
  edition: 'R2021',
  answers: { typed: { spareRatio: 0.1 }, confirmed: [] },
};

/** A station bound to room 001 with `size` people and its two invigilators, ready before 08:00. */
export function createReadyRoom(size = 40, id: StationId = stationId(1), day: Command = MAKE_DAY): SimStation {
  const station = createSimStation(id);
  const morning = at('07:00');
  station.record(
    'ChainOpened',
    { label: 'A', keyAlg: 'Ed25519', publicKey: '', previous: null, program: 'test' },
    morning,
    {
      room: null,
    },
  );
  must(station.act(day, morning, { actor: null }));
  must(station.act(rosterOf(size), morning, { actor: CHIEF }));
  for (const staff of [INVIGILATOR_1, INVIGILATOR_2]) {
    must(
      station.act({ type: 'enlistStaff', staff, role: 'invigilator', room: ROOM, person: BOX, pin: BOX }, morning, {
        actor: CHIEF,
      }),
    );
  }
  return station;
}

/** The command of an ordinary check-in. */
export function checkIn(n: number, overrides: Partial<Extract<Command, { type: 'checkIn' }>> = {}): Command {
  return {
    type: 'checkIn',
    room: ROOM,
    paper: 'theory',
    candidate: candidateId(n),
    despite: [],
    approval: null,
    found: 'ticket',
    checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
    ...overrides,
  };
}

/** The command that records a person turned away. */
export function refuseEntry(n: number | null, reason: Extract<Command, { type: 'refuseEntry' }>['reason']): Command {
  return {
    type: 'refuseEntry',
    room: ROOM,
    paper: 'theory',
    candidate: n === null ? null : candidateId(n),
    ticket: n === null ? BOX : null,
    reason,
    note: null,
  };
}

/** The value, or a test failure that shows the error. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.value;
}
