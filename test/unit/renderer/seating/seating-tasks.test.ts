import { describe, expect, it } from 'vitest';
import { openTasks } from '../../../../renderer/screens/day/tasks.ts';
import { PAPER_IDS } from '../../../../shared/ids.ts';
import { admit, collect, markAbsent, roomOf } from '../../../support/paper-acts.ts';
import { at, candidateId, CHIEF, createReadyRoom, must, ROOM, type SimStation } from '../../../support/sim-station.ts';

function tasksAt(station: SimStation, clock: string, isOffice = false): readonly string[] {
  const room = roomOf(station);
  const { common } = station.state.site;
  const { timeline } = isOffice ? common : room;
  if (timeline === null) throw new Error('no timeline');
  const place = { room: isOffice ? null : room, common };
  return openTasks({ timeline, ...place, now: at(clock), heldBack: new Set() }).map(({ key }) => key);
}

/** Three people in, all milestones up to this time confirmed. */
function roomAt(clock: string): SimStation {
  const station = createReadyRoom(3);
  admit(station, 1, 2, 3);
  for (const paper of PAPER_IDS)
    for (const { id, at: instant } of roomOf(station).timeline?.milestones.filter((one) => one.paper === paper) ?? [])
      if (instant <= at(clock)) station.record('MilestoneConfirmed', { milestone: id }, instant, { paper });
  return station;
}

function stay(station: SimStation): void {
  const approval = { approver: CHIEF, how: 'present' } as const;
  must(station.act({ type: 'chooseSeating', room: ROOM, paper: 'practical', mode: 'stay', approval }, at('09:45')));
}

describe('连场 among what there is to do', () => {
  it('[D29] the choice comes up at the opening of entry, and gives way to what is said to the second', () => {
    const station = roomAt('09:54');
    expect(tasksAt(station, '09:39')[0]).not.toBe('seating choose');
    expect(tasksAt(station, '09:40')[0]).toBe('seating choose');
    expect(tasksAt(station, '09:55').slice(0, 2)).toEqual(['theory:end-reminder', 'seating choose']);
  });

  it('[D29] the exam office is asked for every room, and nothing more once it has answered', () => {
    const station = roomAt('09:39');
    expect(tasksAt(station, '09:41', true)).toContain('seating choose');
    const mode = 're-enter';
    station.record('SeatingChosen', { mode, approval: { approver: CHIEF, how: 'present' } }, at('09:42'), {
      room: null,
      paper: 'practical',
    });
    expect(tasksAt(station, '09:43', true)).not.toContain('seating choose');
    expect(tasksAt(station, '09:43')).not.toContain('seating choose');
  });

  it('[R33] the end and 收卷 go before the look round the room, the later paper’s own items after it', () => {
    const station = roomAt('09:59');
    stay(station);
    expect(tasksAt(station, '10:00').slice(0, 3)).toEqual(['theory:end', 'collection theory', 'seating carry']);
    const done = roomAt('10:00');
    stay(done);
    must(done.act(collect(), at('10:01')));
    expect(tasksAt(done, '10:02')[0]).toBe('seating carry');
  });

  it('[D29] who was left out of a round hides nothing else that is due', () => {
    const station = roomAt('10:09');
    stay(station);
    const carry = { type: 'carryOver', room: ROOM, paper: 'practical', candidates: [1, 2].map(candidateId) } as const;
    must(station.act(carry, at('10:03')));
    const keys = tasksAt(station, '10:04');
    expect(keys.indexOf('seating carry')).toBeGreaterThan(keys.indexOf('collection theory'));
    must(station.act({ ...markAbsent(3), paper: 'practical' }, at('10:40')));
    expect(tasksAt(station, '10:40')).not.toContain('seating carry');
  });
});
