import { describe, expect, it } from 'vitest';
import type { ImportRoster } from '../../../../shared/domain/commands.ts';
import { findCandidate } from '../../../../shared/domain/decide-place.ts';
import { as, type RoomNo, type SeatNo } from '../../../../shared/ids.ts';
import {
  at,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  MAKE_DAY,
  must,
  ROOM,
  rosterEntry,
  rosterOf,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const NOW = at('07:40');

function importing(station: SimStation, entries: ImportRoster['entries']) {
  return must(station.act({ ...rosterOf(1), entries }, NOW, { actor: CHIEF })).map((event) => event.type);
}

function candidate(station: SimStation, n: number, room: RoomNo = ROOM) {
  const state = station.state.rooms[room];
  const found = state && findCandidate(state, candidateId(n));
  if (found === undefined) throw new Error(`candidate ${n} is not there`);
  return found;
}

describe('making the day', () => {
  it('[D3] is done once, with complete rules', () => {
    const station = createSimStation(stationId(1));
    const incomplete = { ...MAKE_DAY, answers: { typed: {}, confirmed: [] } };
    expect(station.act(incomplete, NOW, { actor: null })).toMatchObject({
      error: { code: 'rules-incomplete', rule: 'D3' },
    });
    must(station.act(MAKE_DAY, NOW, { actor: null }));
    expect(station.state.site.staff[CHIEF]).toMatchObject({ role: 'chief', room: null });
    expect(station.act(MAKE_DAY, NOW, { actor: null })).toMatchObject({ error: { code: 'day-already-made' } });
  });

  it('[D1] before a day is made nobody acts', () => {
    const station = createSimStation(stationId(1));
    expect(station.act(rosterOf(2), NOW, { actor: CHIEF })).toMatchObject({ error: { code: 'no-day', rule: 'D1' } });
  });

  it('[D1] an invigilator does not import', () => {
    const station = createReadyRoom(2);
    expect(station.act(rosterOf(2), NOW, { actor: INVIGILATOR_1 })).toMatchObject({
      error: { code: 'role-not-allowed', rule: 'D1', figures: { allowed: 'chief deputy' } },
    });
  });

  it('[D4] somebody is enlisted once', () => {
    const station = createReadyRoom(2);
    const again = {
      type: 'enlistStaff',
      staff: INVIGILATOR_1,
      role: 'technician',
      room: ROOM,
      person: MAKE_DAY.chief.person,
      pin: MAKE_DAY.chief.pin,
    } as const;
    expect(station.act(again, NOW, { actor: CHIEF })).toMatchObject({ error: { code: 'staff-already-enlisted' } });
  });
});

describe('a later roster', () => {
  it('[D8] the same again changes nobody', () => {
    const station = createReadyRoom(3);
    expect(importing(station, rosterOf(3).entries)).not.toContain('CandidateCorrected');
    expect(importing(station, rosterOf(3).entries).filter((type) => type.startsWith('Candidate'))).toEqual([]);
  });

  it('[D8] brings, corrects, moves and withdraws by ticket', () => {
    const station = createReadyRoom(3);
    const entries = [
      rosterEntry(1, { personHash: 'e'.repeat(32) }),
      rosterEntry(2, { seat: as<SeatNo>(9) }),
      rosterEntry(4),
    ];
    expect(importing(station, entries).filter((type) => type.startsWith('Candidate'))).toEqual([
      'CandidateCorrected',
      'CandidateMoved',
      'CandidateEnrolled',
      'CandidateWithdrawn',
    ]);
    expect(candidate(station, 2).seat).toBe(9);
    expect(candidate(station, 3).standing).toBe('withdrawn');
    expect(candidate(station, 4).standing).toBe('enrolled');
  });

  it('[D8] a person whose ticket changed is found by ID number and answers to both tickets', () => {
    const station = createReadyRoom(2);
    const changed = rosterEntry(7, { seat: as<SeatNo>(1), idHash: rosterEntry(1).idHash });
    importing(station, [changed, rosterEntry(2)]);
    expect(candidate(station, 7).candidate).toBe(candidateId(1));
    must(station.act(checkIn(7), at('08:10')));
    expect(station.act(checkIn(1), at('08:11'))).toMatchObject({ error: { code: 'already-checked-in' } });
    expect(importing(station, [changed, rosterEntry(2)]).filter((type) => type.startsWith('Candidate'))).toEqual([]);
  });

  it('[D8] somebody with recorded acts is flagged, never withdrawn, and comes back', () => {
    const station = createReadyRoom(2);
    must(station.act(checkIn(1), at('08:10')));
    const only2 = { ...rosterOf(1), entries: [rosterEntry(2)] };
    must(station.act(only2, at('08:20'), { actor: CHIEF }));
    expect(candidate(station, 1).standing).toBe('flagged');
    const again = must(station.act(only2, at('08:21'), { actor: CHIEF })).map((event) => event.type);
    expect(again).not.toContain('CandidateFlagged');
    must(station.act({ ...rosterOf(2) }, at('08:22'), { actor: CHIEF }));
    expect(candidate(station, 1).standing).toBe('enrolled');
  });

  it('[D6] with records the station stays what it is; without any it may become another room', () => {
    const other = as<RoomNo>('002');
    const rebind = rosterOf(2, other, 11);
    const fresh = createReadyRoom(2);
    must(fresh.act(rebind, NOW, { actor: CHIEF }));
    expect(candidate(fresh, 11, other).standing).toBe('enrolled');
    // Nothing is said of the first room's people: the station that stands there must not lose them to this mistake.
    expect(candidate(fresh, 1).standing).toBe('enrolled');
    const used = createReadyRoom(2);
    must(used.act(checkIn(1), at('08:10')));
    expect(used.act(rebind, at('08:20'), { actor: CHIEF })).toMatchObject({
      error: { code: 'station-bound-otherwise', rule: 'D6' },
    });
  });

  it('[D8] a room that imports its part again withdraws nobody of another room', () => {
    const here = createReadyRoom(2);
    const other = as<RoomNo>('002');
    const there = createSimStation(stationId(2));
    there.take(here.events, NOW);
    must(there.act(rosterOf(2, other, 11), NOW, { actor: CHIEF }));
    here.take(there.events, NOW);
    expect(importing(here, [rosterEntry(1)])).toContain('CandidateWithdrawn');
    expect(candidate(here, 2).standing).toBe('withdrawn');
    expect([11, 12].map((n) => candidate(here, n, other).standing)).toEqual(['enrolled', 'enrolled']);
  });

  it('[D8] the office, which holds the whole roster, withdraws wherever somebody is not listed', () => {
    const office = createReadyRoom(2);
    const command = { ...rosterOf(1), binding: { kind: 'office' } } as const;
    must(office.act(command, NOW, { actor: CHIEF }));
    expect(candidate(office, 2).standing).toBe('withdrawn');
  });

  it('[D8] a ticket passed on to somebody else swallows nobody, whatever the order of the rows', () => {
    // Person 1 has ticket 7 now, and ticket 1 is a newcomer's.
    const moved = rosterEntry(7, { seat: as<SeatNo>(1), idHash: rosterEntry(1).idHash, personHash: 'a'.repeat(32) });
    const newcomer = rosterEntry(1, { seat: as<SeatNo>(3), idHash: 'b'.repeat(32), personHash: 'b'.repeat(32) });
    for (const entries of [
      [moved, newcomer],
      [newcomer, moved],
    ]) {
      const station = createReadyRoom(1);
      importing(station, entries);
      expect([candidate(station, 1).personHash, candidate(station, 7).personHash]).toEqual([
        newcomer.personHash,
        moved.personHash,
      ]);
      expect(candidate(station, 7)).not.toBe(candidate(station, 1));
    }
  });

  it('[D8] a ticket that was somebody’s second one can become another person’s own', () => {
    const station = createReadyRoom(2);
    const changed = rosterEntry(7, { seat: as<SeatNo>(1), idHash: rosterEntry(1).idHash });
    importing(station, [changed, rosterEntry(2)]);
    importing(station, [rosterEntry(2)]);
    importing(station, [rosterEntry(2), rosterEntry(7, { seat: as<SeatNo>(1) })]);
    expect(candidate(station, 7)).toMatchObject({ candidate: candidateId(7), standing: 'enrolled' });
    must(station.act(checkIn(7), at('08:10')));
  });

  it('[D8] another room’s newer list replaces what the index said of it', () => {
    const station = createReadyRoom(1);
    const other = as<RoomNo>('002');
    const indexing = (...numbers: number[]) =>
      must(station.act({ ...rosterOf(1), otherRooms: { [other]: numbers.map(candidateId) } }, NOW, { actor: CHIEF }));
    indexing(11, 12);
    indexing(12);
    expect(station.state.site.otherRooms).toEqual({ [candidateId(12)]: other });
  });

  it('[D8] an empty roster is refused', () => {
    const station = createReadyRoom(2);
    expect(station.act({ ...rosterOf(1), entries: [] }, NOW, { actor: CHIEF })).toMatchObject({
      error: { code: 'roster-empty' },
    });
  });

  it('[D5] who was withdrawn or does not take the paper is not checked in', () => {
    const station = createReadyRoom(2);
    importing(station, [rosterEntry(2, { papers: ['practical'] })]);
    expect(station.act(checkIn(1), at('08:10'))).toMatchObject({ error: { code: 'candidate-withdrawn' } });
    expect(station.act(checkIn(2), at('08:10'))).toMatchObject({ error: { code: 'paper-not-taken' } });
  });
});
