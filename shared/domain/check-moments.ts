import type { PaperId } from '../ids.ts';
import { railProgress } from './rail-progress.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { GivenCode, RoomState } from './state.ts';
import type { Milestone, MilestoneKind } from './timeline-types.ts';

/** When a room reads its 校验码 out: each closes a stretch that nobody should be able to rewrite afterwards. */
const CHECK_KINDS: readonly MilestoneKind[] = ['start', 'entry-close', 'end'];

/** A milestone that is confirmed, and with it the head that its code is of. */
export interface CheckMoment {
  readonly milestone: Milestone;
  readonly paper: PaperId;
  /** The record that confirmed it: the newest head just then, whatever is recorded later. */
  readonly head: EventRef;
  /** When it happened, UTC ms. */
  readonly at: number;
  /** Null while nobody has said that the code was read out. */
  readonly given: GivenCode | null;
}

/** 截止入场, 开考, 结束 as confirmed in a room, in order of the rail. */
export function checkMoments(room: RoomState): readonly CheckMoment[] {
  const progress = railProgress(room);
  return (room.timeline?.milestones ?? []).flatMap((milestone): readonly CheckMoment[] => {
    const done = progress[milestone.id];
    if (!CHECK_KINDS.includes(milestone.kind) || done?.by !== 'confirm') return [];
    const given = room.codesGiven.findLast(({ head }) => eventKey(head) === eventKey(done.event)) ?? null;
    return [{ milestone, paper: milestone.paper, head: done.event, at: done.at, given }];
  });
}
