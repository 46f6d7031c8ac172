import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../../shared/domain/collection.ts';
import { dutiesAt } from '../../../../shared/domain/duties.ts';
import { clockAt, did, extend, paperOf, pause, resume, setInSystem, withdraw } from '../../../support/course-acts.ts';
import { admit, collect, markAbsent, roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

const KEEP = { next: { kind: 'keep' } } as const;

function dutiesOf(station: SimStation, clock: string): readonly string[] {
  return dutiesAt(roomOf(station), paperOf(station), at(clock)).map(({ kind }) => kind);
}

describe('what the exam system does not know yet', () => {
  it('[D26] stands first of all duties until it is ticked', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const more = did(station, extend(5), '09:10');
    expect(dutiesOf(station, '09:11')).toEqual(['system-setting', 'absences']);
    must(station.act(setInSystem(more), at('09:12')));
    expect(dutiesOf(station, '09:12')).toEqual(['absences']);
    must(station.act(withdraw(more), at('09:13')));
    expect(dutiesOf(station, '09:13')).toEqual(['system-setting', 'absences']);
  });

  it('[D26] is owed no more once the paper is collected', () => {
    const station = createReadyRoom(2);
    must(station.act(extend(5), at('09:10')));
    must(station.act(markAbsent(1, 2), at('09:11')));
    must(station.act(collect(), at('09:12')));
    expect(collectionOf(roomOf(station), 'theory')).not.toBeNull();
    expect(dutiesOf(station, '10:06')).not.toContain('system-setting');
  });
});

describe('a paused paper', () => {
  it('[D24] owes no 缺考 of a cut-off in the pause and no 收卷, until it goes on', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    must(station.act(pause(), at('08:50')));
    expect(dutiesOf(station, '10:30')).toEqual([]);
    must(station.act(resume(18, { ...KEEP, cutoff: 'moves' }), at('09:08')));
    expect(clockAt(station, 'theory:entry-close')).toBe('09:18:00');
    expect(dutiesOf(station, '09:17:59.999')).toEqual(['system-setting']);
    expect(dutiesOf(station, '09:18')).toEqual(['system-setting', 'absences']);
  });

  it('[R35] still owes the 缺考 of a cut-off before it', () => {
    const station = createReadyRoom(2);
    must(station.act(pause(), at('09:10')));
    expect(dutiesOf(station, '09:11')).toEqual(['absences']);
  });
});
