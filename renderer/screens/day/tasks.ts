import { collectionOutlook } from '../../../shared/domain/collection.ts';
import { type Duty, dutiesAt } from '../../../shared/domain/duties.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { inOrder, isPausedAt, waitsUntil } from '../../../shared/domain/timeline.ts';
import type { MilestoneKind, Rail, RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId, PaperId } from '../../../shared/ids.ts';
import { type SeatingStep, seatingStepAt } from '../seating/seating-plan.ts';
import { type RailPlace, railOf } from './rail-of.ts';

/** One thing that a room can be asked to do now: a pause to end, an item of the rail, 连场, or a duty beside it. */
export type Task =
  | { readonly kind: 'seating'; readonly key: string; readonly paper: PaperId; readonly step: SeatingStep }
  | { readonly kind: 'paused'; readonly key: string; readonly paper: PaperId; readonly since: number }
  | { readonly kind: 'milestone'; readonly key: string; readonly paper: PaperId; readonly item: RailItem }
  | {
      readonly kind: 'duty';
      readonly key: string;
      readonly paper: PaperId;
      readonly duty: Duty;
      readonly since: number;
    };

interface TaskFacts extends RailPlace {
  readonly timeline: Timeline;
  readonly now: number;
  /** 还在核实: people whom the screen leaves out of 缺考登记 for now. */
  readonly heldBack: ReadonlySet<CandidateId>;
}

/**
 * Everything to do, what comes first at the front. A paused paper goes before all else, then what is said to the second,
 * while it is due; then the rail's own first item, absences and 收卷 in order of their instants; then what the technician
 * sets; then the paper work; last what the next paper can wait with, and what is to come.
 */
export function openTasks({ timeline, room, common, now, heldBack }: TaskFacts): readonly Task[] {
  const ranked = [
    ...pausesIn(timeline, now),
    ...seatingIn(timeline, room ?? common, { now, isOffice: room === null }),
    ...(room === null ? [] : dutiesOf(room, timeline, now).map((task) => rankedDuty(task, heldBack))),
    ...itemsOf(railOf(timeline, { room, common }, now), timeline, now),
  ];
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at || tie(a.task, b.task, timeline))
    .map(({ task }) => task);
}

/** Said or given at its very second; nothing else may hide it. */
export const TO_THE_SECOND: readonly MilestoneKind[] = [
  'start',
  'entry-close',
  'end-reminder',
  'end',
  'seat-end-reminder',
  'seat-end',
];

/** Done once the room is quiet. */
const PAPER_WORK: readonly string[] = ['registration', 'room-record', 'results-reported'];

const RANKS = { paused: 0, toTheSecond: 1, due: 2, systemSetting: 3, paperWork: 4, toCome: 5 } as const;

interface Ranked {
  readonly task: Task;
  readonly rank: number;
  readonly at: number;
}
type DutyTask = Extract<Task, { kind: 'duty' }>;

function pausesIn(timeline: Timeline, now: number): readonly Ranked[] {
  return Object.values(timeline.papers).flatMap((paper) => {
    if (paper.pausedSince === null || !isPausedAt(paper, now)) return [];
    const task: Task = { kind: 'paused', key: `paused ${paper.paper}`, paper: paper.paper, since: paper.pausedSince };
    return [{ task, rank: RANKS.paused, at: paper.pausedSince }];
  });
}

/**
 * 连场 is asked while the earlier paper still runs: until that ends it hides nothing that is due there. It can wait once it
 * is late, or only those are left who were not in their seats.
 */
function seatingIn(
  timeline: Timeline,
  room: RoomState,
  { now, isOffice }: { readonly now: number; readonly isOffice: boolean },
): readonly Ranked[] {
  const step = seatingStepAt(room, timeline, now, isOffice);
  if (step === null) return [];
  const task: Task = { kind: 'seating', key: `seating ${step.kind}`, paper: step.paper, step };
  const [earlier] = inOrder(timeline);
  const rank = step.isPressing ? RANKS.due : RANKS.paperWork;
  return [{ task, rank, at: Math.max(step.since, earlier.lastEndsAt) }];
}

/** The rail's items that are tasks, the one to do at the front. */
function itemsOf(rail: Rail, timeline: Timeline, now: number): readonly Ranked[] {
  return railTasks(rail, timeline, now).map((item) => {
    const { milestone } = item;
    const task: Task = { kind: 'milestone', key: milestone.id, paper: milestone.paper, item };
    return { task, rank: rankOf(item, timeline, now), at: waitsUntil(timeline, milestone) };
  });
}

/** What is said to the second just now, then the rail's own first item: an overdue one does not hide it, nor it the other. */
export function railTasks({ items, now: first }: Rail, timeline: Timeline, now: number): readonly RailItem[] {
  const atOnce = items.find((item) => isToTheSecond(item) && isPressing(item, timeline, now));
  return [...new Set([atOnce ?? null, first])].filter((item) => item !== null);
}

function rankOf(item: RailItem, timeline: Timeline, now: number): number {
  if (!isPressing(item, timeline, now)) return RANKS.toCome;
  if (isToTheSecond(item)) return RANKS.toTheSecond;
  return PAPER_WORK.includes(item.milestone.kind) ? RANKS.paperWork : RANKS.due;
}

/** Due, and no later: once it is overdue it stands among what is. */
function isToTheSecond({ milestone, state }: RailItem): boolean {
  return state === 'due' && TO_THE_SECOND.includes(milestone.kind);
}

/** Due, and not an item of the next paper that waits for the running one (C04). */
function isPressing({ milestone, state }: RailItem, timeline: Timeline, now: number): boolean {
  if (state === 'overdue') return true;
  return state === 'due' && (milestone.at > now || waitsUntil(timeline, milestone) <= now);
}

function rankedDuty(task: DutyTask, heldBack: ReadonlySet<CandidateId>): Ranked {
  const { duty, since } = task;
  const isHeldBack = duty.kind === 'absences' && duty.people.every(({ candidate }) => heldBack.has(candidate));
  if (isHeldBack || PAPER_WORK.includes(duty.kind)) return { task, rank: RANKS.paperWork, at: since };
  return { task, rank: duty.kind === 'system-setting' ? RANKS.systemSetting : RANKS.due, at: since };
}

function dutiesOf(room: RoomState, timeline: Timeline, now: number): readonly DutyTask[] {
  return Object.values(timeline.papers).flatMap((paper) => {
    const duties = dutiesAt(room, paper, now);
    const isBeforeEnd = now < paper.lastEndsAt && duties.some(({ kind }) => kind === 'absences');
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
  // Where people stay in their seats, the room is gone through before the later paper's own items.
  if (a.kind === 'seating' || b.kind === 'seating') return a.kind === 'seating' ? -1 : 1;
  return a.kind === 'milestone' ? -1 : 1;
}
