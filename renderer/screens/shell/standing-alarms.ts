import { isOpenAlarm } from '../../../shared/domain/alarms.ts';
import { inOrder, waitsUntil } from '../../../shared/domain/timeline.ts';
import type { Milestone, Timeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { type AlarmMemory, findRaised } from '../../stores/alarm-memory.ts';
import { tooLateToSayFrom } from '../day/rail-of.ts';
import { TO_THE_SECOND } from '../day/tasks.ts';

/** An alarm that was raised and that nobody has taken note of. */
export interface StandingAlarm {
  readonly milestone: Milestone;
  readonly isMissed: boolean;
  /** From when on it cannot wait any longer. */
  readonly dueAt: number;
  /** C04: the running paper whose end it may wait for. */
  readonly waitsFor: PaperId | null;
}

interface AlarmsAt {
  readonly timeline: Timeline;
  readonly done: Readonly<Record<string, unknown>>;
  readonly now: number;
}

/**
 * The most pressing first: what cannot wait, then what is said to the second, then the latest. One goes when its item is
 * done, and when its words would be wrong by now.
 */
export function standingAlarms(memory: AlarmMemory | null, at: AlarmsAt): readonly StandingAlarm[] {
  const { timeline, done, now } = at;
  if (memory === null) return [];
  return timeline.milestones
    .filter((milestone) => milestone.at <= now && now < tooLateToSayFrom(milestone, timeline))
    .filter((milestone) => isOpenAlarm(timeline, milestone, done))
    .flatMap((milestone) => {
      const raised = findRaised(memory, milestone);
      return raised === null || raised.isKnown ? [] : [standing(timeline, milestone, raised.isMissed)];
    })
    .sort((a, b) => pressure(b, now) - pressure(a, now) || b.milestone.at - a.milestone.at);
}

function standing(timeline: Timeline, milestone: Milestone, isMissed: boolean): StandingAlarm {
  const dueAt = waitsUntil(timeline, milestone);
  return { milestone, isMissed, dueAt, waitsFor: dueAt > milestone.at ? inOrder(timeline)[0].paper : null };
}

function pressure({ milestone, dueAt }: StandingAlarm, now: number): number {
  return (dueAt <= now ? 2 : 0) + (TO_THE_SECOND.includes(milestone.kind) ? 1 : 0);
}
