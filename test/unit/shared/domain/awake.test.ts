import { describe, expect, it } from 'vitest';
import { isAwakeNeeded, timelineAt } from '../../../../shared/domain/awake.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import { NO_FACTS, type TimelineFacts } from '../../../../shared/domain/timeline-types.ts';
import { SOME_DATE, someRules } from '../../../support/a-day.ts';
import {
  at,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_2,
  must,
  ROOM,
  stationId,
} from '../../../support/sim-station.ts';

const timelineOf = (facts: Partial<TimelineFacts> = {}) =>
  computeTimeline(someRules('R2021').values, SOME_DATE, { ...NO_FACTS, ...facts });

describe('keeping the computer awake', () => {
  it('[AL4] from the first sheet until the last paper is over, the noon break included', () => {
    const timeline = timelineOf();
    expect(isAwakeNeeded(timeline, at('07:59:59'))).toBe(false);
    expect(isAwakeNeeded(timeline, at('08:00'))).toBe(true);
    expect(isAwakeNeeded(timeline, at('12:00'))).toBe(true);
    expect(isAwakeNeeded(timeline, at('16:29:59'))).toBe(true);
    expect(isAwakeNeeded(timeline, at('16:30'))).toBe(false);
  });

  it('[AL4] while seats write on, and during a pause beyond the planned end, but not through the night', () => {
    const longer = timelineOf({
      practical: [{ kind: 'extension', seats: null, ms: 600_000, cutoffMs: 0, isPending: false }],
    });
    expect(isAwakeNeeded(longer, at('16:39'))).toBe(true);
    const paused = timelineOf({ practical: [{ kind: 'pause', at: at('16:00') }] });
    expect(isAwakeNeeded(paused, at('23:59:59'))).toBe(true);
    expect(isAwakeNeeded(paused, at('23:59:59') + 1000)).toBe(false);
  });

  it('[AL4] goes by the room’s own timeline, at the office by what was told to all; before a day is made by none', () => {
    const station = createReadyRoom(1);
    const binding = { kind: 'room', room: ROOM } as const;
    must(
      station.act({ type: 'pausePaper', room: ROOM, paper: 'theory', why: null }, at('09:50'), {
        second: INVIGILATOR_2,
      }),
    );
    expect(timelineAt(station.state, binding)?.papers.theory.pausedSince).toBe(at('09:50'));
    expect(timelineAt(station.state, { kind: 'office' })?.papers.theory.pausedSince).toBeNull();
    expect(isAwakeNeeded(timelineAt(createSimStation(stationId(9)).state, null), at('09:00'))).toBe(false);
  });
});
