import { describe, expect, it } from 'vitest';
import type { Command, DecideContext } from '../../../../shared/domain/commands.ts';
import type { Approval } from '../../../../shared/domain/course-events.ts';
import type { Event } from '../../../../shared/domain/events.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import { cancel, chooseSeating, delay, extend, pause, resume, withdraw } from '../../../support/course-acts.ts';
import { admit, refTo, roomOf, undo, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

const ELSEWHERE = as<StaffId>('staff-of-room-2');
const CALLED: Approval = { approver: CHIEF, how: 'phone' };

/** A room in its theory paper, with somebody of another room on the staff list. */
function aRoom(): SimStation {
  const station = createReadyRoom(4);
  const enlisted = { staff: ELSEWHERE, role: 'invigilator', room: as<RoomNo>('002'), person: BOX, pin: BOX } as const;
  station.record('StaffEnlisted', enlisted, at('07:30'), { room: null });
  admit(station, 1, 2, 3);
  return station;
}

const lastOf = (station: SimStation, type: Event['type']) =>
  station.events.findLast(({ event }) => event.type === type)?.event;

/** Everything that two people do together: the command, when, and what else goes with it. */
const TWO_PERSON_ACTS: Readonly<
  Record<string, (station: SimStation) => readonly [Command, string, Partial<DecideContext>?]>
> = {
  违纪登记: () => [violate(1), '09:10'],
  补录: () => [checkIn(4), '09:10', { occurredAt: at('08:20'), reason: BOX }],
  '撤销，过后': (station) => [undo(lastOf(station, 'CandidateCheckedIn')), '09:10', { reason: BOX, undoAgeMs: null }],
  校准时钟: () => [
    {
      type: 'setClock',
      kind: 'official-time',
      before: at('09:10'),
      after: at('09:12'),
      wall: at('09:12'),
      isInDoubt: true,
    },
    '09:10',
  ],
  '延迟开考，已电话请示': () => [delay('08:32', { approval: CALLED }), '08:29'],
  '延时，已电话请示': () => [extend(3, { approval: CALLED }), '09:10'],
  '恢复并延时，已电话请示': (station) => {
    must(station.act(pause(), at('09:10')));
    return [resume(3, { approval: CALLED }), '09:20'];
  },
  '撤回，已电话请示': (station) => {
    must(station.act(extend(3), at('09:10')));
    return [withdraw(lastOf(station, 'PaperExtended'), { approval: CALLED }), '09:12'];
  },
  '连场，已电话请示': () => [chooseSeating({ approval: CALLED }), '09:45'],
  '取消考试资格，已电话请示': (station) => {
    must(station.act(violate(1), at('09:10'), { second: INVIGILATOR_2 }));
    return [{ ...cancel(1, lastOf(station, 'ViolationRecorded')), approval: CALLED }, '09:12'];
  },
  '换座，已电话请示': (station) => [{ ...changeSeat(station), approval: CALLED }, '09:10'],
};

function changeSeat(station: SimStation): Extract<Command, { type: 'changeSeat' }> {
  const seat = station.state.rooms[ROOM]?.candidates[candidateId(1)]?.seat;
  if (seat === undefined) throw new Error('nobody sits there');
  return {
    type: 'changeSeat',
    room: ROOM,
    paper: 'theory',
    candidate: candidateId(1),
    from: seat,
    to: as(41),
    why: BOX,
    approval: { approver: CHIEF, how: 'present' },
  };
}

describe.each(Object.entries(TWO_PERSON_ACTS))('%s takes two', (_, act) => {
  function attempt(context: Partial<DecideContext>) {
    const station = aRoom();
    const [command, clock, more] = act(station);
    return station.act(command, at(clock), { ...more, ...context });
  }

  it('[D2][PP2] one alone is refused', () => {
    const refused = attempt({ second: null });
    expect(refused.ok ? 'accepted' : refused.error.code).toMatch(/^(second-person-missing|two-invigilators-needed)$/);
  });

  it('[D2][PP2] the same person twice is refused', () => {
    expect(attempt({ second: INVIGILATOR_1 })).toMatchObject({ error: { code: 'second-person-same' } });
  });

  it('[D2][PP2] two different people of the room carry it, each of them proven', () => {
    expect(attempt({ second: INVIGILATOR_2 })).toMatchObject({ ok: true });
    expect(attempt({ second: INVIGILATOR_2 }).ok).toBe(true);
  });

  it('[D2][PP2] somebody of another room is refused, and somebody on no list', () => {
    for (const second of [ELSEWHERE, as<StaffId>('nobody')]) {
      expect(attempt({ second }), second).toMatchObject({ error: { code: 'second-person-not-in-room' } });
    }
  });

  it('[PP2] a second person who has not confirmed it is refused', () => {
    expect(attempt({ second: INVIGILATOR_2, secondBy: null })).toMatchObject({
      error: { code: 'second-not-confirmed' },
    });
  });

  it('[PP4] two names without one PIN are not two people; one of them may go by name, and that waits for the chief', () => {
    const byName = { second: INVIGILATOR_2, secondBy: 'name' } as const;
    expect(attempt({ ...byName, actorBy: 'name' })).toMatchObject({
      error: { code: 'second-not-confirmed', rule: 'PP4' },
    });
    expect(attempt({ ...byName, secondBy: 'pin', actorBy: 'name' })).toMatchObject({ ok: true });
    expect(attempt({ ...byName, actorBy: 'pin' })).toMatchObject({ ok: true });
  });
});

describe('按姓名确认', () => {
  it('[PP5] what a second person confirmed by name is open until it is ratified', () => {
    const station = aRoom();
    const byName = { second: INVIGILATOR_2, secondBy: 'name' } as const;
    const [recorded] = must(station.act(violate(1), at('09:10'), byName));
    expect(roomOf(station).approved.toRatify).toMatchObject([
      { event: refTo(recorded), type: 'ViolationRecorded', approver: null },
    ]);
    must(station.act({ type: 'ratifyAct', target: refTo(recorded) }, at('09:20'), { actor: CHIEF }));
    expect(roomOf(station).approved.toRatify).toEqual([]);
  });
});

describe('主考批准', () => {
  const here: Approval = { approver: CHIEF, how: 'present' };

  it('[D22] on the spot counts by his own PIN alone', () => {
    const station = aRoom();
    for (const approvedBy of [null, 'name', 'code'] as const) {
      expect(station.act(extend(3, { approval: here }), at('09:10'), { approvedBy }), String(approvedBy)).toMatchObject(
        {
          error: { code: 'approver-not-confirmed', rule: 'D22' },
        },
      );
    }
    must(station.act(extend(3, { approval: here }), at('09:10'), { approvedBy: 'pin' }));
  });

  it('[D22] whoever acts as chief approves himself, if he is known by his PIN', () => {
    const station = aRoom();
    const asChief = { actor: CHIEF, approvedBy: null } as const;
    expect(station.act(extend(3, { approval: here }), at('09:10'), { ...asChief, actorBy: 'name' })).toMatchObject({
      error: { code: 'approver-not-confirmed' },
    });
    must(station.act(extend(3, { approval: here }), at('09:10'), asChief));
  });

  it('[D22] by a code: once, whatever it was used for, and each number for itself', () => {
    const station = aRoom();
    const byCode = (number: number): Approval => ({ approver: CHIEF, how: 'code', number });
    const spoken = { approvedBy: 'code' } as const;
    expect(station.act(extend(3, { approval: byCode(3) }), at('09:10'), { approvedBy: null })).toMatchObject({
      error: { code: 'approval-code-wrong', figures: { number: 3 } },
    });
    must(station.act(extend(3, { approval: byCode(3) }), at('09:10'), spoken));
    expect(roomOf(station).approved.usedNumbers).toEqual([3]);
    expect(station.act({ ...changeSeat(station), approval: byCode(3) }, at('09:11'), spoken)).toMatchObject({
      error: { code: 'approval-code-used', figures: { number: 3 } },
    });
    must(station.act({ ...changeSeat(station), approval: byCode(4) }, at('09:11'), spoken));
    const office = { ...spoken, binding: { kind: 'office' } } as const;
    expect(station.act(extend(2, { approval: byCode(5) }), at('09:12'), office)).toMatchObject({
      error: { code: 'approval-code-wrong' },
    });
  });

  it('[D22] whoever is called does not sign in the room that he was, as the first person or the second', () => {
    const station = aRoom();
    for (const who of [{ second: CHIEF }, { actor: CHIEF, second: INVIGILATOR_2 }]) {
      expect(station.act(extend(3, { approval: CALLED }), at('09:10'), who)).toMatchObject({
        error: { code: 'second-person-not-in-room' },
      });
    }
  });

  it('[PP5] what was 已电话请示 is open until it is ratified, once, by who may', () => {
    const station = aRoom();
    const [extended] = must(station.act(extend(3, { approval: CALLED }), at('09:10'), { second: INVIGILATOR_2 }));
    const target = refTo(extended);
    expect(roomOf(station).approved.toRatify).toMatchObject([
      { event: target, type: 'PaperExtended', room: ROOM, approver: CHIEF, actor: INVIGILATOR_1, at: at('09:10') },
    ]);
    const ratify: Command = { type: 'ratifyAct', target };
    expect(station.act(ratify, at('09:20'))).toMatchObject({ error: { code: 'role-not-allowed' } });
    must(station.act(ratify, at('09:20'), { actor: CHIEF }));
    expect(roomOf(station).approved.toRatify).toEqual([]);
    expect(station.act(ratify, at('09:21'), { actor: CHIEF })).toMatchObject({ error: { code: 'nothing-to-ratify' } });
  });

  it('[PP5] what is taken back waits for nobody', () => {
    const station = aRoom();
    const objected: Command = { ...chooseSeating({ approval: CALLED }) };
    const [chosen] = must(station.act(objected, at('09:45'), { second: INVIGILATOR_2 }));
    expect(roomOf(station).approved.toRatify).toHaveLength(1);
    must(station.act(undo(chosen), at('09:46')));
    expect(roomOf(station).approved.toRatify).toEqual([]);
  });
});
