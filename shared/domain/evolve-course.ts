import { actBaseOf, confirmationOf, isRetold, isUndone } from './act-base.ts';
import type { Adjustment, ClockAct, CourseState } from './course-state.ts';
import type { Event } from './events.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { ActBase, RoomState } from './state.ts';
import { sentOutOf } from './seating.ts';

type CourseEvent = Event<
  | 'PaperDelayed'
  | 'PaperPaused'
  | 'PaperResumed'
  | 'PaperExtended'
  | 'AdjustmentSetInSystem'
  | 'AdjustmentWithdrawn'
  | 'SeatingChosen'
  | 'EligibilityCancelled'
  | 'AlarmSoundSet'
  | 'AnnouncementsLoaded'
  | 'ClockSet'
  | 'ClockRatified'
>;

/** One step of a room's course 经过 in merged order. What names a target keeps its name, so that the target may come later. */
export function evolveCourse(room: RoomState, event: CourseEvent): CourseState {
  const { course } = room;
  switch (event.type) {
    case 'AlarmSoundSet':
      return { ...course, soundsDuringExam: event.data.duringExam };
    case 'AnnouncementsLoaded':
      return { ...course, siteTexts: event.data.texts };
    case 'ClockSet':
      return withClockAct(course, { ...confirmationOf(event), station: event.station, ...event.data });
    case 'ClockRatified': {
      const act = { station: event.station, kind: 'ratified', before: null, after: null, wall: null } as const;
      return withClockAct(course, { ...confirmationOf(event), ...act });
    }
    case 'AdjustmentSetInSystem': {
      const target = namedIn(course, event.data.target);
      if (course.setInSystem[target] !== undefined || isUndone(room, event)) return course;
      return { ...course, setInSystem: { ...course.setInSystem, [target]: confirmationOf(event) } };
    }
    case 'AdjustmentWithdrawn': {
      const target = namedIn(course, event.data.target);
      if (course.withdrawals[target] !== undefined) return course;
      const { keptMs, why, approval } = event.data;
      const withdrawal = { ...confirmationOf(event), keptMs, why, approval };
      return { ...course, withdrawals: { ...course.withdrawals, [target]: withdrawal } };
    }
    default:
      return evolvePaperCourse(room, event);
  }
}

type PaperCourseEvent = Extract<
  CourseEvent,
  { type: 'PaperDelayed' | 'PaperPaused' | 'PaperResumed' | 'PaperExtended' | 'SeatingChosen' | 'EligibilityCancelled' }
>;

function evolvePaperCourse(room: RoomState, event: PaperCourseEvent): CourseState {
  const { course } = room;
  const { paper } = event;
  if (paper === null) return course;
  const base = actBaseOf(room, event, paper);
  const withAdjustment = (one: Adjustment): CourseState => {
    const { list, retold } = withEntry(course.adjustments[paper], one);
    return {
      ...course,
      retold: { ...course.retold, ...retold },
      adjustments: { ...course.adjustments, [paper]: list },
    };
  };
  switch (event.type) {
    case 'PaperDelayed':
      return withAdjustment({ ...base, kind: 'delay', ...event.data });
    case 'PaperPaused':
      return withAdjustment({ ...base, kind: 'pause', ...event.data });
    case 'PaperResumed':
      return withAdjustment({ ...base, kind: 'resume', ...event.data });
    case 'PaperExtended':
      return withAdjustment({ ...base, kind: 'extension', ...event.data });
    case 'SeatingChosen': {
      const seating = { ...base, ...event.data, sentOut: sentOutBy(room, event) };
      const { list, retold } = withEntry(course.seatings, seating);
      return { ...course, retold: { ...course.retold, ...retold }, seatings: list };
    }
    case 'EligibilityCancelled': {
      const candidate = room.aliases[event.data.candidate] ?? event.data.candidate;
      return { ...course, cancellations: [...course.cancellations, { ...base, ...event.data, candidate }] };
    }
  }
}

function sentOutBy(room: RoomState, { data, paper }: Event<'SeatingChosen'>): readonly string[] {
  return data.mode === 're-enter' && paper !== null ? sentOutOf(room, paper) : [];
}

function withClockAct(course: CourseState, act: ClockAct): CourseState {
  return { ...course, clockActs: [...course.clockActs, act] };
}

/** What an act names, by the name under which it counts here. */
export function namedIn({ retold }: CourseState, target: EventRef): string {
  const key = eventKey(target);
  return retold[key] ?? key;
}

/**
 * The list with one more entry; or, where another chain has said the same act already (PK4), with the one that was recorded
 * first, so that office and rooms count it once and whoever takes it back takes back both.
 */
function withEntry<Entry extends ActBase>(
  entries: readonly Entry[],
  entry: Entry,
): { readonly list: readonly Entry[]; readonly retold: Readonly<Record<string, string>> } {
  const twin = entries.find((one) => isRetold(one, entry));
  if (twin === undefined) return { list: [...entries, entry], retold: {} };
  const [kept, other] = entry.at < twin.at ? [entry, twin] : [twin, entry];
  return {
    list: entries.map((one) => (one === twin ? kept : one)),
    retold: { [eventKey(other.event)]: eventKey(kept.event) },
  };
}
