import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../../shared/domain/attendance.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { Event } from '../../../../shared/domain/events.ts';
import { backToBack, seatCarries, seatingOf } from '../../../../shared/domain/seating.ts';
import type { Timeline } from '../../../../shared/domain/timeline-types.ts';
import {
  admit,
  backfilled,
  leave,
  markAbsent,
  refTo,
  roomOf,
  submit,
  undo,
  violate,
} from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  MAKE_DAY_2021,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const LATER = { room: ROOM, paper: 'practical' } as const;
const APPROVED = { approver: CHIEF, how: 'present' } as const;

function lastOf(station: SimStation, type: Event['type']): Event | undefined {
  return station.events.findLast(({ event }) => event.type === type)?.event;
}

function choose(mode: 'stay' | 're-enter', overrides: object = {}): Extract<Command, { type: 'chooseSeating' }> {
  return { type: 'chooseSeating', ...LATER, mode, approval: APPROVED, ...overrides };
}

function carry(...people: readonly number[]): Command {
  return { type: 'carryOver', ...LATER, candidates: people.map(candidateId) };
}

function timelineOf(station: SimStation): Timeline {
  const { timeline } = roomOf(station);
  if (timeline === null) throw new Error('no timeline');
  return timeline;
}

function standings(station: SimStation, clock: string) {
  const timeline = timelineOf(station);
  const passage = backToBack(timeline);
  if (passage === null) throw new Error('not back to back');
  return seatCarries(roomOf(station), timeline, passage, at(clock)).map(({ standing }) => standing);
}

/** Six people: 1–4 in time, 5 absent, 4 gone early; the chief has said that they stay. */
function stayedRoom(): SimStation {
  const station = createReadyRoom(6);
  admit(station, 1, 2, 3, 4, 6);
  must(station.act(markAbsent(5), at('09:05')));
  must(station.act(submit(4), at('09:20')));
  must(station.act(leave(4), at('09:20')));
  must(station.act(choose('stay'), at('09:45')));
  return station;
}

describe('papers with less than thirty minutes between them', () => {
  it('[D29] the chief chooses from the later paper’s opening of entry until its cut-off, R2022', () => {
    const station = createReadyRoom(2);
    const closed = { code: 'seating-not-open', rule: 'D29', figures: { opensAt: at('09:40'), closesAt: at('10:40') } };
    expect(station.act(choose('stay'), at('09:39:59.999'))).toEqual({ ok: false, error: closed });
    expect(must(station.act(choose('stay'), at('09:40')))[0]).toMatchObject({
      type: 'SeatingChosen',
      room: ROOM,
      paper: 'practical',
      data: { mode: 'stay', approval: APPROVED },
    });
    expect(station.act(choose('re-enter'), at('10:40'))).toEqual({ ok: false, error: closed });
  });

  it('[D29] he may change his mind, and the last word counts', () => {
    const station = createReadyRoom(2);
    must(station.act(choose('stay'), at('09:45')));
    must(station.act(choose('re-enter'), at('09:50')));
    expect(seatingOf(roomOf(station), 'practical')?.mode).toBe('re-enter');
    must(station.act(undo(lastOf(station, 'SeatingChosen')), at('09:50:10')));
    expect(seatingOf(roomOf(station), 'practical')?.mode).toBe('stay');
  });

  it('[D29] there is nothing to choose on a day with a noon break, nor for the earlier paper', () => {
    const station = createReadyRoom(2, stationId(1), MAKE_DAY_2021);
    expect(backToBack(timelineOf(station))).toBeNull();
    expect(station.act(choose('stay'), at('13:45'))).toMatchObject({ error: { code: 'seating-not-open' } });
    const other = createReadyRoom(2);
    expect(other.act(choose('stay', { paper: 'theory' }), at('09:45'))).toMatchObject({
      error: { code: 'seating-not-open' },
    });
  });

  it('[D22] it is the chief’s to choose: by name, and with two of the room where he was called', () => {
    const station = createReadyRoom(2);
    const by = (approver: typeof CHIEF, how: 'present' | 'phone') => choose('stay', { approval: { approver, how } });
    expect(station.act(by(INVIGILATOR_1, 'present'), at('09:45'))).toMatchObject({
      error: { code: 'approver-not-chief', rule: 'D22' },
    });
    expect(station.act(by(CHIEF, 'phone'), at('09:45'))).toMatchObject({
      error: { code: 'second-person-missing', rule: 'D22' },
    });
    must(station.act(by(CHIEF, 'phone'), at('09:45'), { second: INVIGILATOR_2 }));
  });
});

describe('staying in the seat from one paper to the next', () => {
  it('[D29] those who sit there at the end are in for the later paper, all in one act', () => {
    const station = stayedRoom();
    const events = must(station.act(carry(1, 2, 3, 6), at('10:01')));
    expect(events.map(({ type, paper }) => [type, paper])).toEqual(
      Array.from({ length: 4 }, () => ['CandidateCheckedIn', 'practical']),
    );
    const person = roomOf(station).candidates[candidateId(3)];
    if (person === undefined) throw new Error('3 is not there');
    expect(attendanceOf(person, 'practical')).toMatchObject({ status: 'present', occurredAt: at('10:01') });
    expect(standings(station, '10:02')).toEqual(['confirmed', 'confirmed', 'confirmed', 'left', 'absent', 'confirmed']);
  });

  it('[D29] differences are named and never carried over: absent, gone, cancelled', () => {
    const station = stayedRoom();
    expect(station.act(carry(1, 4), at('10:01'))).toMatchObject({
      error: { code: 'not-in-room', figures: { seat: 4 } },
    });
    expect(station.act(carry(5), at('10:01'))).toMatchObject({ error: { code: 'not-in-room', figures: { seat: 5 } } });
    must(station.act(violate(2), at('10:00'), { second: INVIGILATOR_2 }));
    const violation = refTo(lastOf(station, 'ViolationRecorded'));
    must(
      station.act(
        { type: 'cancelEligibility', ...LATER, candidate: candidateId(2), violation, why: BOX, approval: APPROVED },
        at('10:00:30'),
      ),
    );
    expect(station.act(carry(1, 2), at('10:01'))).toMatchObject({
      error: { code: 'eligibility-cancelled', figures: { seat: 2 } },
    });
    expect(standings(station, '10:01')).toEqual(['seated', 'cancelled', 'seated', 'left', 'absent', 'seated']);
  });

  it('[D29] nobody is carried over while the earlier paper runs, at his own seat’s end the last', () => {
    const station = stayedRoom();
    expect(standings(station, '09:59:59.999')[0]).toBe('writing');
    expect(station.act(carry(1), at('09:59:59.999'))).toMatchObject({
      error: { code: 'entry-not-open', figures: { opensAt: at('10:00'), seat: 1 } },
    });
    must(
      station.act(
        {
          type: 'extendPaper',
          room: ROOM,
          paper: 'theory',
          seats: [roomOf(station).candidates[candidateId(3)]?.seat ?? 0] as never,
          minutes: 4,
          cutoff: null,
          next: null,
          why: BOX,
          approval: APPROVED,
        },
        at('09:58'),
      ),
    );
    expect(standings(station, '10:01')).toEqual(['seated', 'seated', 'writing', 'left', 'absent', 'seated']);
    expect(station.act(carry(1, 3), at('10:01'))).toMatchObject({ error: { code: 'entry-not-open' } });
    must(station.act(carry(1, 3), at('10:04')));
  });

  it('[D29] only where the chief has chosen that they stay', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    expect(station.act(carry(1), at('10:01'))).toMatchObject({ error: { code: 'seating-not-chosen', rule: 'D29' } });
    must(station.act(choose('re-enter'), at('10:01')));
    expect(station.act(carry(1), at('10:01'))).toMatchObject({ error: { code: 'seating-not-chosen' } });
  });

  it('[D29] a doubt about the face goes along, and the minutes are judged as at the door', () => {
    const station = createReadyRoom(2);
    must(station.act(checkIn(1, { checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' } }), at('08:10')));
    must(station.act(choose('stay'), at('09:45')));
    const [event] = must(station.act(carry(1), at('10:12')));
    expect(event).toMatchObject({
      data: { found: 'carried-over', checks: { face: 'doubt' }, said: { entry: 'late', lateMinutes: 2 } },
    });
    expect(station.act(carry(1), at('10:13'))).toMatchObject({ error: { code: 'already-checked-in' } });
    expect(station.act(carry(2), at('10:40'))).toMatchObject({ error: { code: 'entry-closed' } });
  });
});

describe('somebody absent in the earlier paper', () => {
  it('[D30] is asked about at the door of the later one, and let in by the chief alone', () => {
    const station = stayedRoom();
    const practical = (overrides: object = {}) => checkIn(5, { paper: 'practical', ...overrides });
    expect(station.act(practical(), at('10:02'))).toMatchObject({
      error: { code: 'absent-before', rule: 'D30', figures: { at: at('09:05'), seat: 5 } },
    });
    expect(station.act(practical({ despite: ['absent-before'] }), at('10:02'))).toMatchObject({
      error: { code: 'approver-not-chief' },
    });
    const [event] = must(
      station.act(practical({ despite: ['absent-before', 'eligibility-cancelled'], approval: APPROVED }), at('10:02')),
    );
    // Only what really stood against it is kept.
    expect(event).toMatchObject({ data: { despite: ['absent-before'], approval: APPROVED } });
  });

  it('[D30] a late entry of the earlier paper, entered afterwards, leaves nothing to ask', () => {
    const station = stayedRoom();
    must(station.act(checkIn(5), at('09:30'), backfilled('08:20')));
    const [event] = must(station.act(checkIn(5, { paper: 'practical' }), at('10:02')));
    expect(event?.data).not.toHaveProperty('despite');
  });
});
