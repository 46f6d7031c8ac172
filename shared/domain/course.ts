import { PAPER_IDS, type PaperId } from '../ids.ts';
import type { Adjustment, CourseState, DelayEntry, ExtensionEntry, Withdrawal } from './course-state.ts';
import { minutes } from './day-time.ts';
import { onClockOfNow, pauseMarks } from './pause-marks.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { SeatChangeEntry } from './state.ts';
import type { TimelineFact, TimelineFacts } from './timeline-types.ts';

/** A delay or an extension: what a technician sets in the exam system, and what can be withdrawn. */
export type Shift = DelayEntry | ExtensionEntry;

/** What the timeline is computed from: every adjustment that stands, with what its 撤回 left of it. */
export function timelineFacts(course: CourseState, seatChanges: readonly SeatChangeEntry[] = []): TimelineFacts {
  const facts = (paper: PaperId) => [
    ...course.adjustments[paper].flatMap((one) => {
      const fact = shiftFact(course, one);
      return fact === null ? [] : [withSeatsNow(fact, one, seatChanges)];
    }),
    ...pauseMarks(course, paper),
  ];
  return { theory: facts('theory'), practical: facts('practical') };
}

/** 换座 (R38): minutes that somebody was given go with him to his new seat. */
function withSeatsNow(fact: TimelineFact, { at }: Adjustment, changes: readonly SeatChangeEntry[]): TimelineFact {
  if (fact.kind !== 'extension' || fact.seats === null) return fact;
  const later = changes.filter((one) => !one.isUndone && one.at >= at);
  const seats = fact.seats.map((seat) => later.reduce((now, { from, to }) => (now === from ? to : now), seat));
  return { ...fact, seats };
}

function shiftFact(course: CourseState, one: Adjustment): TimelineFact | null {
  if (one.isUndone) return null;
  switch (one.kind) {
    case 'pause':
    case 'resume':
      return null;
    case 'delay': {
      const pending = isPending(course, one);
      // One that another replaced before it was withdrawn stays as history: what it moved has passed where it put it.
      if (withdrawalOf(course, one) !== null && !isReplaced(course, one))
        return pending ? { kind: 'stale-start' } : null;
      const saidAt = onClockOfNow(course, one.event, one.at);
      return { kind: 'delay', startsAt: one.startsAt, saidAt, isPending: pending };
    }
    case 'extension': {
      const withdrawal = withdrawalOf(course, one);
      const ms = withdrawal === null ? minutes(one.minutes) : withdrawal.keptMs;
      const cutoffMs = one.movesCutoff && withdrawal === null ? ms : 0;
      return { kind: 'extension', seats: one.seats, ms, cutoffMs, isPending: isPending(course, one) };
    }
  }
}

/** A later delay that stands has taken its place. */
function isReplaced({ adjustments, withdrawals }: CourseState, { paper, event }: DelayEntry): boolean {
  const standing = adjustments[paper].findLast(
    (one) => one.kind === 'delay' && !one.isUndone && withdrawals[eventKey(one.event)] === undefined,
  );
  if (standing === undefined) return false;
  const isThis = (one: Adjustment) => eventKey(one.event) === eventKey(event);
  return adjustments[paper].indexOf(standing) > adjustments[paper].findIndex(isThis);
}

/** 撤回 of a delay or an extension; null while it stands. */
export function withdrawalOf(course: CourseState, { event }: Shift): Withdrawal | null {
  return course.withdrawals[eventKey(event)] ?? null;
}

/**
 * 待考试系统确认: the exam system does not go by it yet; or it went by it before the 撤回 and was not set back, or to what
 * the 撤回 left.
 */
export function isPending(course: CourseState, shift: Shift): boolean {
  if (shift.kind === 'delay' && isReplaced(course, shift)) return false;
  if (isSetInSystem(course, systemTargetOf(course, shift))) return false;
  const withdrawal = withdrawalOf(course, shift);
  return withdrawal === null || withdrawal.keptMs > 0 || isSetInSystem(course, shift.event);
}

/** What the technician's tick names: the delay or extension itself, or its 撤回 once it is withdrawn. */
export function systemTargetOf(course: CourseState, shift: Shift): EventRef {
  return withdrawalOf(course, shift)?.event ?? shift.event;
}

/** Whether a tick 考试系统已设置 of this name stands. */
export function isSetInSystem({ setInSystem }: CourseState, target: EventRef): boolean {
  return setInSystem[eventKey(target)] !== undefined;
}

/** Delays and extensions of a paper, undone ones left out, those withdrawn included, in merged order. */
export function shiftsOf(course: CourseState, paper: PaperId): readonly Shift[] {
  return course.adjustments[paper].filter(
    (one): one is Shift => !one.isUndone && (one.kind === 'delay' || one.kind === 'extension'),
  );
}

/** A delay or extension with the paper it belongs to. */
export interface PlacedShift {
  readonly paper: PaperId;
  readonly shift: Shift;
}

/** The delay or extension of this name, with its paper; null where nothing here has it. */
export function findShift(course: CourseState, ref: EventRef): PlacedShift | null {
  return findShiftBy(course, ({ event }) => event, ref);
}

/** The delay or extension whose 撤回 has this name; null where there is none. */
export function findWithdrawnShift(course: CourseState, ref: EventRef): PlacedShift | null {
  return findShiftBy(course, (shift) => withdrawalOf(course, shift)?.event ?? null, ref);
}

function findShiftBy(
  course: CourseState,
  nameOf: (shift: Shift) => EventRef | null,
  ref: EventRef,
): PlacedShift | null {
  const key = eventKey(ref);
  for (const paper of PAPER_IDS) {
    const shift = shiftsOf(course, paper).find((one) => {
      const name = nameOf(one);
      return name !== null && eventKey(name) === key;
    });
    if (shift !== undefined) return { paper, shift };
  }
  return null;
}

/** What waits for a technician: what is to be set in the exam system, and what is withdrawn and to be set back there. */
export function pendingShifts(course: CourseState, paper: PaperId): readonly Shift[] {
  return shiftsOf(course, paper).filter((one) => isPending(course, one));
}

/** How often the minutes of a paper have been touched so far: what a page was looking at when something was confirmed there. */
export function countSteps(course: CourseState, paper: PaperId): number {
  const own = course.adjustments[paper];
  const takenBack = own.filter((one) => one.isUndone || course.withdrawals[eventKey(one.event)] !== undefined);
  return own.length + takenBack.length;
}
