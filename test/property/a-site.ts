import fc from 'fast-check';
import { registrables } from '../../shared/domain/collection.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Event } from '../../shared/domain/events.ts';
import { as, type RoomNo } from '../../shared/ids.ts';
import { type HashedEvent } from '../../shared/sync/merge.ts';
import {
  cancel,
  chooseSeating,
  delay,
  extend,
  pause,
  resume,
  seats,
  setInSystem,
  withdraw,
} from '../support/course-acts.ts';
import { approve, collect, leave, markAbsent, note, register, submit, violate } from '../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  refuseEntry,
  ROOM,
  rosterOf,
  type SimStation,
  stationId,
} from '../support/sim-station.ts';
import { anyPaperEvent, anySiteEvent, type EventDraft } from './any-event.ts';

const PEOPLE = 5;
export const SECOND_ROOM = as<RoomNo>('002');

const COURSE_KINDS = [
  ...(['delay', 'pause', 'resume', 'extend-room', 'extend-seats', 'set-in-system'] as const),
  ...(['withdraw', 'seating', 'cancel'] as const),
];

/** One thing that happens somewhere: an act at a station, what one station hears of another, or a record no decide would write. */
export type Happening =
  | {
      readonly kind: 'check-in' | 'refuse' | 'practical';
      readonly station: number;
      readonly person: number;
      readonly second: number;
      readonly isLate: boolean;
    }
  | {
      readonly kind: 'undo-last' | 'start' | 'read-rules' | 'reimport' | 'move';
      readonly station: number;
      readonly person: number;
      readonly second: number;
    }
  | {
      readonly kind: 'stray-undo' | 'stray-entry' | 'rival-day' | 'settle' | 'unheard-of';
      readonly station: number;
      readonly person: number;
      readonly second: number;
    }
  | {
      readonly kind: 'absent' | 'submit' | 'leave' | 'violate' | 'note' | 'tick' | 'collect' | 'sign' | 'photo';
      readonly station: number;
      readonly person: number;
      readonly second: number;
      readonly isLate: boolean;
    }
  | {
      readonly kind: (typeof COURSE_KINDS)[number];
      readonly station: number;
      readonly person: number;
      readonly second: number;
      /** Of the whole site where the act can be, of the room else. */
      readonly isLate: boolean;
    }
  | { readonly kind: 'any'; readonly station: number; readonly second: number; readonly draft: EventDraft }
  | { readonly kind: 'hear'; readonly station: number; readonly from: number; readonly second: number };

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('check-in' as const, 'refuse' as const, 'practical' as const),
      station: fc.nat(2),
      person: fc.integer({ min: 1, max: PEOPLE }),
      second: fc.nat(7200),
      isLate: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo-last' as const,
        'start' as const,
        'read-rules' as const,
        'reimport' as const,
        'move' as const,
      ),
      station: fc.nat(2),
      person: fc.integer({ min: 1, max: PEOPLE }),
      second: fc.nat(7200),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'stray-undo' as const,
        'stray-entry' as const,
        'rival-day' as const,
        'settle' as const,
        'unheard-of' as const,
      ),
      station: fc.nat(2),
      person: fc.integer({ min: 1, max: PEOPLE + 3 }),
      second: fc.nat(7200),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'absent' as const,
        'submit' as const,
        'leave' as const,
        'violate' as const,
        'note' as const,
        'tick' as const,
        'collect' as const,
        'sign' as const,
        'photo' as const,
      ),
      station: fc.nat(2),
      person: fc.integer({ min: 1, max: PEOPLE }),
      second: fc.nat(10_800),
      isLate: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(...COURSE_KINDS),
      station: fc.nat(2),
      person: fc.integer({ min: 1, max: PEOPLE }),
      second: fc.nat(10_800),
      isLate: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('any' as const),
      station: fc.nat(2),
      second: fc.nat(10_800),
      draft: anyPaperEvent,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hear' as const),
      station: fc.nat(2),
      from: fc.nat(2),
      second: fc.nat(7200),
    }),
  },
);

/** Who is on the staff, PINs and 恢复单, 锁存: by three stations that do not hear of each other. */
export const keyHappening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('any' as const),
  station: fc.nat(2),
  second: fc.nat(7200),
  draft: anySiteEvent,
});

/** Plays the script on three stations with clocks apart and gives every event that was recorded anywhere. */
export function play(script: readonly Happening[]): readonly HashedEvent[] {
  const first = createReadyRoom(PEOPLE);
  const stations = [first, createSimStation(stationId(2)), createSimStation(stationId(3))];
  for (const other of stations.slice(1)) {
    other.take(first.events, at('07:00'));
    other.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('07:00'), { room: null });
  }
  script.forEach((step) => {
    const station = stations[step.station] as SimStation; // 0…2
    const skew = (step.station - 1) * 90_000;
    happen(station, stations, step, at('08:00') + step.second * 1000 + skew);
  });
  return stations.flatMap((station) => station.events);
}

function happen(station: SimStation, stations: readonly SimStation[], step: Happening, now: number): void {
  switch (step.kind) {
    case 'hear':
      station.take((stations[step.from] as SimStation).events, now);
      return;
    case 'check-in':
    case 'practical':
      station.act(
        checkIn(step.person, { paper: step.kind === 'practical' ? 'practical' : 'theory' }),
        now,
        backfill(now, step.isLate),
      );
      return;
    case 'refuse':
      station.act(refuseEntry(step.person, step.isLate ? 'late' : 'documents'), now);
      return;
    case 'absent':
      station.act(markAbsent(step.person), now);
      return;
    case 'submit':
      station.act(submit(step.person, { how: step.isLate ? 'full-screen-left' : 'by-candidate' }), now);
      return;
    case 'leave':
      station.act(leave(step.person), now);
      return;
    case 'violate':
      station.act(violate(step.person, { measure: step.isLate ? 'warned' : 'recorded' }), now, {
        second: INVIGILATOR_2,
      });
      return;
    case 'note':
      station.act(note(step.isLate ? null : step.person), now);
      return;
    case 'tick': {
      const open = Object.values(station.state.rooms).flatMap((room) => registrables(room, 'theory'));
      station.act(register(...open.map(({ act }) => act.event)), now);
      return;
    }
    case 'collect':
      // Collecting wants everybody marked first; what the stations know of it differs.
      station.act(markAbsent(step.person), now);
      station.act(collect(), now);
      return;
    case 'sign':
      station.act(approve(), now, { actor: step.isLate ? CHIEF : INVIGILATOR_1 });
      return;
    case 'photo': {
      const data = { candidate: candidateId(step.person), sealedDigest: 'd'.repeat(64), width: 240, height: 320 };
      station.record('CandidatePhotoFiled', data, now);
      return;
    }
    case 'delay':
    case 'pause':
    case 'resume':
    case 'extend-room':
    case 'extend-seats':
    case 'set-in-system':
    case 'withdraw':
    case 'seating':
    case 'cancel': {
      const { command, scope } = courseAct(station, step, now);
      station.act(command, now, scope === null ? { binding: { kind: 'office' }, actor: CHIEF } : {});
      return;
    }
    case 'any': {
      const { type, data, room, paper } = step.draft;
      station.record(type, data, now, { room, paper });
      return;
    }
    case 'undo-last': {
      const last = station.events.findLast(({ event }) => event.actor === INVIGILATOR_1)?.event;
      if (last !== undefined)
        station.act({ type: 'undo', target: { station: last.station, epoch: last.epoch, seq: last.seq } }, now);
      return;
    }
    case 'start':
      station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, now);
      return;
    case 'read-rules':
      station.act({ type: 'confirmMilestone', milestone: 'theory:rules-reading' }, now);
      return;
    case 'reimport':
      station.act(rosterOf(step.person) satisfies Command, now, { actor: CHIEF });
      return;
    case 'move': {
      const to = { room: SECOND_ROOM, seat: step.person };
      const data = {
        candidate: candidateId(step.person),
        papers: ['theory'],
        level: 'advanced',
        person: BOX,
        personHash: 'c'.repeat(32),
        idHash: null,
        marks: [],
        from: { room: ROOM, seat: step.person },
        to,
      };
      station.record('CandidateMoved', data, now, { room: SECOND_ROOM });
      return;
    }
    case 'stray-undo':
      station.record('ActUndone', { target: { station: stationId(3), epoch: 1, seq: step.person } }, now);
      return;
    case 'stray-entry':
      station.record(
        'CandidateCheckedIn',
        {
          candidate: candidateId(step.person),
          seat: 1,
          found: 'seat',
          checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' },
          said: { entry: 'on-time', lateMinutes: 0 },
        },
        now,
        { paper: 'theory' },
      );
      return;
    case 'rival-day':
      // Of an even second it says the same day once more, as a room does that began with the package.
      station.record('DayMade', rivalOf((stations[0] as SimStation).events[1]?.event, step.second), now, {
        room: null,
      });
      return;
    case 'settle':
      station.record(
        'AnomalySettled',
        { anomaly: `verdict-changed:${stationId(1)}/1/${step.person + 10}`, note: null },
        now,
      );
      return;
    case 'unheard-of':
      station.record('SomethingOfALaterVersion' as 'DayMade', {}, now);
      return;
  }
}

/** An act on the course of theory as this station knows it, of the room or (scope null) of the whole site. */
function courseAct(
  station: SimStation,
  { kind, person, isLate }: Extract<Happening, { kind: (typeof COURSE_KINDS)[number] }>,
  now: number,
): { readonly command: Command; readonly scope: RoomNo | null } {
  const scope = isLate && kind !== 'set-in-system' && kind !== 'cancel' && kind !== 'extend-seats' ? null : ROOM;
  const keep = { room: scope, next: { kind: 'keep' } } as const;
  const shift = station.events.findLast(({ event }) => event.type === 'PaperDelayed' || event.type === 'PaperExtended');
  const violation = station.events.findLast(({ event }) => event.type === 'ViolationRecorded');
  const any = station.events[0]?.event;
  const commands = {
    delay: delay('08:30', { ...keep, startsAt: now - (now % 60_000) + person * 300_000 }),
    pause: pause({ room: scope }),
    resume: { ...resume(person, { next: { kind: 'keep' }, cutoff: 'moves' }), room: scope },
    'extend-room': extend(person, { ...keep, cutoff: person === 1 ? 'moves' : 'stays' }),
    'extend-seats': extend(person, { ...keep, seats: seats(person) }),
    'set-in-system': setInSystem(shift?.event ?? any),
    withdraw: withdraw(shift?.event ?? any, { ...keep, endsAt: now + 60_000 }),
    seating: chooseSeating({ room: scope, mode: person === 1 ? 're-enter' : 'stay' }),
    cancel: cancel(person, violation?.event ?? any),
  } satisfies Record<(typeof COURSE_KINDS)[number], Command>;
  return { command: commands[kind], scope };
}

function backfill(now: number, isBackfill: boolean) {
  return isBackfill ? { occurredAt: now - 600_000, reason: BOX, second: INVIGILATOR_2 } : {};
}

function rivalOf(event: Event | undefined, second: number): unknown {
  if (event?.type !== 'DayMade') throw new Error('no day was made');
  return second % 2 === 0 ? event.data : { ...event.data, title: '另一个考核日' };
}
