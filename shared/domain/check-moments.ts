import type { PaperId } from '../ids.ts';
import { collectionOf } from './collection.ts';
import { railProgress } from './rail-progress.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { GivenCode, RoomState } from './state.ts';
import type { Milestone, MilestoneKind } from './timeline-types.ts';

/** When a room reads its 校验码 out: each closes a stretch that nobody should be able to rewrite afterwards. */
const CHECK_KINDS: readonly MilestoneKind[] = ['start', 'entry-close', 'end'];

/** A milestone that is done, and with it the head that its code is of. */
export interface CheckMoment {
  readonly milestone: Milestone;
  readonly paper: PaperId;
  /** The record that confirmed it, or 收卷 before the end: the newest head just then, whatever is recorded later. */
  readonly head: EventRef;
  /** When it happened, UTC ms. */
  readonly at: number;
  /** Null while nobody has said that the code was read out. */
  readonly given: GivenCode | null;
}

/** 截止入场, 开考, 结束 as confirmed in a room (收卷 stands for an end that nobody was there to hear), in order of the rail. */
export function checkMoments(room: RoomState): readonly CheckMoment[] {
  const progress = railProgress(room);
  return (room.timeline?.milestones ?? []).flatMap((milestone): readonly CheckMoment[] => {
    const { kind, paper, id } = milestone;
    const done = progress[id];
    if (!CHECK_KINDS.includes(kind) || done === undefined) return [];
    const head = done.by === 'confirm' ? done.event : collectionOf(room, paper)?.event;
    if (head === undefined) return [];
    const given = room.codesGiven.findLast((one) => eventKey(one.head) === eventKey(head)) ?? null;
    return [{ milestone, paper, head, at: done.at, given }];
  });
}
