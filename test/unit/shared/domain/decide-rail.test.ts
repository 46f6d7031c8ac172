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

describe('what is not ticked', () => {
  const confirm = (milestone: string): Command => ({
    type: 'confirmMilestone',
    milestone: milestone as 'theory:start',
  });

  it.each(['all-submitted', 'technician-confirmed', 'room-record'])('[D35] %s is done by its own act', (kind) => {
    const station = createReadyRoom(2);
    expect(station.act(confirm(`theory:${kind}`), at('11:00'))).toMatchObject({
      error: { code: 'milestone-by-act', rule: 'D35' },
    });
  });

  it('[D35] what falls into a pause waits for 恢复, what came before it does not', () => {
    const station = createReadyRoom(2);
    station.record('PaperPaused', { why: null }, at('08:50'), { paper: 'theory' });
    expect(station.act(confirm('theory:entry-close'), at('09:00'))).toMatchObject({
      error: { code: 'paper-paused', rule: 'D35', figures: { at: at('08:50') } },
    });
    must(station.act(confirm('theory:login-check'), at('09:00')));
    expect(station.act({ type: 'giveSignal', signal: 'end', paper: 'theory' }, at('10:00'))).toMatchObject({
      error: { code: 'paper-paused', rule: 'D35' },
    });
    must(station.act(start, at('09:00')));
    station.record('PaperResumed', { lostMs: at('09:05') - at('08:50') }, at('09:05'), { paper: 'theory' });
    must(station.act(confirm('theory:entry-close'), at('09:05')));
    must(station.act({ type: 'giveSignal', signal: 'end', paper: 'theory' }, at('10:00')));
  });

  it('[D35] a tick of seats that end later is their own', () => {
    const station = createReadyRoom(2);
    const approval = { approver: CHIEF, how: 'present' };
    const extension = { seats: [2], minutes: 7, movesCutoff: false, why: BOX, approval };
    station.record('PaperExtended', extension, at('09:20'), { paper: 'theory' });
    expect(station.act(confirm('theory:seat-end@7'), at('10:06:59.999'))).toMatchObject({
      error: { code: 'milestone-too-early', figures: { earliest: at('10:07') } },
    });
    must(station.act(confirm('theory:end'), at('10:00')));
    must(station.act(confirm('theory:seat-end@7'), at('10:07')));
    expect(Object.keys(roomOf(station).confirmed)).toEqual(['theory:end', 'theory:seat-end@7']);
  });
});

describe('signals of the exam office', () => {
  const OFFICE = { actor: CHIEF, binding: { kind: 'office' } } as const;

  it('[D35] go to every room, and are judged by what was told to every room', () => {
    const station = createReadyRoom(2);
    expect(station.act(start, at('08:29:59.999'), OFFICE)).toMatchObject({ error: { code: 'signal-too-early' } });
    const [given] = must(station.act(start, at('08:30'), OFFICE));
    expect(given).toMatchObject({ type: 'SignalGiven', room: null, paper: 'theory' });
    expect(roomOf(station).signals.theory.start).toMatchObject({ actor: CHIEF, room: null });
    expect(station.act(start, at('08:31'), OFFICE)).toMatchObject({ error: { code: 'signal-already-given' } });
    expect(station.act(start, at('08:31'))).toMatchObject({ error: { code: 'signal-already-given' } });
  });

  it('[D35] one room’s own delay and its own signal hold the office up as little as they move the others', () => {
    const station = createReadyRoom(2);
    const approval = { approver: CHIEF, how: 'present' };
    station.record('PaperDelayed', { startsAt: at('08:50'), why: BOX, approval }, at('08:20'), { paper: 'theory' });
    must(station.act(start, at('08:50')));
    must(station.act(start, at('08:50:10'), OFFICE));
    expect(roomOf(station).signals.theory.start).toMatchObject({ occurredAt: at('08:50'), room: ROOM });
  });

  it('[D6] a computer without a roster gives no signal', () => {
    const station = createReadyRoom(2);
    expect(station.act(start, at('08:30'), { binding: null })).toMatchObject({ error: { code: 'station-not-bound' } });
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
