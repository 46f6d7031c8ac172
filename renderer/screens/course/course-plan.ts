import {
  asksCutoff,
  type Collision,
  collisionIn,
  type CourseOfDay,
  outlookBetween,
} from '../../../shared/domain/adjustment-outlook.ts';
import { countSteps, type Shift, timelineFacts } from '../../../shared/domain/course.ts';
import type { CutoffChoice, NextPaperChoice } from '../../../shared/domain/course-commands.ts';
import { minutes } from '../../../shared/domain/day-time.ts';
import { withFact } from '../../../shared/domain/next-paper.ts';
import { computeTimeline, timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, Timeline, TimelineFacts } from '../../../shared/domain/timeline-types.ts';
import { factsWithout, withdrawalEnds } from '../../../shared/domain/withdrawal-outlook.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { PaperId, SeatNo } from '../../../shared/ids.ts';

/** What somebody is about to do to a paper's minutes. */
export type Change =
  | { readonly kind: 'delay'; readonly startsAt: number }
  | { readonly kind: 'extend'; readonly seats: readonly SeatNo[] | null; readonly minutes: number }
  /** `minutes` null = nothing is made up for. */
  | { readonly kind: 'resume'; readonly minutes: number | null }
  /** `endsAt` answers the question of an end that lies in the past. */
  | { readonly kind: 'withdraw'; readonly shift: Shift; readonly endsAt: number | null };

/** The answer about the next paper as it is being given; 'other' once its time can be read. */
export type NextAnswer =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'other'; readonly startsAt: number | null }
  | { readonly kind: 'keep' };

export interface Answers {
  readonly cutoff: CutoffChoice;
  readonly next: NextAnswer | null;
  /** A question that the station has asked because it knows more rooms than this page; null where it has not. */
  readonly told: Collision | null;
}

/** An end between these two, UTC ms, is asked for. */
export interface EndRange {
  readonly earliest: number;
  readonly latest: number;
}

/** A change with all that is shown of it and asked about it before it is confirmed. */
export interface CoursePlan {
  /** How often the paper's minutes had been touched: what `before` is of. */
  readonly seen: number;
  readonly before: Timeline;
  /** As it would be, with the answers given so far. */
  readonly after: Timeline;
  readonly asksCutoff: boolean;
  /** The next paper is run into, and somebody must say what becomes of it. */
  readonly collision: Collision | null;
  /** Null where nothing is asked or nothing is answered yet. */
  readonly next: NextPaperChoice;
  /** The next paper's new start is no way out: too early, or run into all the same. */
  readonly isNextTooEarly: boolean;
  /** The end that it leads to has passed already: more minutes, or none. */
  readonly isEndPast: boolean;
  /** 撤回 after the end before it has passed: the end is asked for. */
  readonly asksEnd: EndRange | null;
  /** That question, or none, is answered: the ends of `after` are those it leads to. */
  readonly isEndKnown: boolean;
  /** 撤回 of a delay whose start before it has passed: there is no going back to it. */
  readonly isTooLate: boolean;
}

/** What a change at `now` leads to in a paper. */
export function planChange(of: CourseOfDay, paper: PaperId, change: Change, answers: Answers, now: number): CoursePlan {
  const { day, course, seatChanges } = of;
  const facts = timelineFacts(course, seatChanges);
  const before = computeTimeline(day.rules.values, day.date, facts);
  const isCutoffAsked = isAbout(change, before.papers[paper], now);
  const { ends, endsAt } = withdrawalOf(of, paper, change, now);
  const changed = factsOf(of, paper, change, {
    now,
    movesCutoff: isCutoffAsked && answers.cutoff === 'moves',
    keptMs: ends === null || endsAt === null ? 0 : endsAt - ends.before,
  });
  const { question: seen, timeline } = outlookBetween(day, paper, facts, changed);
  const question = seen ?? answers.told;
  const next = question === null ? null : choiceOf(answers.next, question);
  const isDelayed = question !== null && next?.kind === 'delay';
  const after = isDelayed
    ? computeTimeline(
        day.rules.values,
        day.date,
        withFact(changed, question.later, { kind: 'delay', startsAt: next.startsAt, saidAt: now, isPending: true }),
      )
    : timeline;
  const isPast = ends !== null && ends.before < now;
  const range = isPast && isOfExtension(change) ? rangeOf(now, ends.now) : null;
  return {
    seen: countSteps(course, paper),
    before,
    after,
    asksCutoff: isCutoffAsked,
    collision: question,
    next,
    isNextTooEarly: isDelayed && (next.startsAt <= question.laterStartsAt || collisionIn(after) !== null),
    isEndPast: isEndPast(after.papers[paper], change, now),
    isEndKnown: range === null || isWithin(range, endsAt),
    asksEnd: range,
    isTooLate: isPast && change.kind === 'withdraw' && change.shift.kind === 'delay',
  };
}

/** The cut-off is asked about where the whole room gets time for an interruption of the first 30 minutes. */
function isAbout(change: Change, paper: PaperTimeline, now: number): boolean {
  if (change.kind === 'extend') return change.seats === null && asksCutoff(paper, now);
  return change.kind === 'resume' && change.minutes !== null && asksCutoff(paper, paper.pausedSince ?? now);
}

/** D25: an extension leads to an end that lies ahead, at each of its seats. */
function isEndPast(after: PaperTimeline, change: Change, now: number): boolean {
  if (change.kind === 'extend' && change.seats !== null)
    return change.seats.some((seat) => timelineOfSeat(after, seat).endsAt <= now);
  const isLonger = change.kind === 'extend' || (change.kind === 'resume' && change.minutes !== null);
  return isLonger && after.endsAt <= now;
}

interface Given {
  readonly now: number;
  readonly movesCutoff: boolean;
  readonly keptMs: number;
}

function factsOf(of: CourseOfDay, paper: PaperId, change: Change, { now, movesCutoff, keptMs }: Given): TimelineFacts {
  const facts = timelineFacts(of.course, of.seatChanges);
  const longer = (seats: readonly SeatNo[] | null, count: number) => {
    const ms = minutes(count);
    return { kind: 'extension', seats, ms, cutoffMs: movesCutoff ? ms : 0, isPending: true } as const;
  };
  switch (change.kind) {
    case 'delay':
      return withFact(facts, paper, { kind: 'delay', startsAt: change.startsAt, saidAt: now, isPending: true });
    case 'extend':
      return withFact(facts, paper, longer(change.seats, change.minutes));
    case 'resume': {
      const resumed = withFact(facts, paper, { kind: 'resume', at: now });
      return change.minutes === null ? resumed : withFact(resumed, paper, longer(null, change.minutes));
    }
    case 'withdraw':
      return factsWithout(of, change.shift, keptMs);
  }
}

function withdrawalOf(of: CourseOfDay, paper: PaperId, change: Change, now: number) {
  if (change.kind !== 'withdraw') return { ends: null, endsAt: null };
  const ends = withdrawalEnds(of, paper, change.shift);
  return { ends, endsAt: ends.before < now && isOfExtension(change) ? change.endsAt : null };
}

function isOfExtension(change: Change): boolean {
  return change.kind === 'withdraw' && change.shift.kind === 'extension';
}

function isWithin({ earliest, latest }: EndRange, endsAt: number | null): boolean {
  return endsAt !== null && endsAt >= earliest && endsAt <= latest;
}

function rangeOf(earliest: number, latest: number): EndRange {
  return { earliest: Math.min(earliest, latest), latest };
}

function choiceOf(answer: NextAnswer | null, { proposedStartsAt }: Collision): NextPaperChoice {
  switch (answer?.kind) {
    case 'proposed':
      return { kind: 'delay', startsAt: proposedStartsAt };
    case 'other':
      return answer.startsAt === null ? null : { kind: 'delay', startsAt: answer.startsAt };
    case 'keep':
      return { kind: 'keep' };
    case undefined:
      return null;
  }
}

/** Whole minutes that a span took, a begun one counted: what is made up for after an interruption. */
export function lostMinutes(spanMs: number): number {
  return Math.max(1, Math.ceil(spanMs / minutes(1)));
}

/** The question in the station's refusal, as a collision; null for any other refusal. */
export function collisionTold({ code, figures }: ContractError, { papers }: Timeline): Collision | null {
  const { end, start, login, proposed } = figures;
  const isTold = code === 'collision-unanswered';
  if (!isTold || !isInstant(end) || !isInstant(start) || !isInstant(login) || !isInstant(proposed)) return null;
  const isTheoryFirst = papers.theory.plannedStartsAt <= papers.practical.plannedStartsAt;
  return {
    earlier: isTheoryFirst ? 'theory' : 'practical',
    later: isTheoryFirst ? 'practical' : 'theory',
    earlierEndsAt: end,
    laterStartsAt: start,
    laterLoginAt: login,
    proposedStartsAt: proposed,
    overlapMs: Math.max(0, end - login),
  };
}

function isInstant(figure: unknown): figure is number {
  return typeof figure === 'number';
}
