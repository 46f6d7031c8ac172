import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { doubtfulActs } from '../../../../shared/domain/doubtful-time.ts';
import {
  at,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  MAKE_DAY,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';
import { enlistTechnician, roomOf, TECHNICIAN } from '../../../support/paper-acts.ts';

type SetClock = Extract<Command, { type: 'setClock' }>;

const HOUR = 3_600_000;
const BY_TWO = { second: INVIGILATOR_2 };

/** The computer's clock was set back from 09:40 to 08:40. */
function setClock(overrides: Partial<SetClock> = {}): SetClock {
  return {
    type: 'setClock',
    kind: 'accept-wall',
    before: at('09:40'),
    after: at('08:40'),
    wall: at('08:40'),
    isInDoubt: true,
    ...overrides,
  };
}

function official(after: number, before = at('09:40')): SetClock {
  return setClock({ kind: 'official-time', before, after });
}

function ratify(station: SimStation, isInDoubt = false): Command {
  return { type: 'ratifyClock', station: station.id, isInDoubt };
}

describe('setting the clock', () => {
  it('[CK5] two of the room accept the wall; the record says what time it was before and after, and every room is told', () => {
    const station = createReadyRoom(1);
    const [event] = must(station.act(setClock(), at('09:40'), BY_TWO));
    expect(event).toMatchObject({
      type: 'ClockSet',
      room: null,
      at: at('09:40'),
      actor: INVIGILATOR_1,
      second: INVIGILATOR_2,
      data: { kind: 'accept-wall', before: at('09:40'), after: at('08:40'), wall: at('08:40') },
    });
    const acts = [{ station: station.id, kind: 'accept-wall', before: at('09:40'), after: at('08:40') }];
    expect(roomOf(station).course.clockActs).toMatchObject(acts);
    expect(station.state.site.common.course.clockActs).toMatchObject(acts);
  });

  it.each([
    ['nobody', null, 'second-person-missing'],
    ['the same person', INVIGILATOR_1, 'second-person-same'],
  ])('[CK5] is refused with %s as the second person', (_, second, code) => {
    const refused = createReadyRoom(1).act(setClock(), at('09:40'), { second });
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });

  it('[CK5] a clock about which nothing is said is not set', () => {
    expect(createReadyRoom(1).act(setClock({ isInDoubt: false }), at('09:40'), BY_TWO)).toMatchObject({
      error: { code: 'nothing-in-doubt' },
    });
  });

  it('[CK5] the technician does not set it', () => {
    const station = createReadyRoom(1);
    enlistTechnician(station);
    const refused = station.act(setClock(), at('09:40'), { actor: TECHNICIAN, second: INVIGILATOR_1 });
    expect(refused).toMatchObject({ error: { code: 'role-not-allowed' } });
  });

  it('[CK5] an unbound station has no clock to set', () => {
    const station = createSimStation(stationId(1));
    must(station.act(MAKE_DAY, at('07:00'), { actor: null }));
    expect(station.act(setClock(), at('09:40'), { actor: CHIEF, second: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
  });

  it('[CK5] what comes after it keeps its place behind it, although its instant is smaller', () => {
    const station = createReadyRoom(1);
    must(station.act(setClock(), at('09:40'), BY_TWO));
    must(station.act(checkIn(1), at('08:41')));
    const [set, entry] = station.events.slice(-2).map(({ event }) => event);
    expect(entry?.at).toBe(at('08:41'));
    expect(entry?.hlc).toEqual([set?.hlc[0], (set?.hlc[1] ?? 0) + 1]);
    expect(roomOf(station).clockAhead).toEqual({});
  });

  it.each([
    ['thirty-six hours before the date', 'taken', at('00:00') - 36 * HOUR],
    ['a millisecond earlier', 'refused', at('00:00') - 36 * HOUR - 1],
    ['a millisecond less than thirty-six hours after the date', 'taken', at('00:00') + 60 * HOUR - 1],
    ['thirty-six hours after the date', 'refused', at('00:00') + 60 * HOUR],
  ])('[CK6] a typed time %s is %s', (_, outcome, after) => {
    const answer = createReadyRoom(1).act(official(after), at('09:40'), BY_TWO);
    expect(answer.ok ? 'taken' : 'refused').toBe(outcome);
    if (!answer.ok) expect(answer.error).toMatchObject({ code: 'time-out-of-range', figures: { date: '2022-11-19' } });
  });

  it('[CK6] weeks before the exam, in the preparation, a time near the present one is taken', () => {
    const before = at('09:40') - 21 * 24 * HOUR;
    const station = createReadyRoom(1);
    expect(station.act(official(before + 36 * HOUR, before), at('09:40'), BY_TWO).ok).toBe(true);
    expect(station.act(official(before + 36 * HOUR + 1, before), at('09:40'), BY_TWO).ok).toBe(false);
  });

  it('[CK6] a computer whose battery is flat is not accepted either', () => {
    const wall = Date.UTC(2000, 0, 1);
    expect(createReadyRoom(1).act(setClock({ after: wall, wall }), at('09:40'), BY_TWO)).toMatchObject({
      error: { code: 'time-out-of-range' },
    });
  });

  it('[CK6] the last record is no bound: it may be what was wrong', () => {
    const station = createReadyRoom(2);
    must(station.act(checkIn(1), at('08:40')));
    must(station.act(official(at('08:05')), at('08:41'), BY_TWO));
    must(station.act(checkIn(2), at('08:06')));
    expect(roomOf(station).candidates).toBeDefined();
    expect(station.events.at(-1)?.event).toMatchObject({ type: 'CandidateCheckedIn', at: at('08:06') });
  });
});

describe('ratifying the time', () => {
  /** A station whose first person came in while its clock was in doubt. */
  function inDoubt(n = 1): SimStation {
    const station = createReadyRoom(3, stationId(n));
    station.doubt(true);
    must(station.act(checkIn(1), at('08:10')));
    return station;
  }

  it('[CK7] the chief settles what was recorded in doubt; nothing is left to ratify then', () => {
    const station = inDoubt();
    expect(doubtfulActs(roomOf(station))).toHaveLength(1);
    must(station.act(ratify(station), at('08:20'), { actor: CHIEF }));
    expect(doubtfulActs(roomOf(station))).toEqual([]);
    expect(station.act(ratify(station), at('08:21'), { actor: CHIEF })).toMatchObject({
      error: { code: 'nothing-in-doubt' },
    });
  });

  it('[CK7] an invigilator does not', () => {
    const station = inDoubt();
    expect(station.act(ratify(station), at('08:20'))).toMatchObject({ error: { code: 'role-not-allowed' } });
  });

  it('[CK7] a clock in doubt is ratified before anything was recorded', () => {
    const station = createReadyRoom(1);
    expect(must(station.act(ratify(station, true), at('08:20'), { actor: CHIEF }))).toMatchObject([
      { type: 'ClockRatified', room: null },
    ]);
  });

  it('[CK7] a new doubt after it is a doubt again', () => {
    const station = inDoubt();
    must(station.act(ratify(station), at('08:20'), { actor: CHIEF }));
    must(station.act(checkIn(2), at('08:21')));
    expect(doubtfulActs(roomOf(station))).toMatchObject([{ at: at('08:21') }]);
  });

  it('[CK7] an act that is taken back needs no ratifying', () => {
    const station = inDoubt();
    const entry = station.events.at(-1)?.event;
    if (entry === undefined) throw new Error('nothing was recorded');
    const { epoch, seq } = entry;
    must(station.act({ type: 'undo', target: { station: station.id, epoch, seq } }, at('08:11')));
    expect(doubtfulActs(roomOf(station))).toEqual([]);
  });

  it('[CK7] another station’s ratification does not settle this one’s acts', () => {
    const station = inDoubt();
    const office = createSimStation(stationId(2));
    office.take(station.events, at('08:15'));
    office.record('StationBound', { binding: { kind: 'office' } }, at('08:15'), { room: null });
    expect(office.act(ratify(office), at('08:16'), { actor: CHIEF })).toMatchObject({
      error: { code: 'nothing-in-doubt' },
    });
    must(office.act(ratify(office, true), at('08:16'), { actor: CHIEF }));
    expect(doubtfulActs(office.state.rooms[ROOM] ?? roomOf(station))).toHaveLength(1);
  });
});
