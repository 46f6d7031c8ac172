import { describe, expect, it } from 'vitest';
import { openRegistrables, registrables } from '../../../../shared/domain/collection.ts';
import { admit, backfilled, markAbsent, refTo, register, roomOf, undo, violate } from '../../../support/paper-acts.ts';
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
  must,
  ROOM,
  rosterOf,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const byTwo = { second: INVIGILATOR_2 };

function openSeats(station: SimStation) {
  return registrables(roomOf(station), 'theory').map((one) => [
    one.candidate.seat,
    one.act.kind,
    one.registered?.at ?? null,
  ]);
}

describe('what stands in the exam system', () => {
  it('[D16] each absence and violation is ticked once, with person and time', () => {
    const station = createReadyRoom(3);
    admit(station, 2);
    const [first, second] = must(station.act(markAbsent(1, 3), at('09:00')));
    const [violation] = must(station.act(violate(2), at('09:05'), byTwo));
    expect(openSeats(station)).toEqual([
      [1, 'absent', null],
      [2, 'violation', null],
      [3, 'absent', null],
    ]);
    const events = must(station.act(register(refTo(first), refTo(violation), refTo(first)), at('09:10')));
    expect(events.map((event) => event.data)).toEqual([{ target: refTo(first) }, { target: refTo(violation) }]);
    expect(registrables(roomOf(station), 'theory')[1]?.registered).toMatchObject({
      actor: INVIGILATOR_1,
      at: at('09:10'),
    });
    expect(station.act(register(refTo(second), refTo(first)), at('09:11'))).toMatchObject({
      error: { code: 'already-registered', rule: 'D16', figures: { at: at('09:10'), seat: 1 } },
    });
    must(station.act(register(refTo(second)), at('09:11')));
  });

  it('[D16] nothing else is ticked: warnings, entries, what was taken back, the other paper’s', () => {
    const station = createReadyRoom(3);
    const [entry] = must(station.act(checkIn(1), at('08:10')));
    const [warning] = must(station.act(violate(1, { measure: 'warned' }), at('09:00')));
    const [absence] = must(station.act(markAbsent(2, 3), at('09:00')));
    const [violation] = must(station.act(violate(1), at('09:01'), byTwo));
    must(station.act(undo(violation), at('09:01:05')));
    for (const event of [entry, warning, violation]) {
      expect(station.act(register(refTo(event)), at('09:10'))).toMatchObject({ error: { code: 'not-registrable' } });
    }
    expect(station.act({ ...register(refTo(absence)), paper: 'practical' }, at('09:10'))).toMatchObject({
      error: { code: 'not-registrable', rule: 'D16' },
    });
    expect(station.act(register(), at('09:10'))).toMatchObject({ error: { code: 'not-registrable' } });
    // Who came in after all needs no entry there.
    must(station.act(checkIn(2), at('09:10'), backfilled('08:40')));
    expect(station.act(register(refTo(absence)), at('09:11'))).toMatchObject({ error: { code: 'not-registrable' } });
  });

  it('[D16] a tick is taken back and set again', () => {
    const station = createReadyRoom(1);
    const [absence] = must(station.act(markAbsent(1), at('09:00')));
    const [tick] = must(station.act(register(refTo(absence)), at('09:10')));
    const [taken] = must(station.act(undo(tick), at('09:10:05')));
    expect(taken).toMatchObject({ type: 'ActUndone', room: '001', paper: 'theory' });
    expect(openSeats(station)).toEqual([[1, 'absent', null]]);
    must(station.act(register(refTo(absence)), at('09:11')));
    expect(openSeats(station)).toEqual([[1, 'absent', at('09:11')]]);
  });

  it('[D16] a violation stays to be ticked after the person was moved to another room', () => {
    const station = createReadyRoom(2);
    const [violation] = must(station.act(violate(1), at('08:10'), byTwo));
    // An absence counts where the person is expected, and that is elsewhere now.
    station.record('CandidateMarkedAbsent', { candidate: candidateId(1) }, at('08:11'), { paper: 'theory' });
    const roster = rosterOf(2);
    const entries = roster.entries.map((entry, i) =>
      i === 0 ? { ...entry, room: '002' as typeof entry.room } : entry,
    );
    must(station.act({ ...roster, entries }, at('08:20'), { actor: CHIEF }));
    expect(openSeats(station)).toEqual([[1, 'violation', null]]);
    must(station.act(register(refTo(violation)), at('09:10')));
  });

  it('[D16] a tick whose absence an entry has cancelled is owed until it is taken back', () => {
    const station = createReadyRoom(2);
    const [absence] = must(station.act(markAbsent(1, 2), at('09:00')));
    const [tick] = must(station.act(register(refTo(absence)), at('09:05')));
    const owed = () => openRegistrables(roomOf(station), 'theory').map((one) => [one.candidate.seat, one.isOvertaken]);
    expect(owed()).toEqual([[2, false]]);
    must(station.act(checkIn(1), at('09:10'), backfilled('08:40')));
    expect(owed()).toEqual([
      [1, true],
      [2, false],
    ]);
    must(station.act(undo(tick), at('09:11'), { ...byTwo, reason: BOX }));
    expect(owed()).toEqual([[2, false]]);
  });

  describe('with another station of the room', () => {
    function createTwo(): readonly [SimStation, SimStation] {
      const here = createReadyRoom(1);
      const there = createSimStation(stationId(2));
      there.take(here.events, at('08:00'));
      there.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('08:00'), { room: null });
      return [here, there];
    }

    it('[D16] of two absences of one person a tick for either is enough', () => {
      const [here, there] = createTwo();
      must(there.act(markAbsent(1), at('09:00')));
      const [absence] = must(here.act(markAbsent(1), at('09:00:10')));
      must(here.act(register(refTo(absence)), at('09:05')));
      here.take(there.events, at('09:06'));
      expect(openSeats(here)).toEqual([[1, 'absent', at('09:05')]]);
      expect(openRegistrables(roomOf(here), 'theory')).toEqual([]);
    });

    it('[D16] what one ticked and the other took back without knowing shows', () => {
      const [here, there] = createTwo();
      const [absence] = must(here.act(markAbsent(1), at('09:00')));
      const [violation] = must(here.act(violate(1), at('09:01'), byTwo));
      there.take(here.events, at('09:02'));
      must(there.act(register(refTo(absence), refTo(violation)), at('09:03')));
      for (const event of [absence, violation]) must(here.act(undo(event), at('09:03')));
      here.take(there.events, at('09:04'));
      expect(openRegistrables(roomOf(here), 'theory')).toMatchObject([
        { act: { kind: 'absent' }, isOvertaken: true },
        { act: { kind: 'violation' }, isOvertaken: true },
      ]);
    });
  });
});
