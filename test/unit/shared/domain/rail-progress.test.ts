import { describe, expect, it } from 'vitest';
import { officeProgress, railProgress, roomRecordOf } from '../../../../shared/domain/rail-progress.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { as, type DocumentId } from '../../../../shared/ids.ts';
import { extend, seats } from '../../../support/course-acts.ts';
import { admit, collect, DIGEST, leave, refTo, roomOf, submit, undo } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

function issueRecord(n: number): Command {
  const document = as<DocumentId>(`document-record-${n}`);
  const drawn = { kind: 'room-record', room: ROOM, paper: 'theory', pages: 1, viewDigest: DIGEST, heads: [] } as const;
  return { type: 'issuePaper', document, ...drawn };
}

function createCollectedRoom(): SimStation {
  const station = createReadyRoom(2);
  admit(station, 1, 2);
  must(station.act(collect(), at('10:03')));
  return station;
}

const OFFICE = { actor: CHIEF, binding: { kind: 'office' } } as const;

describe('what is done in a room', () => {
  it('a tick is done at the instant it happened, by whom', () => {
    const station = createReadyRoom(2);
    const [done] = must(station.act({ type: 'confirmMilestone', milestone: 'theory:login-call' }, at('08:25:04')));
    expect(railProgress(roomOf(station))).toEqual({
      'theory:login-call': { by: 'confirm', at: at('08:25:04'), actor: INVIGILATOR_1, event: refTo(done) },
    });
  });

  it('[D35] 收卷 does 全部交卷 and the technician’s confirmation of its own paper alone', () => {
    const station = createCollectedRoom();
    const collected = { by: 'act', at: at('10:03'), actor: INVIGILATOR_1 };
    expect(railProgress(roomOf(station))).toEqual({
      'theory:all-submitted': collected,
      'theory:technician-confirmed': collected,
    });
  });

  it('[D35] a room that all have left is collected, and nobody is told that the end is near, nor that it has come', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    must(station.act(extend(7, { seats: seats(2), next: { kind: 'keep' } }), at('09:05')));
    for (const n of [1, 2]) {
      must(station.act(submit(n), at('09:20')));
      must(station.act(leave(n, { isConfirmedByTechnician: true }), at('09:20')));
    }
    must(station.act(collect(), at('09:30')));
    const done = railProgress(roomOf(station));
    for (const kind of ['end-reminder', 'end', 'seat-end-reminder@7', 'seat-end@7'] as const)
      expect(done[`theory:${kind}`]).toMatchObject({ by: 'act', at: at('09:30') });
    expect(done['theory:machines']).toBeUndefined();
    must(station.act(extend(9, { room: null, next: { kind: 'keep' } }), at('09:40'), OFFICE));
    expect(railProgress(roomOf(station))['theory:end']).toMatchObject({ by: 'act', at: at('09:30') });
  });

  it('[D35] 收卷 taken back is not done any more', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    const [collection] = must(station.act(collect(), at('10:03')));
    must(station.act(undo(collection), at('10:03:10')));
    expect(railProgress(roomOf(station))).toEqual({});
  });

  it('[D35] the record is done once it is issued, and to do again after another 收卷', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    const [collection] = must(station.act(collect(), at('10:03')));
    expect(roomRecordOf(roomOf(station), 'theory')).toBeNull();
    must(station.act(issueRecord(1), at('10:06')));
    expect(railProgress(roomOf(station))['theory:room-record']).toEqual({ by: 'act', at: at('10:06'), actor: null });
    must(
      station.act(undo(collection), at('10:07'), {
        reason: BOX,
        second: as(`staff-2`),
        undoAgeMs: null,
      }),
    );
    must(station.act(collect(), at('10:08')));
    expect(railProgress(roomOf(station))['theory:room-record']).toBeUndefined();
    must(station.act(issueRecord(2), at('10:09')));
    expect(railProgress(roomOf(station))['theory:room-record']).toMatchObject({ at: at('10:09') });
  });

  it('[D35] the record is done also where the clock was set back between 收卷 and it', () => {
    const station = createCollectedRoom();
    must(station.act(issueRecord(1), at('09:30')));
    expect(railProgress(roomOf(station))['theory:room-record']).toMatchObject({ at: at('09:30') });
  });
});

describe('what is done at the exam office', () => {
  function officeAt(station: SimStation, clock: string) {
    const { common } = station.state.site;
    if (common.timeline === null) throw new Error('no timeline');
    return officeProgress(common, common.timeline, at(clock));
  }

  it('[D35] a signal is open there until the chief has given it; what rooms tick passes with its instant', () => {
    const station = createReadyRoom(2);
    const before = officeAt(station, '08:29');
    expect(before['theory:prepare']).toBeUndefined();
    expect(officeAt(station, '08:31')['theory:start']).toBeUndefined();
    expect(before['theory:login-call']).toEqual({ by: 'time', at: at('08:25') });
    expect(before['theory:login-check']).toBeUndefined();
    const [given] = must(station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, at('08:30:05'), OFFICE));
    expect(officeAt(station, '08:31')['theory:start']).toEqual({
      by: 'confirm',
      at: at('08:30:05'),
      actor: CHIEF,
      event: refTo(given),
    });
  });

  it('[D35] a signal that nobody gave lapses with the next one’s instant, the last one never', () => {
    const station = createReadyRoom(2);
    expect(officeAt(station, '08:29:59.999')['theory:prepare']).toBeUndefined();
    expect(officeAt(station, '08:30')['theory:prepare']).toEqual({ by: 'time', at: at('08:28') });
    expect(officeAt(station, '09:59:59.999')['theory:start']).toBeUndefined();
    expect(officeAt(station, '10:00')['theory:start']).toEqual({ by: 'time', at: at('08:30') });
    expect(officeAt(station, '12:00')['theory:end']).toBeUndefined();
  });

  it('[D24] what falls into a pause of every room waits there too', () => {
    const station = createReadyRoom(2);
    station.record('PaperPaused', { why: null }, at('08:50'), { room: null, paper: 'theory' });
    expect(officeAt(station, '09:05')['theory:entry-close']).toBeUndefined();
    expect(officeAt(station, '09:05')['theory:login-check']).toEqual({ by: 'time', at: at('08:35') });
  });
});
