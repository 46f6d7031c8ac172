import { attendanceOf, expectedIn, isPresent } from '../../../shared/domain/attendance.ts';
import { isPending, type Shift, withdrawalOf } from '../../../shared/domain/course.ts';
import type { PauseEntry } from '../../../shared/domain/course-state.ts';
import type { Approval } from '../../../shared/domain/course-events.ts';
import { type CourseStep, courseSteps, type WithdrawalStep } from '../../../shared/domain/course-steps.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import { eventKey, type SealedBox } from '../../../shared/domain/schema-parts.ts';
import type { CandidateState } from '../../../shared/domain/state.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { RecordAdjustment, RecordInSystem } from '../../../shared/documents/record-course.ts';
import type { RoomRecordInput } from '../../../shared/documents/room-record-input.ts';
import { PAPER_IDS, type PaperId, type SeatNo } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import {
  confirmationTime,
  personCalled,
  personOf,
  type RecordedRoom,
  recordersOf,
  recordNumber,
} from './record-parts.ts';
import { openText } from './records.ts';

/** What 考场情况记录单 says of a paper's course 经过. */
export type RecordedCourse = Pick<
  RoomRecordInput,
  'adjustments' | 'seatEnds' | 'seatings' | 'clockActs' | 'cancellations' | 'exemptions' | 'seatChanges'
>;

/** The course of one paper in clear. */
export function recordedCourse(day: OpenDay, recorded: RecordedRoom, paper: PaperId): RecordedCourse {
  const { room, timeline } = recorded;
  return {
    adjustments: adjustmentsIn(day, recorded, paper),
    seatEnds: timeline.papers[paper].seatEnds.map(({ seats, minutes, endsAt, isPending }) => {
      const ended = room.confirmed[`${paper}:seat-end@${minutes}`];
      return { seats, endsAt, isPending, ended: ended === undefined ? null : confirmationTime(day, room, ended) };
    }),
    seatings: room.course.seatings
      .filter((one) => one.paper === paper && !one.isUndone)
      .map((one) => ({
        time: one,
        mode: one.mode,
        approval: { name: day.staffName(one.approval.approver), how: one.approval.how },
        by: recordersOf(day, one.event),
      })),
    clockActs: room.course.clockActs.map((act) => ({
      kind: act.kind,
      time: confirmationTime(day, room, act),
      before: act.before,
      after: act.after,
      by: recordersOf(day, act.event),
    })),
    cancellations: room.course.cancellations
      .filter((one) => one.paper === paper && !one.isUndone)
      .map((one) => ({
        person: personCalled(day, room, one.candidate),
        time: one,
        violation: recordNumber(day, one.violation),
        by: recordersOf(day, one.event),
        ...saidOf(day, one),
      })),
    exemptions: exemptionsIn(day, recorded, paper),
    seatChanges: room.seatChanges
      .filter((one) => one.paper === paper)
      .map((one) => ({
        person: personCalled(day, room, one.candidate),
        time: one,
        from: one.from,
        to: one.to,
        by: recordersOf(day, one.event),
        ...saidOf(day, one),
      })),
  };
}

function adjustmentsIn(day: OpenDay, { room, info }: RecordedRoom, paper: PaperId): readonly RecordAdjustment[] {
  const steps = courseSteps({ day: info, course: room.course }, paper);
  return steps.flatMap(({ step, before, after }): readonly RecordAdjustment[] => {
    const by = recordersOf(day, step.event);
    switch (step.kind) {
      case 'resume': // stands in the row of its pause
        return [];
      case 'pause': {
        const why = openText(day, PLACES.courseWhy, step.why);
        return [{ kind: 'pause', time: step, by, why, ...resumptionOf(step, steps) }];
      }
      case 'delay':
        return [{ kind: 'delay', by, ...shiftOf(day, room, step), from: before.startsAt, to: after.startsAt }];
      case 'extension': {
        const { seats, minutes, movesCutoff } = step;
        const ends = { from: endOf(before, seats), to: endOf(after, seats) };
        const cutoffAt = movesCutoff ? after.entryClosesAt : null;
        return [{ kind: 'extension', by, ...shiftOf(day, room, step), seats, minutes, ...ends, cutoffAt }];
      }
      case 'withdrawal': {
        const time = confirmationTime(day, room, step);
        return [
          {
            kind: 'withdrawal',
            time,
            by,
            ...saidOf(day, step),
            inSystem: inSystemOf(day, room, step),
            ...takenBack({ step, before, after }),
          },
        ];
      }
    }
  });
}

/** When the pause ended, in whatever order both were entered. */
function resumptionOf(
  { occurredAt }: PauseEntry,
  steps: readonly CourseStep[],
): Pick<Extract<RecordAdjustment, { kind: 'pause' }>, 'resumed' | 'lostMs'> {
  const pauses = steps.at(-1)?.after.pauses ?? [];
  const until = pauses.findLast(({ since }) => since <= occurredAt)?.until ?? null;
  if (until === null) return { resumed: null, lostMs: 0 };
  const resume = steps.find(({ step }) => step.kind === 'resume' && step.occurredAt === until)?.step;
  const resumed = resume?.kind === 'resume' ? resume : { at: until, occurredAt: until, timeInDoubt: false };
  return { resumed, lostMs: until - occurredAt };
}

function shiftOf(day: OpenDay, room: RecordedRoom['room'], shift: Shift) {
  return {
    time: shift,
    ...saidOf(day, shift),
    inSystem: inSystemOf(day, room, shift),
  };
}

/** Of a shift that is withdrawn or replaced the exam system need not know; where it did, the 撤回 is what waits. */
function inSystemOf(
  day: OpenDay,
  { course, ...room }: RecordedRoom['room'],
  step: Shift | WithdrawalStep,
): RecordInSystem | 'pending' | null {
  const tick = course.setInSystem[eventKey(step.event)];
  const shift = step.kind === 'withdrawal' ? step.of : step;
  const isCounting = step.kind === 'withdrawal' || withdrawalOf(course, shift) === null;
  if (tick === undefined) return isCounting && isPending(course, shift) ? 'pending' : null;
  const said = day.findEvent(tick.event);
  const technician = said?.type === 'AdjustmentSetInSystem' ? said.data.technician : null;
  return {
    time: confirmationTime(day, { ...room, course }, tick),
    technician: technician === null ? '' : day.staffName(technician),
  };
}

function takenBack({ step: { of }, before, after }: { readonly step: WithdrawalStep } & Omit<CourseStep, 'step'>) {
  const seats = of.kind === 'extension' ? of.seats : null;
  const times =
    of.kind === 'delay'
      ? { from: before.startsAt, to: after.startsAt }
      : { from: endOf(before, seats), to: endOf(after, seats) };
  return { of: of.kind, seats, ofTime: of, ...times };
}

/** Of several seats the first one's: what else they were given may differ. */
function endOf(paper: PaperTimeline, seats: readonly SeatNo[] | null): number {
  const [seat] = seats ?? [];
  return seat === undefined ? paper.endsAt : timelineOfSeat(paper, seat).endsAt;
}

function saidOf(day: OpenDay, { why, approval }: { readonly why: SealedBox; readonly approval: Approval }) {
  return {
    why: openText(day, PLACES.courseWhy, why),
    approval: { name: day.staffName(approval.approver), how: approval.how },
  };
}

function exemptionsIn(day: OpenDay, { room }: RecordedRoom, paper: PaperId): RecordedCourse['exemptions'] {
  return expectedIn(room, paper)
    .filter((candidate) => mayBeExempt(room, candidate, paper))
    .flatMap((candidate) => {
      const { act } = attendanceOf(candidate, paper);
      const event = act === null ? undefined : day.findEvent(act.event);
      if (act === null || event?.type !== 'CandidateCheckedIn') return [];
      const { despite, approval } = event.data;
      if (despite === undefined || approval === undefined) return [];
      const { name, how } = { name: day.staffName(approval.approver), how: approval.how };
      return [
        {
          person: personOf(day, candidate),
          time: act,
          despite,
          approval: { name, how },
          by: recordersOf(day, act.event),
        },
      ];
    });
}

/** The state does not keep what an entry was allowed in spite of: its event is looked for only where there can be something. */
function mayBeExempt(room: RecordedRoom['room'], candidate: CandidateState, paper: PaperId): boolean {
  if (!isPresent(attendanceOf(candidate, paper))) return false;
  const isOut = cancellationOf(room, candidate.candidate) !== null;
  return isOut || PAPER_IDS.some((one) => one !== paper && attendanceOf(candidate, one).status === 'absent');
}
