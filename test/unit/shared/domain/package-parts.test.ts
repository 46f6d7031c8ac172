import { describe, expect, it } from 'vitest';
import { isSetInSystem } from '../../../../shared/domain/course.ts';
import { type Event, eventDataSchemas } from '../../../../shared/domain/events.ts';
import { changesPackage, PACKAGE_PARTS, partsForRoom } from '../../../../shared/domain/package-parts.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { createFold, foldEvents } from '../../../../shared/sync/merge.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  ROOM,
  stationId,
} from '../../../support/sim-station.ts';

const OTHER = as<RoomNo>('777');
const CALLED = { approver: CHIEF, how: 'phone' } as const;

describe('what a package tells a room', () => {
  it('[PK1] each type of event either travels or has its reason for not', () => {
    expect(Object.keys(PACKAGE_PARTS).toSorted()).toEqual(Object.keys(eventDataSchemas).toSorted());
  });

  it('[PK1] what was settled for this room or the site before goes with it, another room’s does not', () => {
    const station = createReadyRoom(2);
    const [candidate] = Object.keys(station.state.rooms[ROOM]?.candidates ?? {});
    const place = { actor: CHIEF, room: ROOM } as const;
    const late = { startsAt: at('09:30'), why: BOX, approval: CALLED };
    const seat = { candidate, from: 1, to: 41, why: BOX, approval: CALLED };
    const told = [
      station.record('CheckTicked', { item: 'R04', count: 44, note: null }, at('06:10'), place),
      station.record('SiteListWritten', { list: 'white-list', lines: BOX, count: 3 }, at('06:11'), { room: null }),
      station.record('PaperDelayed', late, at('06:12'), { ...place, room: null, paper: 'theory' }),
      station.record('SeatChanged', seat, at('06:13'), { ...place, paper: 'theory' }),
      station.record('PinReset', { staff: INVIGILATOR_1, pin: BOX }, at('06:14'), { room: null }),
    ];
    const untold = [
      station.record('CheckTicked', { item: 'R04', count: 44, note: null }, at('06:20'), { ...place, room: OTHER }),
      station.record('CheckTicked', { item: 'S01', count: null, note: null }, at('06:21'), { ...place, room: null }),
      station.record('PaperDelayed', late, at('06:22'), { ...place, room: OTHER, paper: 'theory' }),
      station.record('NoteTaken', { kind: 'other', candidate: null, text: BOX }, at('06:23'), place),
    ];
    const parts = partsOf(station.events.map(({ event }) => event));
    expect(told.filter(({ seq }) => !parts.includes(seq))).toEqual([]);
    expect(untold.filter(({ seq }) => parts.includes(seq))).toEqual([]);

    function partsOf(all: readonly Event[]): readonly number[] {
      return partsForRoom(station.state, ROOM, all).map(({ seq }) => seq);
    }
  });

  it('[PK1] a delay that was withdrawn, or a choice taken back, is not told', () => {
    const station = createReadyRoom(2);
    const place = { actor: CHIEF, room: null, paper: 'theory' } as const;
    const said = { why: BOX, approval: CALLED };
    const delay = station.record('PaperDelayed', { startsAt: at('09:30'), ...said }, at('06:10'), place);
    const chosen = station.record('SeatingChosen', { mode: 'keep-seats', approval: CALLED }, at('06:11'), place);
    const types = () =>
      partsForRoom(
        station.state,
        ROOM,
        station.events.map(({ event }) => event),
      ).map(({ type }) => type);
    expect(types()).toEqual(expect.arrayContaining(['PaperDelayed', 'SeatingChosen']));
    station.record('AdjustmentWithdrawn', { target: nameOf(delay), keptMs: 0, ...said }, at('06:12'), place);
    station.record('ActUndone', { target: nameOf(chosen) }, at('06:13'), place);
    expect(types()).not.toContain('PaperDelayed');
    expect(types()).not.toContain('SeatingChosen');
  });

  it('[PK3] a later delay, its withdrawal and a changed seat outdate a package; a tick and a note do not', () => {
    const types = ['PaperDelayed', 'AdjustmentWithdrawn', 'SeatChanged', 'StaffReplaced', 'PinReset'] as const;
    expect(types.filter((type) => !changesPackage({ type }))).toEqual([]);
    const others = ['DayMade', 'CheckTicked', 'NoteTaken', 'PackageMade', 'VisitNoted'] as const;
    expect(others.filter((type) => changesPackage({ type }))).toEqual([]);
  });
});

describe('a delay that office and room both say', () => {
  it.each([0, 9])(
    '[PK4] counts once, as the office recorded it; what the room ticks of its own is of that one',
    (own) => {
      const office = createReadyRoom(2);
      const late = { startsAt: at('09:30'), why: BOX, approval: CALLED };
      const place = { actor: CHIEF, room: null, paper: 'theory' } as const;
      const delay = office.record('PaperDelayed', late, at('06:10'), place);
      const again = { ...delay, station: stationId(own), seq: 100, at: at('07:40') };
      const data = { target: nameOf(again), technician: null };
      const now = at('07:41');
      const tick = { ...again, type: 'AdjustmentSetInSystem', data, seq: 101, room: ROOM, hlc: [now, 0], at: now };
      const chain = [again, tick as Event].map((event) => ({ event, hash: String(event.seq).padEnd(64, '0') }));
      const { state } = foldEvents(foldEvents(createFold(), office.events), chain);
      const { course } = state.rooms[ROOM] ?? state.site.common;
      expect(course.adjustments.theory).toMatchObject([{ event: nameOf(delay), at: at('06:10') }]);
      expect(isSetInSystem(course, nameOf(delay))).toBe(true);
    },
  );
});

it('[PK4] a replacement that every room knows spends a code of the room that asked, and waits for the chief there alone', () => {
  const office = createReadyRoom(2);
  office.record('RoomListed', { room: OTHER, place: '', expected: 0 }, at('06:05'), { room: OTHER });
  const replaced = { leaves: INVIGILATOR_1, comes: INVIGILATOR_2, room: OTHER, opinion: BOX };
  const byCode = { approver: CHIEF, how: 'code', number: 7 } as const;
  office.record('StaffReplaced', { ...replaced, approval: byCode }, at('06:10'), { actor: CHIEF, room: OTHER });
  office.record('StaffReplaced', { ...replaced, approval: CALLED }, at('06:20'), { actor: CHIEF, room: OTHER });
  const { rooms, site } = office.state;
  expect(rooms[OTHER]?.approved).toMatchObject({ usedNumbers: [7], toRatify: [{ room: OTHER }] });
  for (const room of [rooms[ROOM], site.common]) expect(room?.approved).toEqual({ usedNumbers: [], toRatify: [] });
});

function nameOf({ station, epoch, seq }: Event) {
  return { station, epoch, seq };
}
