import { describe, expect, it } from 'vitest';
import type { GiveCheckCode, NoteCheckCode } from '../../../../shared/domain/check-code-commands.ts';
import { checkMoments } from '../../../../shared/domain/check-moments.ts';
import type { EventRef } from '../../../../shared/domain/schema-parts.ts';
import type { MilestoneId } from '../../../../shared/domain/timeline-types.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { collect, leave, refTo, roomOf, submit, undo } from '../../../support/paper-acts.ts';
import {
  at,
  checkIn,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

const OFFICE = { actor: CHIEF, binding: { kind: 'office' } } as const;

function confirm(station: SimStation, milestone: MilestoneId, clock: string): EventRef {
  const [event] = must(station.act({ type: 'confirmMilestone', milestone }, at(clock)));
  return { station: event!.station, epoch: event!.epoch, seq: event!.seq };
}

function give(head: EventRef, changes: Partial<GiveCheckCode> = {}): GiveCheckCode {
  const signed = { ...head, hash: 'ab'.repeat(32), signature: 'AAAA' };
  return {
    type: 'giveCheckCode',
    room: ROOM,
    paper: 'theory',
    milestone: 'theory:start',
    said: { head: signed, code: 'K7M2QX' },
    ...changes,
  };
}

const NOTE: NoteCheckCode = { type: 'noteCheckCode', room: ROOM, label: 'A', epoch: 1, seq: 57, code: 'K7M2QX' };

describe('校验码 in the room', () => {
  it('[D36] is of 开考, 截止入场 and 结束 once they are confirmed, and of nothing else', () => {
    const station = createReadyRoom(2);
    expect(checkMoments(roomOf(station))).toEqual([]);
    confirm(station, 'theory:login-call', '08:50');
    const start = confirm(station, 'theory:start', '09:00');
    const closed = confirm(station, 'theory:entry-close', '09:30');
    confirm(station, 'theory:end-reminder', '09:55');
    const end = confirm(station, 'theory:end', '10:00');
    expect(checkMoments(roomOf(station)).map(({ milestone, head, at: when }) => [milestone.id, head, when])).toEqual([
      ['theory:start', start, at('09:00')],
      ['theory:entry-close', closed, at('09:30')],
      ['theory:end', end, at('10:00')],
    ]);
  });

  it('[D36] given, it is on record with its head, once', () => {
    const station = createReadyRoom(2);
    const head = confirm(station, 'theory:start', '09:00');
    const [event] = must(station.act(give(head), at('09:06')));
    expect(event).toMatchObject({ type: 'CheckCodeGiven', room: ROOM, paper: 'theory', occurredAt: at('09:06') });
    expect(checkMoments(roomOf(station))).toMatchObject([{ given: { code: 'K7M2QX', head, actor: INVIGILATOR_1 } }]);
    expect(station.act(give(head), at('09:07'))).toMatchObject({
      error: { code: 'check-code-already-given', rule: 'D36', figures: { at: at('09:06') } },
    });
  });

  it('[D36] of a milestone that nobody has confirmed there is none', () => {
    const station = createReadyRoom(2);
    const head = confirm(station, 'theory:start', '09:00');
    const refused = { error: { code: 'check-code-not-open', rule: 'D36' } };
    expect(station.act(give(head, { milestone: 'theory:end' }), at('09:06'))).toMatchObject(refused);
    expect(station.act(give({ ...head, seq: head.seq - 1 }), at('09:06'))).toMatchObject(refused);
    expect(station.act(give(head, { paper: 'practical' }), at('09:06'))).toMatchObject(refused);
    expect(station.act(give(head, { said: null }), at('09:06'))).toMatchObject(refused);
  });

  it('[D36] confirmed anew, a milestone has another code to give', () => {
    const station = createReadyRoom(2);
    const first = confirm(station, 'theory:start', '09:00');
    must(station.act(give(first), at('09:00:05')));
    must(station.act({ type: 'undo', target: first }, at('09:00:10'), { undoAgeMs: 10_000 }));
    expect(checkMoments(roomOf(station))).toEqual([]);
    const second = confirm(station, 'theory:start', '09:00:20');
    expect(checkMoments(roomOf(station))).toMatchObject([{ head: second, given: null }]);
    must(station.act(give(second), at('09:06')));
  });

  it('[D36] of 结束 is that of 收卷 where everybody had left before it, and gone with it', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:35')));
    must(station.act(submit(1), at('09:20')));
    must(station.act(leave(1), at('09:21')));
    const [collected] = must(station.act(collect(), at('09:40')));
    const head = refTo(collected);
    expect(checkMoments(roomOf(station))).toMatchObject([
      { milestone: { id: 'theory:end' }, head, at: at('09:40'), given: null },
    ]);
    must(station.act(give(head, { milestone: 'theory:end' }), at('09:42')));
    expect(checkMoments(roomOf(station))).toMatchObject([{ given: { code: 'K7M2QX', head } }]);
    must(station.act(undo(collected), at('09:42:10'), { undoAgeMs: 10_000 }));
    expect(checkMoments(roomOf(station))).toEqual([]);
  });

  it('[D6] is the room’s own to give', () => {
    const station = createReadyRoom(2);
    const head = confirm(station, 'theory:start', '09:00');
    expect(station.act(give(head, { room: as<RoomNo>('002') }), at('09:06'))).toMatchObject({
      error: { code: 'room-not-here' },
    });
  });
});

describe('校验码 at the exam office', () => {
  it('[D36] is noted as heard, the same thing once, what was misheard once more', () => {
    const station = createReadyRoom(2);
    must(station.act(NOTE, at('09:06'), OFFICE));
    expect(station.act(NOTE, at('09:07'), OFFICE)).toMatchObject({
      error: { code: 'check-code-already-noted', rule: 'D36', figures: { at: at('09:06') } },
    });
    must(station.act({ ...NOTE, code: 'K7M2QY' }, at('09:08'), OFFICE));
    must(station.act({ ...NOTE, seq: 58 }, at('09:08'), OFFICE));
    expect(roomOf(station).codesNoted.map(({ seq, code }) => [seq, code])).toEqual([
      [57, 'K7M2QX'],
      [57, 'K7M2QY'],
      [58, 'K7M2QX'],
    ]);
  });

  it('[D36] is noted there alone, by the chief, of a room that is on the roster', () => {
    const station = createReadyRoom(2);
    expect(station.act(NOTE, at('09:06'), { actor: CHIEF })).toMatchObject({ error: { code: 'office-only' } });
    expect(station.act(NOTE, at('09:06'), { ...OFFICE, actor: INVIGILATOR_1 })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    expect(station.act(NOTE, at('09:06'), { ...OFFICE, binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    expect(station.act({ ...NOTE, room: as<RoomNo>('077') }, at('09:06'), OFFICE)).toMatchObject({
      error: { code: 'room-not-here', figures: { room: '077' } },
    });
  });
});
