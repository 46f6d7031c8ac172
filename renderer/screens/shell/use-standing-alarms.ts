import { useAlarms } from '../../stores/alarm-store.ts';
import { useDay, useRoom, useTimeline } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { alarmTimeText } from '../../text/alarms.ts';
import { milestoneTitle } from '../../text/announcements.ts';
import { OFFICE_WHO_LABELS, WHO_LABELS } from '../../text/day.ts';
import type { Milestone } from '../../../shared/domain/timeline-types.ts';
import { progressOf } from '../day/rail-of.ts';
import { standingAlarms } from './standing-alarms.ts';

/** One alarm that stands, in words. */
export interface AlarmWords {
  readonly milestone: Milestone;
  readonly isMissed: boolean;
  readonly what: string;
  readonly when: string;
  readonly who: string;
}

/** The alarms that stand now, the most pressing first. */
export function useStandingAlarms(): readonly AlarmWords[] {
  const day = useDay();
  const timeline = useTimeline();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  const memory = useAlarms((store) => store.memory);
  const now = useNow();
  if (day === null || timeline === null) return [];
  const done = progressOf(timeline, { room, common }, now);
  const who = room === null ? OFFICE_WHO_LABELS : WHO_LABELS;
  return standingAlarms(memory, { timeline, done, now }).map(({ milestone, isMissed, dueAt, waitsFor }) => ({
    milestone,
    isMissed,
    what: milestoneTitle(milestone, day.rules.values),
    when: alarmTimeText({ at: milestone.at, dueAt, now, isMissed, waitsFor }),
    who: who[milestone.who],
  }));
}
