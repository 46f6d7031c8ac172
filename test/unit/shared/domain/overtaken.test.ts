import { describe, expect, it } from 'vitest';
import { railProgress } from '../../../../shared/domain/rail-progress.ts';
import { railAt } from '../../../../shared/domain/timeline.ts';
import type { MilestoneId, SignalKind } from '../../../../shared/domain/timeline-types.ts';
import { as } from '../../../../shared/ids.ts';
import { delay, did, extend, timelineOf, withdraw } from '../../../support/course-acts.ts';
import { roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

const KEEP = { next: { kind: 'keep' } } as const;

function confirm(station: SimStation, id: string, clock: string) {
  return station.act({ type: 'confirmMilestone', milestone: as<MilestoneId>(id) }, at(clock));
}

function signal(station: SimStation, kind: SignalKind, clock: string) {
  return station.act({ type: 'giveSignal', signal: kind, paper: 'theory' }, at(clock));
}

function stateOf(station: SimStation, id: string, clock: string): string | undefined {
  const done = Object.fromEntries(Object.entries(railProgress(roomOf(station))).map(([key, one]) => [key, one.at]));
  return railAt(timelineOf(station), done, at(clock)).items.find(({ milestone }) => milestone.id === id)?.state;
}

describe('what was said before its instant moved on', () => {
  it('[TL9] the reminder of the last five minutes is due again after an extension', () => {
    const station = createReadyRoom(3);
    must(confirm(station, 'theory:end-reminder', '09:55'));
    expect(stateOf(station, 'theory:end-reminder', '09:56')).toBe('done');
    const more = did(station, extend(10, KEEP), '09:57');
    expect(stateOf(station, 'theory:end-reminder', '09:58')).toBe('upcoming');
    expect(stateOf(station, 'theory:end-reminder', '10:05')).toBe('due');
    must(confirm(station, 'theory:end-reminder', '10:05'));
    expect(stateOf(station, 'theory:end-reminder', '10:05')).toBe('done');
    expect(confirm(station, 'theory:end-reminder', '10:06')).toMatchObject({
      error: { code: 'milestone-already-confirmed', figures: { at: at('10:05') } },
    });
    must(station.act(withdraw(more, { endsAt: at('10:06') }), at('10:05:30')));
    expect(stateOf(station, 'theory:end-reminder', '10:06')).toBe('done');
  });

  it('[TL9] where the extension is withdrawn in time, the first saying stands', () => {
    const station = createReadyRoom(3);
    must(confirm(station, 'theory:end-reminder', '09:55'));
    const more = did(station, extend(10, KEEP), '09:57');
    must(station.act(withdraw(more), at('09:58')));
    expect(stateOf(station, 'theory:end-reminder', '09:58')).toBe('done');
    expect(confirm(station, 'theory:end-reminder', '09:59')).toMatchObject({
      error: { code: 'milestone-already-confirmed', figures: { at: at('09:55') } },
    });
  });

  it('[TL9] the end is signalled again', () => {
    const station = createReadyRoom(3);
    must(signal(station, 'end', '10:00'));
    must(station.act(extend(10, KEEP), at('10:02')));
    expect(signal(station, 'end', '10:09')).toMatchObject({ error: { code: 'signal-too-early' } });
    must(signal(station, 'end', '10:10'));
    expect(roomOf(station).signals.theory.end?.occurredAt).toBe(at('10:10'));
    expect(signal(station, 'end', '10:11')).toMatchObject({ error: { code: 'signal-already-given' } });
  });

  it('[TL9] the closing of entry is said again where the cut-off moves', () => {
    const station = createReadyRoom(3);
    must(station.act(extend(10, { ...KEEP, cutoff: 'moves' }), at('08:59')));
    const earlier = station.record('MilestoneConfirmed', { milestone: 'theory:entry-close' }, at('09:00'));
    expect(earlier.type).toBe('MilestoneConfirmed');
    expect(stateOf(station, 'theory:entry-close', '09:10')).toBe('due');
  });

  it('[TL9] the sheet, the rules and the call are done once, however far the start moves', () => {
    const station = createReadyRoom(3);
    for (const [id, clock] of [
      ['theory:sheet-pickup', '07:00'],
      ['theory:rules-reading', '08:10'],
      ['theory:login-call', '08:23'],
    ] as const)
      must(confirm(station, id, clock));
    must(station.act(delay('09:30', KEEP), at('08:24')));
    for (const kind of ['sheet-pickup', 'rules-reading', 'login-call'])
      expect(stateOf(station, `theory:${kind}`, '09:30')).toBe('done');
  });
});
