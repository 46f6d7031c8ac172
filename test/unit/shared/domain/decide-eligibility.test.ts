import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { Event } from '../../../../shared/domain/events.ts';
import { cancellationOf } from '../../../../shared/domain/eligibility.ts';
import type { EventRef } from '../../../../shared/domain/schema-parts.ts';
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

function lastOf(station: SimStation, type: Event['type']): Event | undefined {
  return station.events.findLast(({ event }) => event.type === type)?.event;
}

function cancel(n: number, violation: EventRef, approver = CHIEF): Command {
  const approval = { approver, how: 'present' } as const;
  return {
    type: 'cancelEligibility',
    room: ROOM,
    paper: 'theory',
    candidate: candidateId(n),
    violation,
    why: BOX,
    approval,
  };
}

function violatedRoom(measure: 'recorded' | 'warned' = 'recorded'): SimStation {
  const station = createReadyRoom(3);
  admit(station, 1, 2, 3);
  must(station.act(violate(1, { measure }), at('09:10'), { second: INVIGILATOR_2 }));
  return station;
}

describe('cancelling the eligibility', () => {
  it('[C22] the chief cancels it on a recorded violation, once', () => {
    const station = violatedRoom();
    const violation = refTo(lastOf(station, 'ViolationRecorded'));
    expect(station.act(cancel(1, violation, INVIGILATOR_1), at('09:15'))).toMatchObject({
      error: { code: 'approver-not-chief' },
    });
    must(station.act(cancel(1, violation), at('09:15')));
    expect(cancellationOf(roomOf(station), candidateId(1))).toMatchObject({ occurredAt: at('09:15'), violation });
    expect(cancellationOf(roomOf(station), candidateId(2))).toBeNull();
    expect(station.act(cancel(1, violation), at('09:16'))).toMatchObject({
      error: { code: 'already-cancelled', rule: 'D28', figures: { at: at('09:15') } },
    });
  });

  it('[D28] not on a warning, not on somebody else’s violation, not on one taken back', () => {
    const warned = violatedRoom('warned');
    const warning = refTo(lastOf(warned, 'ViolationRecorded'));
    expect(warned.act(cancel(1, warning), at('09:15'))).toMatchObject({ error: { code: 'violation-unknown' } });
    const station = violatedRoom();
    const violation = refTo(lastOf(station, 'ViolationRecorded'));
    expect(station.act(cancel(2, violation), at('09:15'))).toMatchObject({ error: { code: 'violation-unknown' } });
    must(station.act(undo(lastOf(station, 'ViolationRecorded')), at('09:15')));
    expect(station.act(cancel(1, violation), at('09:15'))).toMatchObject({ error: { code: 'violation-unknown' } });
  });

  it('[D28] taken back it holds no more, and may be decided anew', () => {
    const station = violatedRoom();
    const violation = refTo(lastOf(station, 'ViolationRecorded'));
    must(station.act(cancel(1, violation), at('09:15')));
    must(station.act(undo(lastOf(station, 'EligibilityCancelled')), at('09:15:10')));
    expect(cancellationOf(roomOf(station), candidateId(1))).toBeNull();
    must(station.act(cancel(1, violation), at('09:16')));
  });

  it('[D30] who is out of the exam is asked about at the door of the next paper', () => {
    const station = violatedRoom();
    must(station.act(cancel(1, refTo(lastOf(station, 'ViolationRecorded'))), at('09:15')));
    expect(station.act(checkIn(1, { paper: 'practical' }), at('10:02'))).toMatchObject({
      error: { code: 'eligibility-cancelled', rule: 'C22', figures: { at: at('09:15') } },
    });
    const approval = { approver: CHIEF, how: 'present' } as const;
    must(station.act(checkIn(1, { paper: 'practical', despite: ['eligibility-cancelled'], approval }), at('10:02')));
  });
});
