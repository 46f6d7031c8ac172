import { describe, expect, it } from 'vitest';
import { doubtfulActs, isTimeDoubtful, withRatifiedTimes } from '../../../../shared/domain/doubtful-time.ts';
import { EMPTY_COURSE } from '../../../../shared/domain/course-state.ts';
import type { RoomState } from '../../../../shared/domain/state.ts';
import {
  at,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  refuseEntry,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';
import { cancel, chooseSeating, extend } from '../../../support/course-acts.ts';
import { approve, collect, markAbsent, note, personOf, roomOf, submit, violate } from '../../../support/paper-acts.ts';

/** One of each kind of act, recorded in doubt. */
function actInDoubt(station: SimStation): void {
  station.doubt(true);
  must(station.act(checkIn(1), at('08:10')));
  must(station.act(violate(1), at('08:40'), { second: INVIGILATOR_2 }));
  must(station.act(note(null), at('08:41')));
  must(station.act(submit(1), at('09:10')));
}

function ratify(station: SimStation): void {
  must(station.act({ type: 'ratifyClock', station: station.id, isInDoubt: true }, at('09:20'), { actor: CHIEF }));
}

/** Acts of every kind that stand outside a person's own, each in doubt: "stranger", "seating" and the like. */
function marksOf(room: RoomState): readonly string[] {
  const { strangers, notes, collections, approvals, course } = room;
  const all = {
    stranger: strangers,
    note: notes,
    collection: collections.theory,
    signature: approvals,
    adjustment: course.adjustments.theory,
    seating: course.seatings,
    cancellation: course.cancellations,
  };
  return Object.entries(all).flatMap(([name, acts]) => acts.filter((act) => act.timeInDoubt).map(() => name));
}

/** The kinds of acts that still bear the mark in a room, as a paper reads them. */
function marked(room: RoomState): readonly string[] {
  const acts = [...Object.values(room.candidates).flatMap((one) => one.acts.theory), ...room.notes];
  return acts.filter(({ timeInDoubt }) => timeInDoubt).map(({ kind }) => kind);
}

describe('时间待核', () => {
  it('[CK7] is every act that was recorded in doubt, of people and of the room', () => {
    const station = createReadyRoom(2);
    actInDoubt(station);
    station.doubt(false);
    must(station.act(checkIn(2), at('08:50')));
    expect(doubtfulActs(roomOf(station)).map((act) => act.at)).toEqual(
      expect.arrayContaining([at('08:10'), at('08:40'), at('08:41'), at('09:10')]),
    );
    expect(doubtfulActs(roomOf(station))).toHaveLength(4);
  });

  it('[CK7] is over for what stands before a ratification in the chain, whatever their instants say', () => {
    const station = createReadyRoom(2);
    actInDoubt(station);
    // The clock was set back: the ratification has an earlier instant than what it ratifies.
    must(station.act({ type: 'ratifyClock', station: station.id, isInDoubt: true }, at('07:30'), { actor: CHIEF }));
    const [entry] = personOf(station, 1).acts.theory;
    expect(entry && isTimeDoubtful(roomOf(station), entry)).toBe(false);
    must(station.act(checkIn(2), at('07:31') + 40 * 60_000));
    expect(doubtfulActs(roomOf(station))).toHaveLength(1);
  });

  it.each([
    ['before it in the chain is settled', 1, 8, false],
    ['after it in the chain is not', 1, 10, true],
    ['it says itself is settled', 1, 9, false],
    ['of the epoch before is settled', 0, 99, false],
    ['of a later epoch is not', 2, 1, true],
  ])('[CK7] by a ratification what stands %s', (_, epoch, seq, isDoubtful) => {
    const said = { at: 0, occurredAt: 0, actor: CHIEF, room: null, before: null, after: null, wall: null };
    const ratified = { station: stationId(1), epoch: 1, seq: 9 };
    const course = {
      ...EMPTY_COURSE,
      clockActs: [{ ...said, event: ratified, station: ratified.station, kind: 'ratified' as const }],
    };
    const act = { event: { station: stationId(1), epoch, seq }, timeInDoubt: true };
    expect(isTimeDoubtful({ course }, act)).toBe(isDoubtful);
    expect(isTimeDoubtful({ course }, { ...act, event: { ...act.event, station: stationId(2) } })).toBe(true);
    expect(isTimeDoubtful({ course }, { ...act, timeInDoubt: false })).toBe(false);
  });

  it('[CK7] is whatever the room records, and each bears the mark on papers until it is ratified', () => {
    const station = createReadyRoom(2);
    station.doubt(true);
    must(station.act(refuseEntry(null, 'not-listed'), at('08:10')));
    must(station.act(note(null), at('08:11')));
    must(station.act(extend(1, { cutoff: 'stays' }), at('08:40')));
    must(station.act(checkIn(2), at('08:50')));
    must(station.act(markAbsent(1), at('09:05')));
    const [violation] = must(station.act(violate(2), at('09:06'), { second: INVIGILATOR_2 }));
    must(station.act(cancel(2, violation), at('09:07'), { actor: CHIEF }));
    must(station.act(chooseSeating(), at('09:45')));
    must(station.act(collect(), at('10:03')));
    must(station.act(approve(), at('10:05')));
    const room = roomOf(station);
    const every = ['stranger', 'note', 'collection', 'signature', 'adjustment', 'seating', 'cancellation'];
    expect(marksOf(room)).toEqual(every);
    // An entry, an absence and a violation beside them.
    expect(doubtfulActs(room)).toHaveLength(every.length + 3);
    ratify(station);
    expect(doubtfulActs(roomOf(station))).toEqual([]);
    // A signature is of what it was put under, whatever is said of the time later.
    expect(marksOf(withRatifiedTimes(roomOf(station)))).toEqual(['signature']);
  });

  it('[CK7] papers show the mark until it is ratified', () => {
    const station = createReadyRoom(1);
    actInDoubt(station);
    const before = roomOf(station);
    expect(withRatifiedTimes(before)).toBe(before);
    expect(marked(before)).toEqual(['checked-in', 'violation', 'submitted', 'equipment']);
    ratify(station);
    expect(marked(withRatifiedTimes(roomOf(station)))).toEqual([]);
  });
});
