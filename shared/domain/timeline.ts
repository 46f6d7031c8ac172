import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import type { PaperId, SeatNo } from '../ids.ts';
import { instantOf, minutes } from './day-time.ts';
import { byTime, planMilestones } from './milestones.ts';
import { paperTimes, type Rules } from './rules.ts';
import type {
  EntryVerdict,
  Milestone,
  MilestoneKind,
  PaperTimeline,
  Pause,
  Permit,
  Permits,
  Rail,
  RailItem,
  SeatEnd,
  Timeline,
  TimelineFact,
  TimelineFacts,
} from './timeline-types.ts';

/**
 * The day's timeline from its rules, its date ('YYYY-MM-DD', Asia/Shanghai) and what happened. *Later* moves a paper's
 * window, *longer* its end (TL5, TL6); signals move nothing (R25: a late click on "start" shifts no instant).
 */
export function computeTimeline(rules: Rules, date: string, facts: TimelineFacts): Timeline {
  const theory = computePaper(rules, date, 'theory', facts.theory);
  const practical = computePaper(rules, date, 'practical', facts.practical);
  return {
    papers: { theory, practical },
    milestones: [...theory.milestones, ...practical.milestones].sort(byTime),
  };
}

function computePaper(rules: Rules, date: string, paper: PaperId, facts: readonly TimelineFact[]): PaperTimeline {
  const { startMinute, durationMin } = paperTimes(rules, paper);
  const plannedStartsAt = instantOf(date, startMinute);
  const planned = placePaper(rules, paper, { plannedStartsAt, durationMin, facts: [] });
  if (facts.length === 0) return planned;
  const placed = placePaper(rules, paper, { plannedStartsAt, durationMin, facts });
  const plannedAt = new Map(planned.milestones.map(({ id, at }) => [id, at]));
  const milestones = placed.milestones.map((one) => ({ ...one, plannedAt: plannedAt.get(one.id) ?? one.at }));
  return { ...placed, milestones };
}

interface Placing {
  readonly plannedStartsAt: number;
  readonly durationMin: number;
  readonly facts: readonly TimelineFact[];
}

/** Every instant of a paper from its window: "later" moves both ends of it, "longer" the end alone. */
function placePaper(rules: Rules, paper: PaperId, { plannedStartsAt, durationMin, facts }: Placing): PaperTimeline {
  const delays = facts.filter((fact) => fact.kind === 'delay');
  const room = facts.filter((fact) => fact.kind === 'extension').filter(({ seats }) => seats === null);
  const startsAt = delays.at(-1)?.startsAt ?? plannedStartsAt;
  const endsAt = startsAt + minutes(durationMin) + sum(room.map(({ ms }) => ms));
  const movedMs = sum(room.map(({ cutoffMs }) => cutoffMs));
  const cutoffAt = startsAt + minutes(rules.lateCutoffOffsetMin) + movedMs;
  const seatEnds = seatEndsOf(facts, endsAt);
  const pauses = pausesOf(facts);
  const beforeStart = (offsetMs: number) =>
    delays.reduce((at, delay) => (at > delay.saidAt ? delay.startsAt + offsetMs : at), plannedStartsAt + offsetMs);
  const instants = {
    paper,
    startsAt,
    endsAt,
    entryOpensAt: beforeStart(minutes(rules.admissionOpenOffsetMin)),
    // C08: inclusive admits at the printed minute itself, so entry is closed from the next millisecond on.
    entryClosesAt: rules.isLateCutoffInclusive ? cutoffAt + 1 : cutoffAt,
    loginAt: beforeStart(minutes(rules.loginOpenOffsetMin)),
    leaveOpensAt: startsAt + minutes(rules.leaveBanFirstMin) + movedMs,
    leaveClosesAt: endsAt - minutes(rules.leaveBanLastMin),
    plannedStartsAt,
    plannedEndsAt: plannedStartsAt + minutes(durationMin),
    lastEndsAt: seatEnds.at(-1)?.endsAt ?? endsAt,
    seatEnds,
    pauses,
    pausedSince: pauses.find(({ until }) => until === null)?.since ?? null,
    isStartPending: (delays.at(-1)?.isPending ?? false) || facts.some(({ kind }) => kind === 'stale-start'),
    isEndPending: room.some(({ isPending }) => isPending),
  };
  return { ...instants, milestones: planMilestones(rules, { ...instants, beforeStart }) };
}

/** Seats with minutes of their own, by how many; those of one person's several extensions add up. */
function seatEndsOf(facts: readonly TimelineFact[], roomEndsAt: number): readonly SeatEnd[] {
  const ofSeat = new Map<SeatNo, { ms: number; isPending: boolean }>();
  for (const fact of facts) {
    if (fact.kind !== 'extension' || fact.seats === null || fact.ms === 0) continue;
    for (const seat of new Set(fact.seats)) {
      const { ms, isPending } = ofSeat.get(seat) ?? { ms: 0, isPending: false };
      ofSeat.set(seat, { ms: ms + fact.ms, isPending: isPending || fact.isPending });
    }
  }
  const extras = [...new Set([...ofSeat.values()].map(({ ms }) => ms))].sort((a, b) => a - b);
  return extras.map((ms) => {
    const here = [...ofSeat].filter(([, one]) => one.ms === ms);
    return {
      minutes: Math.ceil(ms / minutes(1)),
      endsAt: roomEndsAt + ms,
      seats: here.map(([seat]) => seat).sort((a, b) => a - b),
      isPending: here.some(([, one]) => one.isPending),
    };
  });
}

/**
 * The pauses by when they happened, in whatever order they were entered. Two stations may have paused the same room: one
 * 恢复 ends every pause before it.
 */
export function pausesOf(facts: readonly TimelineFact[]): readonly Pause[] {
  const pauses: Pause[] = [];
  let since: number | null = null;
  const marks = facts.filter((fact) => fact.kind === 'pause' || fact.kind === 'resume');
  for (const { kind, at } of marks.toSorted((a, b) => a.at - b.at)) {
    if (kind === 'pause') since ??= at;
    else if (since !== null) {
      pauses.push({ since, until: at });
      since = null;
    }
  }
  return since === null ? pauses : [...pauses, { since, until: null }];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The paper as it runs at one seat: its own end where that is later, and the ban before it. */
export function timelineOfSeat(paper: PaperTimeline, seat: SeatNo): PaperTimeline {
  const own = paper.seatEnds.find(({ seats }) => seats.includes(seat));
  if (own === undefined) return paper;
  const leaveClosesAt = paper.leaveClosesAt + (own.endsAt - paper.endsAt);
  return { ...paper, endsAt: own.endsAt, leaveClosesAt, isEndPending: paper.isEndPending || own.isPending };
}

/** The pause that `now` lies in; null outside of all. One that is entered later counts from when it happened. */
export function pauseAt({ pauses }: PaperTimeline, now: number): Pause | null {
  return pauses.find(({ since, until }) => since <= now && (until === null || now < until)) ?? null;
}

/** Paused at `now`. */
export function isPausedAt(paper: PaperTimeline, now: number): boolean {
  return pauseAt(paper, now) !== null;
}

/** Over for every seat, and not merely standing still. */
export function isOverAt(paper: PaperTimeline, now: number): boolean {
  return now >= paper.lastEndsAt && !isPausedAt(paper, now);
}

/** Judges an entry by when it happened (R21, R27, R28): on time before the start, late from it, closed from the cut-off. */
export function judgeEntry(paper: PaperTimeline, occurredAt: number): EntryVerdict {
  if (occurredAt < paper.entryOpensAt) return { kind: 'too-early', opensAt: paper.entryOpensAt, rule: 'R21' };
  const lateMinutes = differenceInMinutes(occurredAt, paper.startsAt);
  if (occurredAt >= paper.entryClosesAt)
    return { kind: 'closed', closedAt: paper.entryClosesAt, lateMinutes, rule: 'R28' };
  if (occurredAt < paper.startsAt) return { kind: 'on-time', rule: 'R21' };
  return { kind: 'late', lateMinutes, rule: 'R27' };
}

/** What candidates may do in a paper at `now`; `until` is the instant at which `allowed` turns. */
export function permitsAt(paper: PaperTimeline, rules: Rules, now: number): Permits {
  const running = runningPermits(paper, rules, now);
  if (!isPausedAt(paper, now)) return running;
  // E1: who is in waits in his seat. When that ends nobody knows yet; what was submitted is recorded all the same.
  const waiting: Permit = { allowed: false, until: null, rule: 'E1' };
  return { ...running, answer: waiting, leave: waiting };
}

function runningPermits(paper: PaperTimeline, rules: Rules, now: number): Permits {
  return {
    enter: permitAt(now, 'R21', [
      { from: paper.entryOpensAt, allowed: true, rule: 'R21' },
      { from: paper.startsAt, allowed: true, rule: 'R27' },
      { from: paper.entryClosesAt, allowed: false, rule: 'R28' },
    ]),
    answer: permitAt(now, 'R23', [
      { from: rules.isAnswerLockedUntilStart ? paper.startsAt : paper.loginAt, allowed: true, rule: 'R25' },
      { from: paper.endsAt, allowed: false, rule: 'R33' },
    ]),
    // C06: submitting is not leaving. After the end what is not yet submitted is still collected (C28).
    submit: permitAt(now, 'R25', [
      { from: paper.startsAt, allowed: true, rule: 'R25' },
      { from: paper.leaveClosesAt, allowed: rules.isSubmitAllowedInLastMin, rule: 'C06' },
      { from: paper.endsAt, allowed: true, rule: 'R33' },
    ]),
    leave: permitAt(now, 'R27', [
      { from: paper.leaveOpensAt, allowed: true, rule: 'R31' },
      { from: paper.leaveClosesAt, allowed: false, rule: 'R30' },
      { from: paper.endsAt, allowed: true, rule: 'R33' },
    ]),
  };
}

/** An answer that holds from an instant until the next phase. */
interface Phase {
  readonly from: number;
  readonly allowed: boolean;
  readonly rule: string;
}

/** Nothing is allowed before the first phase; `ruleBefore` says why. */
function permitAt(now: number, ruleBefore: string, phases: readonly Phase[]): Permit {
  // A phase that begins no earlier than a later one is empty: bans may meet or reach the end.
  const real = phases.filter((phase, i) => phases.slice(i + 1).every((later) => later.from > phase.from));
  let allowed = false;
  let rule = ruleBefore;
  for (const phase of real) {
    if (phase.from > now && phase.allowed !== allowed) return { allowed, until: phase.from, rule };
    if (phase.from <= now) ({ allowed, rule } = phase);
  }
  return { allowed, until: null, rule };
}

// What is only prepared and called out may begin a minute early; what opens, starts, closes or ends is due to the second.
const EARLY_KINDS: readonly MilestoneKind[] = ['rules-reading', 'login-call', 'login-last-call'];
const EARLY_MS = minutes(1);
const OVERDUE_AFTER_MS = minutes(2);

/** Can follow once the room is quiet: overdue it still gives way to whatever is due in the room. */
const PAPER_WORK: readonly MilestoneKind[] = ['results-reported'];
/** R34, R42: not before everybody has submitted. */
const AFTER_COLLECTION: readonly MilestoneKind[] = ['machines', 'results-reported'];

/**
 * 今日时间轴 at `now`; `done` maps milestone ids to the instant at which each was done (`rail-progress.ts`). An item is
 * overdue two minutes past its instant. C04: while one paper runs, the next paper's items can wait for its end; until then
 * they are not overdue and do not hide what the running paper needs. While a paper is paused nothing of it falls due, and
 * nobody is told to shut down before 收卷. What is done by an act of its own (收卷, the record) is never on top.
 */
export function railAt(timeline: Timeline, done: Readonly<Record<string, number>>, now: number): Rail {
  const items = timeline.milestones.map((milestone) => railItem(timeline, milestone, done, now));
  const own = items.filter(({ milestone }) => milestone.by === 'confirm');
  const byUrgency = own.toSorted(
    (a, b) =>
      waitsUntil(timeline, a.milestone) - waitsUntil(timeline, b.milestone) ||
      timeline.papers[a.milestone.paper].startsAt - timeline.papers[b.milestone.paper].startsAt,
  );
  const inRoom = byUrgency.filter(({ milestone }) => !PAPER_WORK.includes(milestone.kind));
  const top = mostUrgent(inRoom) ?? mostUrgent(byUrgency) ?? own.find((item) => item.state === 'upcoming');
  return { items, now: top ?? null };
}

function mostUrgent(items: readonly RailItem[]): RailItem | undefined {
  return items.find(({ state }) => state === 'overdue') ?? items.find(({ state }) => state === 'due');
}

function railItem(
  timeline: Timeline,
  milestone: Milestone,
  done: Readonly<Record<string, number>>,
  now: number,
): RailItem {
  const doneAt = done[milestone.id] ?? null;
  if (doneAt !== null) return { milestone, state: 'done', doneAt };
  if (waitsForResume(timeline, milestone)) return { milestone, state: 'upcoming', doneAt };
  // Of the second that a screen shows: in the rest of it another task would stand there and be pushed away again.
  const collectedAt = AFTER_COLLECTION.includes(milestone.kind)
    ? wholeSecond(done[`${milestone.paper}:all-submitted`] ?? Number.POSITIVE_INFINITY)
    : Number.NEGATIVE_INFINITY;
  const early = EARLY_KINDS.includes(milestone.kind) ? EARLY_MS : 0;
  const dueAt = Math.max(milestone.at - early, collectedAt);
  if (now >= Math.max(waitsUntil(timeline, milestone), collectedAt) + OVERDUE_AFTER_MS)
    return { milestone, state: 'overdue', doneAt };
  return { milestone, state: now >= dueAt ? 'due' : 'upcoming', doneAt };
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

/** Falls into a pause: it moves with the paper once that goes on. */
export function waitsForResume(timeline: Timeline, { paper, at }: Milestone): boolean {
  const since = timeline.papers[paper].pausedSince;
  return since !== null && at >= since;
}

/** The milestone's own instant, or the end of the earlier paper where that one is running then. */
export function waitsUntil(timeline: Timeline, { paper, at }: Milestone): number {
  const [earlier] = inOrder(timeline);
  if (paper === earlier.paper || at < earlier.startsAt) return at;
  if (earlier.pausedSince !== null) return Number.POSITIVE_INFINITY;
  return at < earlier.lastEndsAt ? earlier.lastEndsAt : at;
}

/** The next milestone after `now`, for the countdown; null when the day is over. What waits for a 恢复 has no countdown. */
export function nextChange(timeline: Timeline, now: number): Milestone | null {
  const next = timeline.milestones.find((milestone) => milestone.at > now && !waitsForResume(timeline, milestone));
  return next ?? null;
}

/** The paper the check-in works on: the earlier paper until its entry closes, then the later one. */
export function currentPaper(timeline: Timeline, now: number): PaperId {
  const [earlier, later] = inOrder(timeline);
  return now < earlier.entryClosesAt ? earlier.paper : later.paper;
}

/** The papers that occupy the room at `now`, from fetching the sheet (R20) until the last end: two may run at once (C04). */
export function papersRunningAt(timeline: Timeline, now: number): readonly PaperId[] {
  return inOrder(timeline)
    .filter((paper) => paper.milestones.some((m) => m.kind === 'sheet-pickup' && m.at <= now) && !isOverAt(paper, now))
    .map(({ paper }) => paper);
}

/** The papers in the order in which they start. */
export function inOrder({ papers: { theory, practical } }: Timeline): readonly [PaperTimeline, PaperTimeline] {
  return practical.startsAt < theory.startsAt ? [practical, theory] : [theory, practical];
}
