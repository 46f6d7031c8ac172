import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { as, type SeatNo, type StaffId } from '../../../../shared/ids.ts';
import { extend } from '../../../support/course-acts.ts';
import { admit, collect, refTo, roomOf } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  rosterOf,
  type SimStation,
} from '../../../support/sim-station.ts';

const NEW_PIN = { ...BOX, nonce: 'BBBB' };

function resetPin(staff: StaffId): Command {
  return { type: 'resetPin', staff, pin: NEW_PIN };
}

function byName(wrongPins: number, staff: StaffId = INVIGILATOR_1): Command {
  return { type: 'enterByName', staff, wrongPins };
}

describe('重设 PIN', () => {
  it('[PP3] everybody sets his own anew, known by the old one', () => {
    const station = createReadyRoom(2);
    expect(station.act(resetPin(INVIGILATOR_1), at('07:30'), { actorBy: 'name' })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    must(station.act(resetPin(INVIGILATOR_1), at('07:30')));
    expect(station.state.site.staff[INVIGILATOR_1]?.pin).toEqual(NEW_PIN);
    must(station.act(resetPin(CHIEF), at('07:31'), { actor: CHIEF }));
  });

  it('[PP3] the chief sets those of the others, and nobody sets his', () => {
    const station = createReadyRoom(2);
    must(station.act(resetPin(INVIGILATOR_2), at('07:30'), { actor: CHIEF }));
    expect(station.act(resetPin(INVIGILATOR_2), at('07:30'))).toMatchObject({
      error: { code: 'role-not-allowed', figures: { allowed: 'chief deputy' } },
    });
    const deputy = as<StaffId>('deputy');
    must(
      station.act(
        { type: 'enlistStaff', staff: deputy, role: 'deputy', room: null, person: BOX, pin: BOX },
        at('07:31'),
        { actor: CHIEF },
      ),
    );
    expect(station.act(resetPin(CHIEF), at('07:32'), { actor: deputy })).toMatchObject({
      error: { code: 'pin-of-leader' },
    });
    expect(station.act(resetPin(as('nobody')), at('07:32'), { actor: CHIEF })).toMatchObject({
      error: { code: 'staff-unknown' },
    });
  });
});

describe('按姓名继续', () => {
  const atAll = { actor: INVIGILATOR_1, actorBy: 'name' } as const;

  it('[PP4] is open after five wrong PINs, from the opening of entry until 收卷', () => {
    const station = createReadyRoom(2);
    expect(station.act(byName(5), at('07:59:59.999'), atAll)).toMatchObject({ error: { code: 'by-name-not-open' } });
    expect(station.act(byName(4), at('08:00'), atAll)).toMatchObject({ error: { code: 'by-name-not-open' } });
    const [entered] = must(station.act(byName(5), at('08:00'), atAll));
    expect(entered).toMatchObject({ actor: INVIGILATOR_1, actorBy: 'name', data: { wrongPins: 5 }, room: ROOM });
    expect(roomOf(station).approved.toRatify).toMatchObject([{ type: 'EnteredByName', approver: null }]);
    must(station.act({ type: 'ratifyAct', target: refTo(entered) }, at('08:10'), { actor: CHIEF }));
    expect(roomOf(station).approved.toRatify).toEqual([]);
  });

  it('[PP4] is closed again once both papers are collected', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    must(station.act(collect(), at('10:00')));
    must(station.act(byName(5), at('10:05'), atAll)); // the practical's entry is open
    for (const paper of ['practical'] as const) {
      must(
        station.act(
          {
            type: 'checkIn',
            room: ROOM,
            paper,
            candidate: candidateId(1),
            despite: [],
            approval: null,
            found: 'list',
            checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
          },
          at('10:06'),
        ),
      );
      must(station.act(collect({ paper }), at('12:40')));
    }
    expect(station.act(byName(5), at('12:41'), atAll)).toMatchObject({ error: { code: 'by-name-not-open' } });
  });

  it('[PP4] is nobody’s but the room’s own: not the chief’s, not in the office, not of another room', () => {
    const station = createReadyRoom(2);
    const chief = { actor: CHIEF, actorBy: 'name' } as const;
    expect(station.act(byName(5, CHIEF), at('08:10'), chief)).toMatchObject({ error: { code: 'role-not-allowed' } });
    expect(station.act(byName(5), at('08:10'), { ...atAll, binding: { kind: 'office' } })).toMatchObject({
      error: { code: 'by-name-not-open' },
    });
    const elsewhere = as<StaffId>('elsewhere');
    station.record(
      'StaffEnlisted',
      { staff: elsewhere, role: 'invigilator', room: '002', person: BOX, pin: BOX },
      at('07:30'),
      { room: null },
    );
    const other = { actor: elsewhere, actorBy: 'name' } as const;
    expect(station.act(byName(5, elsewhere), at('08:10'), other)).toMatchObject({
      error: { code: 'by-name-not-open' },
    });
  });
});

describe('换座', () => {
  const seat = (no: number) => as<SeatNo>(no);
  const change = (n: number, from: number, to: number): Command => ({
    type: 'changeSeat',
    room: ROOM,
    paper: 'theory',
    candidate: candidateId(n),
    from: seat(from),
    to: seat(to),
    why: BOX,
    approval: { approver: CHIEF, how: 'present' },
  });
  const seatOf = (station: SimStation, n: number) => roomOf(station).candidates[candidateId(n)]?.seat;

  it('[R38] goes to a free seat, holds for the later paper, and the seat that was left is free', () => {
    const station = createReadyRoom(3);
    admit(station, 1);
    must(station.act(change(1, 1, 41), at('08:40')));
    expect(seatOf(station, 1)).toBe(41);
    expect(roomOf(station).seatChanges).toMatchObject([{ from: 1, to: 41, paper: 'theory', occurredAt: at('08:40') }]);
    must(station.act(change(2, 2, 1), at('08:41')));
    expect(seatOf(station, 2)).toBe(1);
    must(station.act(change(1, 41, 2), at('08:42')));
    expect(seatOf(station, 1)).toBe(2);
  });

  it('[R38] not to where somebody sits or will sit, not to the own seat, not from where he is no more', () => {
    const station = createReadyRoom(3);
    expect(station.act(change(1, 1, 3), at('08:40'))).toMatchObject({ error: { code: 'seat-taken', rule: 'R38' } });
    expect(station.act(change(1, 1, 1), at('08:40'))).toMatchObject({ error: { code: 'seat-same' } });
    must(station.act(change(1, 1, 41), at('08:40')));
    expect(station.act(change(1, 1, 42), at('08:41'))).toMatchObject({
      error: { code: 'seat-moved-meanwhile', figures: { seat: 41 } },
    });
  });

  it('[R38] takes the minutes along that were given before it, and none that the seat is given after', () => {
    const station = createReadyRoom(3);
    admit(station, 1, 2);
    const endsOf = () => roomOf(station).timeline?.papers.theory.seatEnds.map(({ seats, minutes }) => [minutes, seats]);
    must(station.act(extend(5, { seats: [seat(1)] }), at('08:40')));
    must(station.act(change(1, 1, 40), at('08:41')));
    must(station.act(change(1, 40, 41), at('08:42')));
    expect(endsOf()).toEqual([[5, [41]]]);
    must(station.act(change(2, 2, 1), at('08:43')));
    expect(endsOf()).toEqual([[5, [41]]]);
    must(station.act(extend(3, { seats: [seat(1)] }), at('08:44')));
    expect(endsOf()).toEqual([
      [3, [1]],
      [5, [41]],
    ]);
  });

  it('[R38] is not taken back by the roster that is imported again, which may still move him elsewhere', () => {
    const station = createReadyRoom(3);
    const roster = (seats: Readonly<Record<number, number>> = {}) => {
      const whole = rosterOf(3);
      return { ...whole, entries: whole.entries.map((one, i) => ({ ...one, seat: seat(seats[i + 1] ?? i + 1) })) };
    };
    must(station.act(change(1, 1, 40), at('08:40')));
    must(station.act(change(1, 40, 41), at('08:41')));
    must(station.act(roster(), at('08:45'), { actor: CHIEF }));
    expect(seatOf(station, 1)).toBe(41);
    must(station.act(roster({ 1: 7 }), at('08:46'), { actor: CHIEF }));
    expect(seatOf(station, 1)).toBe(7);
    must(station.act(roster(), at('08:47'), { actor: CHIEF }));
    expect(seatOf(station, 1)).toBe(1);
  });

  it('[R38] needs the chief', () => {
    const station = createReadyRoom(3);
    expect(station.act(change(1, 1, 41), at('08:40'), { approvedBy: null })).toMatchObject({
      error: { code: 'approver-not-confirmed' },
    });
  });
});
