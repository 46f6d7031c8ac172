import { collectionOf } from '../../../shared/domain/collection.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { RoomState } from '../../../shared/domain/state.ts';

/** What can be done to a paper's minutes: 延迟开考, 暂停考试, 延时, 恢复考试. */
export type CourseAct = 'delay' | 'pause' | 'extend' | 'resume';

/** The acts that fit this minute, the likeliest first; the station decides again. */
export function courseActs(room: RoomState, paper: PaperTimeline, now: number): readonly CourseAct[] {
  if (collectionOf(room, paper.paper) !== null) return [];
  if (paper.pausedSince !== null) return ['resume'];
  if (now < paper.startsAt) return ['delay'];
  const acts: CourseAct[] = now < paper.lastEndsAt ? ['pause', 'extend'] : ['extend'];
  if (now < paper.lastEndsAt && lateStartOf(room, paper) !== paper.startsAt) acts.push('delay');
  return acts;
}

/**
 * The only start that a delay can still name once people have begun: the whole minute of the signal. Null before the
 * signal; the start as it stands where it was given in time.
 */
export function lateStartOf(room: RoomState, paper: PaperTimeline): number | null {
  const started = room.signals[paper.paper].start;
  if (started === undefined) return null;
  return Math.max(paper.startsAt, wholeMinute(started.occurredAt));
}

/** From when on a start is asked about: 是否延迟开考. */
const LATE_START_MS = 120_000;

/** 是否延迟开考: pressed more than two minutes after the start that stands, while the paper runs and nobody has begun. */
export function isLateStart(room: RoomState, paper: PaperTimeline, now: number): boolean {
  if (room.signals[paper.paper].start !== undefined) return false;
  return now > paper.startsAt + LATE_START_MS && now < paper.endsAt;
}

/** The minute that an instant lies in. */
export function wholeMinute(instant: number): number {
  return instant - (instant % 60_000);
}
