import { describe, expect, it } from 'vitest';
import { courseActs, isLateStart, lateStartOf } from '../../../../renderer/screens/course/course-acts.ts';
import { delay, did, pause, paperOf } from '../../../support/course-acts.ts';
import { admit, collect, roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

function actsAt(station: SimStation, clock: string): readonly string[] {
  return courseActs(roomOf(station), paperOf(station), at(clock));
}

function start(station: SimStation, clock: string): void {
  must(station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, at(clock)));
}

function asksAt(station: SimStation, clock: string): boolean {
  return isLateStart(roomOf(station), paperOf(station), at(clock));
}

describe('调整时间', () => {
  it('[D23] [D24] [D25] offers what fits the minute: before the start, while it runs, while paused, after 收卷', () => {
    const station = createReadyRoom(2);
    expect(actsAt(station, '08:10')).toEqual(['delay']);
    start(station, '08:30');
    admit(station, 1, 2);
    expect(actsAt(station, '08:30')).toEqual(['pause', 'extend']);
    did(station, pause(), '08:50');
    expect(actsAt(station, '08:51')).toEqual(['resume']);
  });

  it('[D25] leaves 延时 until 收卷, and nothing after it', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    expect(actsAt(station, '10:01')).toEqual(['extend']);
    must(station.act(collect(), at('10:02')));
    expect(actsAt(station, '10:03')).toEqual([]);
  });

  it('[D23] once people have begun late, a delay can name that minute only, and only until it has', () => {
    const station = createReadyRoom(1);
    start(station, '08:34:20');
    expect(lateStartOf(roomOf(station), paperOf(station))).toBe(at('08:34'));
    expect(actsAt(station, '08:40')).toContain('delay');
    did(station, delay('08:34'), '08:40');
    expect(actsAt(station, '08:41')).not.toContain('delay');
  });
});

describe('是否延迟开考', () => {
  it('[R25] is asked more than two minutes after the start that stands, not at two, not when people have begun', () => {
    const station = createReadyRoom(1);
    expect([asksAt(station, '08:31'), asksAt(station, '08:32'), asksAt(station, '08:32:01')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(asksAt(station, '10:00')).toBe(false);
    did(station, delay('08:35'), '08:33');
    expect([asksAt(station, '08:36'), asksAt(station, '08:38')]).toEqual([false, true]);
    start(station, '08:38');
    expect(asksAt(station, '08:39')).toBe(false);
  });
});
