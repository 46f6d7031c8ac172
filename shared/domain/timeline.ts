import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import type { PaperId } from '../ids.ts';
import { instantOf, minutes } from './day-time.ts';
import { byTime, planMilestones } from './milestones.ts';
import { paperTimes, type Rules } from './rules.ts';
import type {
  EntryVerdict,
  Milestone,
  MilestoneKind,
  PaperTimeline,
  Permit,
  Permits,
  Rail,
  RailItem,
  Timeline,
  TimelineFacts,
} from './timeline-types.ts';

/** A paper's window, UTC ms: every other instant of the paper follows from these two. */
interface Window {
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The day's timeline from its rules and date ('YYYY-MM-DD', Asia/Shanghai). Signals move nothing (R25: a late click on
 * "start" shifts no instant), so the facts are not read.
 */
export function computeTimeline(rules: Rules, date: string, _facts: TimelineFacts): Timeline {
  const theory = computePaper(rules, 'theory', plannedWindow(rules, date, 'theory'));
  const practical = computePaper(rules, 'practical', plannedWindow(rules, date, 'practical'));
  return {
    papers: { theory, practical },
    milestones: [...theory.milestones, ...practical.milestones].sort(byTime),
  };
}

// What moves a paper moves its window, and all else with it: "later" both instants, "longer" the end alone.
function plannedWindow(rules: Rules, date: string, paper: PaperId): Window {
  const { startMinute, durationMin } = paperTimes(rules, paper);
  const startsAt = instantOf(date, startMinute);
  return { startsAt, endsAt: startsAt + minutes(durationMin) };
}

function computePaper(rules: Rules, paper: PaperId, { startsAt, endsAt }: Window): PaperTimeline {
  const cutoffAt = startsAt + minutes(rules.lateCutoffOffsetMin);
  const instants = {
    paper,
    startsAt,
    endsAt,
    entryOpensAt: startsAt + minutes(rules.admissionOpenOffsetMin),
    // C08: inclusive admits at the printed minute itself, so entry is closed from the next millisecond on.
    entryClosesAt: rules.isLateCutoffInclusive ? cutoffAt + 1 : cutoffAt,
    loginAt: startsAt + minutes(rules.loginOpenOffsetMin),
    leaveOpensAt: startsAt + minutes(rules.leaveBanFirstMin),
    leaveClosesAt: endsAt - minutes(rules.leaveBanLastMin),
  };
  return { ...instants, milestones: planMilestones(rules, instants) };
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

/**
 * 今日时间轴 at `now`; `confirmed` maps milestone ids to the instant of their confirmation. An item is overdue two minutes
 * past its instant. C04: while one paper runs, the other paper's items can wait for its end; until then they are not
 * overdue and do not hide what the running paper needs.
 */
export function railAt(timeline: Timeline, confirmed: Readonly<Record<string, number>>, now: number): Rail {
  const items = timeline.milestones.map((milestone) =>
    railItem(timeline, milestone, confirmed[milestone.id] ?? null, now),
  );
  const byUrgency = items.toSorted(
    (a, b) =>
      waitsUntil(timeline, a.milestone) - waitsUntil(timeline, b.milestone) ||
      timeline.papers[a.milestone.paper].startsAt - timeline.papers[b.milestone.paper].startsAt,
  );
  const top =
    byUrgency.find((item) => item.state === 'overdue') ??
    byUrgency.find((item) => item.state === 'due') ??
    items.find((item) => item.state === 'upcoming');
  return { items, now: top ?? null };
}

function railItem(timeline: Timeline, milestone: Milestone, doneAt: number | null, now: number): RailItem {
  const dueAt = EARLY_KINDS.includes(milestone.kind) ? milestone.at - EARLY_MS : milestone.at;
  if (doneAt !== null) return { milestone, state: 'done', doneAt };
  if (now >= waitsUntil(timeline, milestone) + OVERDUE_AFTER_MS) return { milestone, state: 'overdue', doneAt };
  return { milestone, state: now >= dueAt ? 'due' : 'upcoming', doneAt };
}

/** The milestone's own instant, or the end of the other paper where that one is running then. */
export function waitsUntil(timeline: Timeline, { paper, at }: Milestone): number {
  const other = timeline.papers[paper === 'theory' ? 'practical' : 'theory'];
  return other.startsAt <= at && at < other.endsAt ? other.endsAt : at;
}

/** The next milestone after `now`, for the countdown; null when the day is over. */
export function nextChange(timeline: Timeline, now: number): Milestone | null {
  return timeline.milestones.find((milestone) => milestone.at > now) ?? null;
}

/** The paper the check-in works on: the earlier paper until its entry closes, then the later one. */
export function currentPaper(timeline: Timeline, now: number): PaperId {
  const [earlier, later] = inOrder(timeline);
  return now < earlier.entryClosesAt ? earlier.paper : later.paper;
}

/** The papers that occupy the room at `now`, from fetching the sheet (R20) until the end: two may run at once (C04). */
export function papersRunningAt(timeline: Timeline, now: number): readonly PaperId[] {
  return inOrder(timeline)
    .filter(
      ({ milestones, endsAt }) => milestones.some((m) => m.kind === 'sheet-pickup' && m.at <= now) && now < endsAt,
    )
    .map(({ paper }) => paper);
}

function inOrder({ papers: { theory, practical } }: Timeline): readonly [PaperTimeline, PaperTimeline] {
  return practical.startsAt < theory.startsAt ? [practical, theory] : [theory, practical];
}
