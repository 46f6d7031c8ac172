import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../../../shared/domain/violation-acts.ts';
import { note, personOf, roomOf, undo, violate } from '../../../support/paper-acts.ts';
import {
  at,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  rosterOf,
} from '../../../support/sim-station.ts';

describe('taking a note', () => {
  it('[D15] of the room or of anybody it knows, at any time, kept in order', () => {
    const station = createReadyRoom(2);
    must(station.act(note(null, { kind: 'incident' }), at('07:30')));
    const [second] = must(station.act(note(1), at('08:40')));
    must(station.act(rosterOf(1), at('08:41'), { actor: CHIEF }));
    must(station.act(note(2), at('08:42')));
    expect(station.act(note(99), at('08:43'))).toMatchObject({ error: { code: 'candidate-unknown', rule: 'D15' } });
    must(station.act(undo(second), at('08:40:05')));
    expect(roomOf(station).notes).toMatchObject([
      { kind: 'incident', candidate: null, isUndone: false, paper: 'theory' },
      { candidate: candidateId(1), isUndone: true },
      { candidate: candidateId(2), isUndone: false },
    ]);
  });

  it('[D6] a station with a note stays what it is', () => {
    const station = createReadyRoom(1);
    const office = { ...rosterOf(1), binding: { kind: 'office' } } as const;
    must(station.act(note(null), at('07:30')));
    expect(station.act(office, at('07:31'), { actor: CHIEF })).toMatchObject({
      error: { code: 'station-bound-otherwise', rule: 'D6' },
    });
    must(createReadyRoom(1).act(office, at('07:31'), { actor: CHIEF }));
  });

  it('[D15] a note about a changed ticket names the person it belongs to', () => {
    const station = createReadyRoom(1);
    const roster = rosterOf(1);
    const [entry] = roster.entries;
    if (entry === undefined) throw new Error('nobody listed');
    must(
      station.act({ ...roster, entries: [{ ...entry, candidate: candidateId(77) }] }, at('08:00'), { actor: CHIEF }),
    );
    must(station.act(note(77), at('08:40')));
    must(station.act(checkIn(77), at('08:40')));
    must(station.act(violate(77), at('08:41'), { second: INVIGILATOR_2 }));
    expect(roomOf(station).notes).toMatchObject([{ candidate: candidateId(1) }]);
    expect(violationsIn(personOf(station, 1), 'theory')).toMatchObject([{ candidate: candidateId(1) }]);
  });
});
