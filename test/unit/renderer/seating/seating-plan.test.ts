import { describe, expect, it } from 'vitest';
import {
  planCarry,
  type SeatedSaid,
  seatedRange,
  seatingStepAt,
  sentOutCount,
} from '../../../../renderer/screens/seating/seating-plan.ts';
import { carryLabel, leftOutText } from '../../../../renderer/text/seating.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { backToBack, staysSeatedAfter } from '../../../../shared/domain/seating.ts';
import type { Timeline } from '../../../../shared/domain/timeline-types.ts';
import type { SeatNo } from '../../../../shared/ids.ts';
import { admit, leave, markAbsent, personOf, roomOf, submit, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  checkIn,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_2,
  MAKE_DAY_2021,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const APPROVED = { approver: CHIEF, how: 'present' } as const;

function timelineOf(station: SimStation): Timeline {
  const { timeline } = roomOf(station);
  if (timeline === null) throw new Error('no timeline');
  return timeline;
}

function stepAt(station: SimStation, clock: string, isOffice = false) {
  return seatingStepAt(roomOf(station), timelineOf(station), at(clock), isOffice);
}

function planAt(station: SimStation, clock: string, said: SeatedSaid = {}) {
  const passage = backToBack(roomOf(station), timelineOf(station));
  if (passage === null) throw new Error('not back to back');
  return planCarry(roomOf(station), timelineOf(station), { passage, now: at(clock), said });
}

function choose(station: SimStation, mode: 'stay' | 're-enter', clock = '09:45'): void {
  must(station.act({ type: 'chooseSeating', room: ROOM, paper: 'practical', mode, approval: APPROVED }, at(clock)));
}

function carry(...people: readonly number[]): Command {
  return { type: 'carryOver', room: ROOM, paper: 'practical', candidates: people.map(candidateId) };
}

function extend(station: SimStation, n: number, minutes: number): void {
  const seats: readonly SeatNo[] = [personOf(station, n).seat];
  const base = {
    type: 'extendPaper',
    room: ROOM,
    paper: 'theory',
    cutoff: null,
    next: null,
    why: BOX,
    seen: null,
  } as const;
  must(station.act({ ...base, seats, minutes, approval: APPROVED }, at('09:50')));
}

/** Five people: 4 absent, 5 gone early. */
function room(): SimStation {
  const station = createReadyRoom(5);
  admit(station, 1, 2, 3, 5);
  must(station.act(markAbsent(4), at('09:05')));
  must(station.act(submit(5), at('09:20')));
  must(station.act(leave(5), at('09:20')));
  return station;
}

describe('what is asked between two papers', () => {
  it('[D29] the chief’s choice, from the later paper’s opening of entry, pressing until it begins', () => {
    const station = room();
    expect(stepAt(station, '09:39:59')).toBeNull();
    expect(stepAt(station, '09:40')).toMatchObject({ kind: 'choose', paper: 'practical', isPressing: true });
    expect(stepAt(station, '10:09:59')).toMatchObject({ kind: 'choose', isPressing: true });
    expect(stepAt(station, '10:10')).toMatchObject({ kind: 'choose', isPressing: false });
    expect(stepAt(station, '10:40')).toBeNull();
  });

  it('[D29] nothing with a noon break, nothing of a room where nobody takes the later paper', () => {
    const noon = createReadyRoom(2, stationId(1), MAKE_DAY_2021);
    for (const clock of ['11:30', '13:30', '13:45', '14:00']) expect(stepAt(noon, clock)).toBeNull();
    const station = createReadyRoom(1);
    const { candidates, ...rest } = roomOf(station);
    const people = Object.entries(candidates).map(([id, one]) => [id, { ...one, papers: ['theory'] as const }]);
    const empty = { ...rest, candidates: Object.fromEntries(people) as typeof candidates };
    expect(seatingStepAt(empty, timelineOf(station), at('09:45'), false)).toBeNull();
    expect(seatingStepAt(empty, timelineOf(station), at('09:45'), true)).toMatchObject({ kind: 'choose' });
  });

  it('[D29] a look round the room once the earlier paper is over, where people stay', () => {
    const station = room();
    choose(station, 'stay');
    expect(stepAt(station, '09:59:59')).toBeNull();
    expect(stepAt(station, '10:00')).toEqual({
      kind: 'carry',
      paper: 'practical',
      since: at('10:00'),
      count: 3,
      isPressing: true,
    });
    expect(stepAt(station, '10:00', true)).toBeNull();
    choose(station, 're-enter', '10:01');
    expect(stepAt(station, '10:02')).toBeNull();
  });

  it('[D29] a pause of the earlier paper puts the look round off, and what is made up for moves it along', () => {
    const station = room();
    choose(station, 'stay');
    const of = { room: ROOM, paper: 'theory' } as const;
    must(station.act({ type: 'pausePaper', ...of, why: null }, at('09:50')));
    expect(stepAt(station, '10:05')).toBeNull();
    const next = { kind: 'delay', startsAt: at('10:30') } as const;
    const extension = { minutes: 16, cutoff: null, next, why: BOX, approval: APPROVED } as const;
    must(station.act({ type: 'resumePaper', ...of, extension }, at('10:06')));
    expect(stepAt(station, '10:15')).toBeNull();
    expect(stepAt(station, '10:16')).toMatchObject({ kind: 'carry', since: at('10:16'), count: 3 });
    expect(stepAt(station, '10:59:59')).toMatchObject({ kind: 'carry' });
    expect(stepAt(station, '11:00')).toBeNull();
  });

  it('[D29] a delay of the later paper that leaves half an hour takes the question away', () => {
    const station = room();
    const delay = { type: 'delayPaper', room: ROOM, paper: 'practical', startsAt: at('10:30'), next: null } as const;
    must(station.act({ ...delay, why: BOX, approval: APPROVED }, at('09:30')));
    expect(stepAt(station, '10:05')).toBeNull();
  });
});

describe('the look round the room', () => {
  it('[D29] takes everybody who sits there for present, and names the others', () => {
    const station = room();
    choose(station, 'stay');
    const plan = planAt(station, '10:01');
    expect([...plan.chosen]).toEqual([1, 2, 3].map(candidateId));
    expect(plan.differences.map(({ kind, people }) => [kind, people.length])).toEqual([
      ['absent', 1],
      ['left', 1],
    ]);
    expect(carryLabel(plan.chosen.size)).toBe('留座 3 人确认');
    expect(leftOutText(plan.carries, plan.chosen)).toBe('2 人不在内：缺考 1、已离场 1');
  });

  it('names by his seat who is said not to sit there', () => {
    const station = room();
    choose(station, 'stay');
    const plan = planAt(station, '10:01', { [candidateId(2)]: false, [candidateId(4)]: true });
    expect([...plan.chosen]).toEqual([1, 3].map(candidateId));
    expect(leftOutText(plan.carries, plan.chosen)).toBe('3 人不在内：缺考 1、已离场 1、不在座 1（02 座）');
  });

  it('[C26] names the people whose ticket is held, and leaves them in their seats', () => {
    const station = room();
    must(station.act(violate(3, { isTicketHeld: true }), at('09:30'), { second: INVIGILATOR_2 }));
    choose(station, 'stay');
    const plan = planAt(station, '10:01');
    expect(plan.differences.map(({ kind }) => kind)).toEqual(['absent', 'ticket-held', 'left']);
    expect(plan.chosen.has(candidateId(3))).toBe(true);
  });

  it('names the doubts about a face, and leaves the people in their seats', () => {
    const station = createReadyRoom(3);
    admit(station, 1, 2);
    must(station.act(checkIn(3, { checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' } }), at('08:40')));
    choose(station, 'stay');
    const plan = planAt(station, '10:01');
    expect(plan.differences.map(({ kind, people }) => [kind, people.length])).toEqual([['doubt', 1]]);
    expect(plan.chosen.has(candidateId(3))).toBe(true);
    must(station.act(carry(3), at('10:02')));
    expect(planAt(station, '10:03').differences).toEqual([]);
  });

  it('[D29] says of how many 离场重进 takes the confirmation back, in one room and in all', () => {
    const station = room();
    choose(station, 'stay');
    const count = (of: typeof ROOM | null) => sentOutCount({ [ROOM]: roomOf(station) }, of, 'practical');
    expect(count(ROOM)).toBe(0);
    must(station.act(carry(1, 3), at('10:01')));
    expect([count(ROOM), count(null), count('002' as never)]).toEqual([2, 2, 0]);
    choose(station, 're-enter', '10:02');
    expect(count(ROOM)).toBe(0);
  });

  it('[D29] takes nobody for present a second time who was left out of a round', () => {
    const station = room();
    choose(station, 'stay');
    must(station.act(carry(1, 3), at('10:01')));
    expect(planAt(station, '10:02').chosen.size).toBe(0);
    expect(stepAt(station, '10:02')).toMatchObject({ kind: 'carry', count: 1, isPressing: false });
    const plan = planAt(station, '10:02', { [candidateId(2)]: true });
    expect([...plan.chosen]).toEqual([candidateId(2)]);
    must(station.act(carry(2), at('10:02')));
    expect(stepAt(station, '10:03')).toBeNull();
  });

  it('[D29] goes round again for the seats that wrote on', () => {
    const station = room();
    choose(station, 'stay');
    extend(station, 3, 4);
    expect(planAt(station, '10:01').differences.map(({ kind }) => kind)).toContain('writing');
    must(station.act(carry(1, 2), at('10:01')));
    expect(stepAt(station, '10:03')).toBeNull();
    expect(stepAt(station, '10:04')).toMatchObject({ since: at('10:04'), count: 1, isPressing: true });
    expect([...planAt(station, '10:04').chosen]).toEqual([candidateId(3)]);
  });

  it('can be entered afterwards between the last end of its people and the later start', () => {
    const station = room();
    choose(station, 'stay');
    extend(station, 3, 4);
    const { startsAt } = timelineOf(station).papers.practical;
    const plan = planAt(station, '10:12');
    expect(seatedRange(plan, startsAt)).toEqual({ from: at('10:04'), before: at('10:10') });
    expect(seatedRange(planAt(station, '10:12', { [candidateId(3)]: false }), startsAt)?.from).toBe(at('10:00'));
    expect(seatedRange(plan, at('10:04'))).toBeNull();
    expect(seatedRange({ ...plan, chosen: new Set() }, startsAt)).toBeNull();
  });
});

describe('staying seated', () => {
  it('[D29] is said of the earlier paper alone, as long as it is chosen', () => {
    const station = room();
    const stays = (paper: 'theory' | 'practical') => staysSeatedAfter(roomOf(station), timelineOf(station), paper);
    expect(stays('theory')).toBe(false);
    choose(station, 'stay');
    expect([stays('theory'), stays('practical')]).toEqual([true, false]);
    choose(station, 're-enter', '09:50');
    expect(stays('theory')).toBe(false);
  });
});
