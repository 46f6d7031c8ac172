import { collectionOutlook } from '../../../shared/domain/collection.ts';
import { type Duty, dutiesAt } from '../../../shared/domain/duties.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { waitsUntil } from '../../../shared/domain/timeline.ts';
import type { MilestoneKind, RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId, PaperId } from '../../../shared/ids.ts';
import { railOf } from './rail-of.ts';

/** One thing that a room can be asked to do now: an item of the rail, or a duty beside it. */
export type Task =
  | { readonly kind: 'milestone'; readonly key: string; readonly paper: PaperId; readonly item: RailItem }
  | {
      readonly kind: 'duty';
      readonly key: string;
      readonly paper: PaperId;
      readonly duty: Duty;
      readonly since: number;
    };

interface TaskFacts {
  readonly timeline: Timeline;
  readonly room: RoomState | null;
  readonly now: number;
  /** 还在核实: people whom the screen leaves out of 缺考登记 for now. */
  readonly heldBack: ReadonlySet<CandidateId>;
}

/**
 * Everything to do, what comes first at the front: the rail's own first item, and the duties beside it. What is said to
 * the second goes before all else; then items, absences and 收卷 in order of their instants; then the paper work; last
 * what the next paper can wait with, and what is to come.
 */
export function openTasks({ timeline, room, now, heldBack }: TaskFacts): readonly Task[] {
  const ranked = room === null ? [] : dutiesOf(room, timeline, now).map((task) => rankedDuty(task, heldBack));
  const { items, now: item } = railOf(timeline, room, now);
  if (item !== null) {
    const { id, paper } = item.milestone;
    const isSecond = items.some((one) => TO_THE_SECOND.includes(one.milestone.kind) && isPressing(one, timeline, now));
    const rank = isPressing(item, timeline, now) ? (isSecond ? 0 : 1) : 3;
    ranked.push({ task: { kind: 'milestone', key: id, paper, item }, rank, at: waitsUntil(timeline, item.milestone) });
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at || tie(a.task, b.task, timeline))
    .map(({ task }) => task);
}

/** Said or given at its very second; nothing else may hide it. */
const TO_THE_SECOND: readonly MilestoneKind[] = ['start', 'entry-close', 'end-reminder', 'end'];

interface Ranked {
  readonly task: Task;
  readonly rank: number;
  readonly at: number;
}
type DutyTask = Extract<Task, { kind: 'duty' }>;

/** Due, and not an item of the next paper that waits for the running one (C04). */
function isPressing({ milestone, state }: RailItem, timeline: Timeline, now: number): boolean {
  if (state === 'overdue') return true;
  return state === 'due' && (milestone.at > now || waitsUntil(timeline, milestone) <= now);
}

function rankedDuty(task: DutyTask, heldBack: ReadonlySet<CandidateId>): Ranked {
  const { duty, since } = task;
  const isHeldBack = duty.kind === 'absences' && duty.people.every(({ candidate }) => heldBack.has(candidate));
  const isPaperWork = duty.kind === 'registration' || duty.kind === 'room-record';
  return { task, rank: isPaperWork || isHeldBack ? 2 : 1, at: since };
}

function dutiesOf(room: RoomState, timeline: Timeline, now: number): readonly DutyTask[] {
  return Object.values(timeline.papers).flatMap((paper) => {
    const duties = dutiesAt(room, paper, now);
    const isBeforeEnd = now < paper.endsAt && duties.some(({ kind }) => kind === 'absences');
    return duties.flatMap((duty): readonly DutyTask[] => {
      // An empty room may be collected early, but not while nobody has said who is absent.
      if (duty.kind === 'collection' && isBeforeEnd) return [];
      const since = duty.kind === 'absences' ? paper.entryClosesAt : collectionOutlook(room, paper).opensAt;
      return [{ kind: 'duty', key: `${duty.kind} ${duty.paper}`, paper: duty.paper, duty, since }];
    });
  });
}

/** At one instant: a paper's own announcement before its duties, the earlier paper's duties before the next paper's items. */
function tie(a: Task, b: Task, timeline: Timeline): number {
  const start = (task: Task) => timeline.papers[task.paper].startsAt;
  if (start(a) !== start(b)) return start(a) - start(b);
  if (a.kind === b.kind) return 0;
  return a.kind === 'milestone' ? -1 : 1;
}
