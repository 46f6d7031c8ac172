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

/**
 * Whole minutes from `now` to what a milestone's words count to: the end for an end reminder, the start for the last
 * call. Undefined for every other kind.
 */
export function minutesLeftOf({ kind, paper }: Milestone, timeline: Timeline, now: number): number | undefined {
  const { startsAt, endsAt } = timeline.papers[paper];
  if (kind === 'end-reminder') return Math.ceil((endsAt - now) / 60_000);
  return kind === 'login-last-call' ? Math.ceil((startsAt - now) / 60_000) : undefined;
}

/** From when on the milestone's words would be wrong if they were still read out. */
export function tooLateToSayFrom({ kind, paper }: Milestone, timeline: Timeline): number {
  const { startsAt, endsAt } = timeline.papers[paper];
  switch (kind) {
    case 'admission-open':
    case 'rules-reading':
    case 'login-call':
    case 'login-last-call':
      return startsAt;
    case 'start':
    case 'entry-close':
    case 'end-reminder':
      return endsAt;
    case 'sheet-pickup':
    case 'end':
      return Number.POSITIVE_INFINITY;
  }
}
