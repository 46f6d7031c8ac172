import { EARLIEST_CONFIRM_MS } from '../../../shared/domain/decide-rail.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { railAt } from '../../../shared/domain/timeline.ts';
import type { Milestone, Rail, Timeline } from '../../../shared/domain/timeline-types.ts';

/** The rail of a room; at the office nothing is confirmed here, so time alone moves it on. */
export function railOf(timeline: Timeline, room: RoomState | null, now: number): Rail {
  if (room === null) {
    const past = timeline.milestones.filter(({ at }) => at <= now);
    return railAt(timeline, Object.fromEntries(past.map(({ id, at }) => [id, at])), now);
  }
  const confirmed = Object.entries(room.confirmed).map(([id, { occurredAt }]) => [id, occurredAt] as const);
  return railAt(timeline, Object.fromEntries(confirmed), now);
}

/** From when the station takes a milestone's confirmation. */
export function canConfirmFrom(milestone: Milestone): number {
  return milestone.at - EARLIEST_CONFIRM_MS[milestone.kind];
}

/** Minutes left of an end reminder, read from its own distance to the end; undefined for every other kind. */
export function minutesLeftOf(milestone: Milestone, timeline: Timeline): number | undefined {
  if (milestone.kind !== 'end-reminder') return undefined;
  return Math.round((timeline.papers[milestone.paper].endsAt - milestone.at) / 60_000);
}
