import { isOverAt, waitsForResume } from './timeline.ts';
import type { Milestone, MilestoneKind, PaperTimeline, Timeline } from './timeline-types.ts';

/** What a room hears: two short tones before and between the papers, one long tone at an end. */
export type AlarmSound = 'short' | 'long';

/** An item of the rail whose instant has come. */
export interface Alarm {
  readonly milestone: Milestone;
  /** Null where it is only shown. */
  readonly sound: AlarmSound | null;
}

export interface AlarmFacts {
  /** What is done already, by milestone. */
  readonly done: Readonly<Record<string, unknown>>;
  /** D34: the chief wants alarms to sound while a paper runs. */
  readonly soundsDuringExam: boolean;
}

/** Half-open the other way round: what came after `from`, up to and with `to`. UTC ms. */
export interface AlarmSpan {
  readonly from: number;
  readonly to: number;
}

/** They follow 收卷, whenever that is: nobody is told to shut down by a clock (R34, R42). */
const AFTER_COLLECTION: readonly MilestoneKind[] = ['machines', 'results-reported'];
const ENDS: readonly MilestoneKind[] = ['end', 'seat-end'];
/** An end that is noticed within this time rings as the end itself; later it was missed. */
const END_ITSELF_MS = 5_000;

/** AL1: the alarms that came in a span, in order of time, each with what it may sound like at the end of the span. */
export function alarmsBetween(timeline: Timeline, facts: AlarmFacts, { from, to }: AlarmSpan): readonly Alarm[] {
  return timeline.milestones
    .filter(({ at }) => from < at && at <= to)
    .filter((milestone) => isOpenAlarm(timeline, milestone, facts.done))
    .map((milestone) => ({ milestone, sound: soundOf(timeline, milestone, to, facts) }));
}

/** AL1: ticked by hand, not done, and waiting neither for 收卷 nor for 恢复. Whether its instant has come is not asked. */
export function isOpenAlarm(timeline: Timeline, milestone: Milestone, done: AlarmFacts['done']): boolean {
  if (milestone.by !== 'confirm' || AFTER_COLLECTION.includes(milestone.kind)) return false;
  return done[milestone.id] === undefined && !waitsForResume(timeline, milestone);
}

/** AL2: while a paper runs, from its start to its last end, a pause included, nothing sounds unless the chief wants it. */
export function isSilentAt(timeline: Timeline, now: number): boolean {
  return papersRunning(timeline, now).length > 0;
}

/** AL2: what an alarm sounds like at `now`. The end itself rings although seats of its paper may go on writing. */
function soundOf(
  timeline: Timeline,
  { kind, paper, at }: Milestone,
  now: number,
  facts: AlarmFacts,
): AlarmSound | null {
  const isEnd = ENDS.includes(kind);
  const isEndItself = isEnd && now - at < END_ITSELF_MS;
  const disturbed = papersRunning(timeline, now).filter((running) => !(isEndItself && running.paper === paper));
  if (disturbed.length > 0 && !facts.soundsDuringExam) return null;
  return isEnd ? 'long' : 'short';
}

function papersRunning({ papers }: Timeline, now: number): readonly PaperTimeline[] {
  return Object.values(papers).filter((paper) => paper.startsAt <= now && !isOverAt(paper, now));
}
