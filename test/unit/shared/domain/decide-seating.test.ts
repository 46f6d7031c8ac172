import { describe, expect, it } from 'vitest';
import { attendanceOf, expectedIn } from '../../../../shared/domain/attendance.ts';
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

function passageOf(station: SimStation) {
  const passage = backToBack(roomOf(station), timelineOf(station));
  if (passage === null) throw new Error('not back to back');
  return passage;
}

function standings(station: SimStation, clock: string) {
  const carries = seatCarries(roomOf(station), timelineOf(station), passageOf(station), at(clock));
  return carries.map(({ standing }) => standing);
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
    expect(backToBack(roomOf(station), timelineOf(station))).toBeNull();
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
          seen: null,
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
    expect(seatCarries(roomOf(station), timelineOf(station), passageOf(station), at('10:05'))[0]?.hasDoubt).toBe(true);
    expect(station.act(carry(1), at('10:13'))).toMatchObject({ error: { code: 'already-checked-in' } });
    expect(station.act(carry(2), at('10:40'))).toMatchObject({ error: { code: 'entry-closed' } });
  });
});

describe('what was chosen, when the day goes on otherwise', () => {
  const delay = (clock: string): Command => {
    const base = { type: 'delayPaper', ...LATER, startsAt: at(clock), next: null } as const;
    return { ...base, why: BOX, approval: APPROVED };
  };

  it('[D29] holds though the papers move apart, and may still be changed', () => {
    const station = stayedRoom();
    must(station.act(delay('11:00'), at('09:50')));
    expect(backToBack(roomOf(station), timelineOf(station))).toMatchObject({ gapMs: 3_600_000, isShort: false });
    must(station.act(carry(1, 2), at('10:01')));
    must(station.act(choose('re-enter'), at('10:05')));
    must(station.act(undo(lastOf(station, 'SeatingChosen')), at('10:05:10')));
    expect(standings(station, '10:06').slice(0, 3)).toEqual(['confirmed', 'confirmed', 'seated']);
  });

  it('[D29] not chosen yet, it is no question any more once half an hour lies between the papers', () => {
    const station = createReadyRoom(2);
    must(station.act(delay('10:29'), at('09:30')));
    expect(backToBack(roomOf(station), timelineOf(station))).toMatchObject({ isShort: true });
    must(station.act(delay('10:30'), at('09:31')));
    expect(backToBack(roomOf(station), timelineOf(station))).toBeNull();
  });

  it('[D29] 离场重进 after the round: who was confirmed in his seat comes in anew at the door, and is missed if he does not', () => {
    const station = stayedRoom();
    must(station.act(carry(1, 2, 3), at('10:01')));
    must(station.act(checkIn(6, { paper: 'practical' }), at('10:02')));
    must(station.act(choose('re-enter'), at('10:03')));
    const statuses = () => expectedIn(roomOf(station), 'practical').map((one) => attendanceOf(one, 'practical').status);
    expect(statuses()).toEqual(['expected', 'expected', 'expected', 'expected', 'expected', 'present']);
    must(station.act(checkIn(1, { paper: 'practical' }), at('10:06')));
    expect(statuses()[0]).toBe('present');
    must(station.act(undo(lastOf(station, 'SeatingChosen')), at('10:06:10')));
    expect(statuses()).toEqual(['present', 'present', 'present', 'expected', 'expected', 'present']);
  });

  it('[D29] a second 留座连场 wants another look round the room', () => {
    const station = stayedRoom();
    must(station.act(carry(1, 2, 3), at('10:01')));
    must(station.act(choose('re-enter'), at('10:03')));
    must(station.act(choose('stay'), at('10:04')));
    expect(standings(station, '10:04').slice(0, 3)).toEqual(['seated', 'seated', 'seated']);
    must(station.act(carry(1, 3), at('10:05')));
    expect(standings(station, '10:06').slice(0, 3)).toEqual(['confirmed', 'seated', 'confirmed']);
  });

  it('[D29] 留座连场 said once more after a round changes nobody, and one of the two may be taken back', () => {
    const station = stayedRoom();
    must(station.act(carry(1, 2), at('10:01')));
    must(station.act(choose('stay'), at('10:02')));
    expect(standings(station, '10:02').slice(0, 3)).toEqual(['confirmed', 'confirmed', 'seated']);
    must(station.act(undo(lastOf(station, 'SeatingChosen')), at('10:02:10')));
    expect(standings(station, '10:03').slice(0, 3)).toEqual(['confirmed', 'confirmed', 'seated']);
  });

  it('[D29] who has submitted the later paper since sat there: 离场重进 takes nothing of his back', () => {
    const station = stayedRoom();
    must(station.act(carry(1, 2), at('10:01')));
    must(station.act({ ...submit(1), paper: 'practical' }, at('10:20')));
    must(station.act(choose('re-enter'), at('10:21')));
    expect(standings(station, '10:22').slice(0, 2)).toEqual(['confirmed', 'seated']);
  });

  it('[D9] a look round the room rests on 留座连场; taken back one by one it stays so', () => {
    const station = stayedRoom();
    const stay = lastOf(station, 'SeatingChosen');
    const [, second] = must(station.act(carry(1, 2), at('10:01')));
    expect(station.act(undo(stay), at('10:01:10'), backfilled('10:01'))).toMatchObject({
      error: { code: 'undo-has-dependants' },
    });
    must(station.act(undo(second), at('10:01:20')));
    must(station.act(choose('re-enter'), at('10:02')));
    must(station.act(undo(lastOf(station, 'SeatingChosen')), at('10:02:10')));
    expect(standings(station, '10:03').slice(0, 2)).toEqual(['confirmed', 'seated']);
  });
});

describe('somebody of the later paper alone', () => {
  it('[D29] is no absentee of the earlier one, and comes in at the door', () => {
    const room = roomOf(stayedRoom());
    const people = Object.entries(room.candidates).map(([id, one]) => [id, { ...one, papers: ['practical'] as const }]);
    const later = { ...room, candidates: Object.fromEntries(people) as typeof room.candidates };
    const station = stayedRoom();
    const carries = seatCarries(later, timelineOf(station), passageOf(station), at('10:01'));
    expect(new Set(carries.map(({ standing }) => standing))).toEqual(new Set(['only-later']));
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
