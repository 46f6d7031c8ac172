import { describe, expect, it } from 'vitest';
import type { DrawLots } from '../../../../shared/domain/lots-commands.ts';
import { drawLots, type LotTask } from '../../../../shared/domain/lots-draw.ts';
import { lotTaskOf } from '../../../../shared/domain/lots-state.ts';
import { roomNo, sha256, staffNo } from '../../../support/lots.ts';
import { AT_OFFICE, createOffice, enlistFor } from '../../../support/office.ts';
import {
  at,
  BOX,
  CHIEF,
  INVIGILATOR_1,
  MAKE_DAY,
  must,
  type SimStation,
  stationId,
  createSimStation,
} from '../../../support/sim-station.ts';

const SEEDS = ['a', 'b', 'c'].map((digit) => digit.repeat(32));

/** The command as the station makes it on this state. */
function draw(station: SimStation, seed = SEEDS[0] ?? '', forbidden: LotTask['forbidden'] = []): DrawLots {
  const task = { ...lotTaskOf(station.state), forbidden };
  const source = { seed, called: null };
  return { type: 'drawLots', ...task, ...source, ...must(drawLots(task, source, sha256)) };
}

function officeWith(people: number, rooms: readonly number[] = [30, 41]): SimStation {
  const station = createOffice(rooms);
  for (let n = 1; n <= people; n += 1) enlistFor(station, staffNo(n));
  return station;
}

function roomsOf(station: SimStation): readonly (string | null)[] {
  return Object.values(station.state.site.staff)
    .filter(({ role }) => role === 'invigilator')
    .map(({ room }) => room);
}

describe('whom and what lots are drawn for', () => {
  it('[LO1] [R02] the trained without a room, and the places that nobody holds', () => {
    const station = officeWith(3);
    enlistFor(station, staffNo(20), { isTrained: false });
    enlistFor(station, staffNo(21), { room: roomNo(2) });
    expect(lotTaskOf(station.state)).toEqual({
      pool: [1, 2, 3].map(staffNo),
      // 41 candidates want four invigilators, of whom one is there.
      rooms: [
        { room: '001', places: 2 },
        { room: '002', places: 3 },
      ],
    });
  });

  it('[LO1] before a day is made, nobody and nothing', () => {
    expect(lotTaskOf(createSimStation(stationId(3)).state)).toEqual({ pool: [], rooms: [] });
  });
});

describe('抽签', () => {
  it('[LO1] puts everybody into the room that he drew, and records all that it takes', () => {
    const station = officeWith(7);
    const command = draw(station);
    const [event] = must(station.act(command, at('08:00'), AT_OFFICE));
    const { type: _, ...data } = command;
    expect(event).toMatchObject({ type: 'LotsDrawn', room: null, paper: null });
    expect(event?.data).toEqual({ algorithm: 'PS-LOT-1', ...data });
    expect(roomsOf(station).filter((room) => room === '001')).toHaveLength(2);
    expect(roomsOf(station).filter((room) => room === '002')).toHaveLength(4);
    expect(roomsOf(station).filter((room) => room === null)).toHaveLength(1);
    expect(station.state.site.lots).toMatchObject([{ occurredAt: at('08:00'), actor: CHIEF, reason: null }]);
  });

  it('[LO4] once more needs a reason, and takes those of the last draw in again', () => {
    const station = officeWith(6);
    must(station.act(draw(station), at('08:00'), AT_OFFICE));
    expect(station.act(draw(station, SEEDS[1]), at('08:05'), AT_OFFICE)).toMatchObject({
      error: { code: 'reason-missing', rule: 'LO4', figures: { times: 1 } },
    });
    must(station.act(draw(station, SEEDS[1]), at('08:05'), { ...AT_OFFICE, reason: BOX }));
    expect(station.state.site.lots).toHaveLength(2);
    expect(station.state.site.lots[1]).toMatchObject({ reason: BOX });
    expect(roomsOf(station)).not.toContain(null);
  });

  it('[LO4] is not done again while people come in or write in any room; the first one is never too late', () => {
    const station = officeWith(6);
    must(station.act(draw(station), at('08:35'), AT_OFFICE));
    const again = { ...AT_OFFICE, reason: BOX };
    const closed = { error: { code: 'lots-closed', rule: 'LO4', figures: { at: at('08:30') } } };
    expect(station.act(draw(station, SEEDS[1]), at('08:36'), again)).toMatchObject(closed);
    expect(station.act(draw(station, SEEDS[1]), at('10:29'), again)).toMatchObject(closed);
    const longer = {
      seats: null,
      minutes: 5,
      movesCutoff: false,
      why: BOX,
      approval: { approver: CHIEF, how: 'present' },
    };
    station.record('PaperExtended', longer, at('09:30'), { room: roomNo(2), paper: 'theory', actor: CHIEF });
    expect(station.act(draw(station, SEEDS[1]), at('10:34'), again)).toMatchObject(closed);
    must(station.act(draw(station, SEEDS[1]), at('12:00'), again));
    expect(station.state.site.lots).toHaveLength(2);
  });

  it('[LO4] leaves out whoever was put elsewhere by hand since', () => {
    const station = officeWith(6);
    must(station.act(draw(station), at('08:00'), AT_OFFICE));
    const moved = station.state.site.lots[0]?.drawn.result.find(({ room }) => room === '001')?.staff ?? staffNo(0);
    const told = { room: null, actor: CHIEF } as const;
    station.record('StaffPosted', { staff: moved, room: '002', how: 'assigned' }, at('08:02'), told);
    expect(lotTaskOf(station.state).pool).not.toContain(moved);
    expect(lotTaskOf(station.state).rooms).toEqual([
      { room: '001', places: 2 },
      { room: '002', places: 3 },
    ]);
  });

  it('[LO4] told by two chains is one; who was replaced meanwhile stays away', () => {
    const station = officeWith(6);
    const [event] = must(station.act(draw(station), at('08:00'), AT_OFFICE));
    station.record('LotsDrawn', event?.data, at('08:01'), { room: null, actor: CHIEF });
    expect(station.state.site.lots).toHaveLength(1);
    const gone = staffNo(1);
    const approval = { approver: CHIEF, how: 'present' };
    enlistFor(station, staffNo(9));
    station.record(
      'StaffReplaced',
      { leaves: gone, comes: staffNo(9), room: '001', opinion: BOX, approval },
      at('08:10'),
      { room: roomNo(1), actor: CHIEF },
    );
    const leftAt = station.state.site.staff[gone]?.leftAt;
    station.record('LotsDrawn', { ...event?.data, seed: SEEDS[2] }, at('08:20'), { room: null, actor: CHIEF });
    expect(station.state.site.staff[gone]).toMatchObject({ leftAt, room: null });
  });

  it('[LO4] that names somebody unknown makes nobody of him', () => {
    const station = officeWith(6);
    const data = { ...draw(station), algorithm: 'PS-LOT-1', pool: [staffNo(77)], result: [] };
    station.record('LotsDrawn', data, at('08:01'), { room: null, actor: CHIEF });
    expect(station.state.site.staff[staffNo(77)]).toBeUndefined();
  });
});

describe('no lots are drawn', () => {
  it('[LO1] in a room, on a computer without a roster, or by somebody else than a leader', () => {
    const station = officeWith(6);
    const binding = { kind: 'room', room: roomNo(1) } as const;
    expect(station.act(draw(station), at('08:00'), { ...AT_OFFICE, binding })).toMatchObject({
      error: { code: 'office-only', rule: 'LO1' },
    });
    expect(station.act(draw(station), at('08:00'), { ...AT_OFFICE, binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    expect(
      station.act(draw(station), at('08:00'), {
        actor: enlistFor(station, INVIGILATOR_1, { room: roomNo(1) }),
      }),
    ).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
  });

  it('[LO1] where the day’s rules draw none, or nothing is to be drawn for', () => {
    const none = createOffice([30], MAKE_DAY);
    for (const n of [1, 2]) enlistFor(none, staffNo(n));
    expect(none.act(draw(none), at('08:00'), AT_OFFICE)).toMatchObject({ error: { code: 'lots-not-in-rules' } });
    const full = createOffice([30]);
    for (const n of [1, 2]) enlistFor(full, staffNo(n), { room: roomNo(1) });
    const command: DrawLots = { ...draw(full), pool: [] };
    expect(full.act(command, at('08:00'), AT_OFFICE)).toMatchObject({ error: { code: 'lots-nothing-to-draw' } });
  });

  it('[LO1] with fewer people than places', () => {
    const station = officeWith(5);
    const { pool, rooms } = lotTaskOf(station.state);
    const command: DrawLots = {
      type: 'drawLots',
      pool,
      rooms,
      forbidden: [],
      seed: SEEDS[0] ?? '',
      called: null,
      result: [],
      shuffles: 0,
    };
    expect(station.act(command, at('08:00'), AT_OFFICE)).toMatchObject({
      error: { code: 'lots-too-few-people', rule: 'R02', figures: { people: 5, wanted: 6 } },
    });
  });

  it('[LO1] [LO3] with a result that is not of this list, or not one at all', () => {
    const station = officeWith(7);
    const good = draw(station);
    const codeOf = (changes: Partial<DrawLots>) => {
      const answer = station.act({ ...good, ...changes }, at('08:00'), AT_OFFICE);
      return answer.ok ? 'ok' : answer.error.code;
    };
    const [first, second, ...rest] = good.result;
    if (first === undefined || second === undefined) throw new Error('a draw without its people');
    expect(codeOf({ pool: good.pool.toReversed() })).toBe('lots-changed');
    expect(codeOf({ rooms: good.rooms.slice(1) })).toBe('lots-changed');
    expect(codeOf({ result: [first, { ...second, staff: first.staff }, ...rest] })).toBe('lots-not-possible');
    expect(codeOf({ result: [{ ...first, staff: staffNo(99) }, second, ...rest] })).toBe('lots-not-possible');
    expect(codeOf({ result: [second, ...rest] })).toBe('lots-not-possible');
    expect(codeOf({ result: [{ ...first, room: roomNo(2) }, second, ...rest] })).toBe('lots-not-possible');
    expect(codeOf({ forbidden: [{ staff: first.staff, rooms: [first.room] }] })).toBe('lots-not-possible');
    expect(codeOf({ forbidden: [{ staff: staffNo(50), rooms: [first.room] }] })).toBe('ok');
  });
});
