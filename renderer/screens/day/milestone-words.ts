import { staysSeatedAfter } from '../../../shared/domain/seating.ts';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { Milestone, Timeline } from '../../../shared/domain/timeline-types.ts';
import { announcement } from '../../text/announcements.ts';
import { NOTHING_READ, OFFICE_WHO_LABELS, WHO_LABELS } from '../../text/day.ts';
import { sheetPickupText } from '../../text/official-sheet.ts';
import { milestoneRuleText } from '../../text/rule-text.ts';
import { minutesLeftOf, type RailPlace, seatsToldOf, tooLateToSayFrom } from './rail-of.ts';

/** All that an item of the rail says. */
export interface MilestoneWords {
  /** Null where nothing is read aloud. */
  readonly text: string | null;
  /** What stands in its place then. */
  readonly silentText: string;
  /** What was to be said would be wrong by now. */
  readonly isTooLate: boolean;
  readonly who: string;
  readonly rule: string;
}

interface WordsAt extends RailPlace {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly now: number;
}

/** The words of a milestone as they are at `now`: read out late, a sentence says how long there really is. */
export function milestoneWords(milestone: Milestone, { day, timeline, room, common, now }: WordsAt): MilestoneWords {
  const { kind, paper } = milestone;
  const { startsAt, entryClosesAt } = timeline.papers[paper];
  const text = announcement(kind, paper, day.rules.values, {
    minutesLeft: minutesLeftOf(milestone, timeline, Math.max(now, milestone.at)),
    cutoffMinutes: Math.floor((entryClosesAt - startsAt) / 60_000),
    seats: seatsToldOf(milestone, timeline),
    staysSeated: staysSeatedAfter(room ?? common, timeline, paper),
    siteTexts: (room ?? common).course.siteTexts,
  });
  return {
    text,
    silentText:
      (kind === 'sheet-pickup' ? sheetPickupText((room ?? common).officialSheet?.which ?? null) : null) ?? NOTHING_READ,
    isTooLate: text !== null && now >= tooLateToSayFrom(milestone, timeline),
    who: (room === null ? OFFICE_WHO_LABELS : WHO_LABELS)[milestone.who],
    rule: milestoneRuleText(kind, paper, day.rules, minutesLeftOf(milestone, timeline, milestone.at)),
  };
}
