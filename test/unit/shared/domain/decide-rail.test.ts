import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

function roomOf(station: SimStation) {
  const room = station.state.rooms[ROOM];
  if (room === undefined) throw new Error('the room is not there');
  return room;
}

const start: Command = { type: 'giveSignal', signal: 'start', paper: 'theory' };

describe('signals', () => {
  it('[R25] the start is not taken one millisecond early, is taken at T, once, and moves nothing', () => {
    const station = createReadyRoom(2);
    const before = roomOf(station).timeline;
    expect(station.act(start, at('08:29:59.999'))).toMatchObject({
      error: { code: 'signal-too-early', rule: 'R25', figures: { earliest: at('08:30') } },
    });
    must(station.act(start, at('08:33')));
    expect(station.act(start, at('08:34'))).toMatchObject({
      error: { code: 'signal-already-given', figures: { at: at('08:33') } },
    });
    expect(roomOf(station).signals.theory.start).toMatchObject({ occurredAt: at('08:33'), room: ROOM });
    expect(roomOf(station).timeline).toEqual(before);
  });

  it('[R25] 预备 can be given once entry is open, 终止 from the end', () => {
    const station = createReadyRoom(2);
    must(station.act({ type: 'giveSignal', signal: 'prepare', paper: 'theory' }, at('08:00')));
    expect(station.act({ type: 'giveSignal', signal: 'end', paper: 'theory' }, at('09:59:59.999'))).toMatchObject({
      ok: false,
    });
    must(station.act({ type: 'giveSignal', signal: 'end', paper: 'theory' }, at('10:00')));
  });

  it('[D9] a signal given by mistake can be taken back and given again', () => {
    const station = createReadyRoom(2);
    const [given] = must(station.act(start, at('08:30')));
    if (given === undefined) throw new Error('no event');
    must(
      station.act(
        { type: 'undo', target: { station: given.station, epoch: given.epoch, seq: given.seq } },
        at('08:30:10'),
      ),
    );
    expect(roomOf(station).signals.theory.start).toBeUndefined();
    must(station.act(start, at('08:31')));
  });
});

describe('milestones', () => {
  const confirm = (milestone: string): Command => ({
    type: 'confirmMilestone',
    milestone: milestone as 'theory:start',
  });

  it('[D7] a milestone is confirmed once, and not before it can have happened', () => {
    const station = createReadyRoom(2);
    expect(station.act(confirm('theory:admission-open'), at('07:59:59.999'))).toMatchObject({
      error: { code: 'milestone-too-early', rule: 'R21' },
    });
    must(station.act(confirm('theory:admission-open'), at('08:00')));
    expect(station.act(confirm('theory:admission-open'), at('08:01'))).toMatchObject({
      error: { code: 'milestone-already-confirmed' },
    });
    expect(station.act(confirm('theory:no-such-thing'), at('08:01'))).toMatchObject({
      error: { code: 'milestone-unknown' },
    });
  });

  it('[R20] the sheets may be fetched a while before T−60', () => {
    const station = createReadyRoom(2);
    must(station.act(confirm('theory:sheet-pickup'), at('07:10')));
    expect(roomOf(station).confirmed['theory:sheet-pickup']).toMatchObject({ occurredAt: at('07:10') });
  });

  it('[D2] a milestone forgotten is entered later with reason and second person', () => {
    const station = createReadyRoom(2);
    must(
      station.act(confirm('theory:login-call'), at('08:50'), {
        occurredAt: at('08:25'),
        reason: BOX,
        second: INVIGILATOR_2,
      }),
    );
    expect(roomOf(station).confirmed['theory:login-call']).toMatchObject({ at: at('08:50'), occurredAt: at('08:25') });
  });

  it('[D9] undoing a confirmation puts it back on the rail', () => {
    const station = createReadyRoom(2);
    const [done] = must(station.act(confirm('theory:login-call'), at('08:25')));
    if (done === undefined) throw new Error('no event');
    const undo: Command = { type: 'undo', target: { station: done.station, epoch: done.epoch, seq: done.seq } };
    must(station.act(undo, at('08:25:10')));
    expect(roomOf(station).confirmed['theory:login-call']).toBeUndefined();
    expect(station.act(undo, at('08:25:11'))).toMatchObject({ error: { code: 'undo-already-done' } });
    must(station.act(confirm('theory:login-call'), at('08:26'), { actor: CHIEF }));
  });
});

describe('papers', () => {
  it('[D10] the first print is copy 1, the next a reprint, each paper counted apart', () => {
    const station = createReadyRoom(2);
    const issue = (paper: 'theory' | 'practical', n: number): Command => ({
      type: 'issuePaper',
      document: `doc-${paper}-${n}` as never,
      kind: 'sign-in-sheet',
      room: ROOM,
      paper,
      pages: 2,
      viewDigest: 'a'.repeat(64),
      heads: [],
    });
    must(station.act(issue('theory', 1), at('07:30')));
    must(station.act(issue('theory', 2), at('07:31')));
    must(station.act(issue('practical', 1), at('07:32')));
    expect(roomOf(station).issued.map(({ paper, copy }) => [paper, copy])).toEqual([
      ['theory', 1],
      ['theory', 2],
      ['practical', 1],
    ]);
  });
});
