import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { SeatNo } from '../../../shared/ids.ts';
import type { Change, CoursePlan } from './course-plan.ts';

/** One instant as it stands and as it would be, UTC ms. */
export interface EffectRow {
  readonly key: 'login' | 'start' | 'cutoff' | 'reminder' | 'end' | `seats ${number}`;
  readonly before: number;
  /** Null while a question about it is not answered. */
  readonly after: number | null;
  /** The seats it is for; null = the whole room. */
  readonly seats: readonly SeatNo[] | null;
}

/** What a change does to its own paper, in order of time. What stays is among it, so far as it is of the same matter. */
export function effectRows(
  plan: CoursePlan,
  paper: PaperTimeline['paper'],
  change: Change,
  cutoff: unknown,
): EffectRow[] {
  const before = plan.before.papers[paper];
  const after = plan.after.papers[paper];
  const rows: EffectRow[] = [
    { key: 'start', before: before.startsAt, after: after.startsAt, seats: null },
    {
      key: 'cutoff',
      before: printed(before.entryClosesAt),
      after: plan.asksCutoff && cutoff === null ? null : printed(after.entryClosesAt),
      seats: null,
    },
    { key: 'reminder', before: reminderOf(before), after: plan.isEndKnown ? reminderOf(after) : null, seats: null },
    { key: 'end', before: before.endsAt, after: plan.isEndKnown ? after.endsAt : null, seats: null },
  ];
  const isAbout = ({ key, before: was, after: is }: EffectRow) => was !== is || isOfMatter(key, change);
  return [
    ...rows.filter(isAbout),
    ...(plan.isEndKnown ? seatRows(before, after, changedSeats(change, before, after)) : []),
  ];
}

/** Who hears of a longer end asks about the cut-off, not about the start; seats alone move nothing else. */
function isOfMatter(key: EffectRow['key'], change: Change): boolean {
  if (key === 'start') return change.kind === 'delay';
  return key === 'end' || !(change.kind === 'extend' && change.seats !== null);
}

/** The next paper's, where the answer moves it. */
export function nextRows({ before, after, collision, next }: CoursePlan): readonly EffectRow[] {
  if (collision === null || next?.kind !== 'delay') return [];
  const [was, is] = [before.papers[collision.later], after.papers[collision.later]];
  return [
    { key: 'login', before: was.loginAt, after: is.loginAt, seats: null },
    { key: 'start', before: was.startsAt, after: is.startsAt, seats: null },
    { key: 'end', before: was.endsAt, after: is.endsAt, seats: null },
  ];
}

/** An inclusive cut-off closes a millisecond after the printed minute. */
function printed(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

/** The last reminder before the end. */
function reminderOf(paper: PaperTimeline): number {
  return paper.milestones.find(({ id }) => id === `${paper.paper}:end-reminder`)?.at ?? paper.endsAt;
}

/** The seats that the change is for, and all others that end by themselves before or after it. */
function changedSeats(change: Change, before: PaperTimeline, after: PaperTimeline): readonly SeatNo[] {
  const own = change.kind === 'extend' ? (change.seats ?? []) : [];
  const others = [...before.seatEnds, ...after.seatEnds].flatMap(({ seats }) => seats);
  return [...new Set([...own, ...others])].sort((a, b) => a - b);
}

/** Seats that go from one end to another together stand in one row. */
function seatRows(before: PaperTimeline, after: PaperTimeline, seats: readonly SeatNo[]): EffectRow[] {
  const groups = new Map<string, EffectRow>();
  for (const seat of seats) {
    const [was, is] = [timelineOfSeat(before, seat).endsAt, timelineOfSeat(after, seat).endsAt];
    const key = `${was} ${is}`;
    const group = groups.get(key)?.seats ?? [];
    groups.set(key, { key: `seats ${is}`, before: was, after: is, seats: [...group, seat] });
  }
  return [...groups.values()].toSorted((a, b) => (a.after ?? 0) - (b.after ?? 0) || a.before - b.before);
}
