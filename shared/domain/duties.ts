import type { PaperId } from '../ids.ts';
import { collectionOf, collectionOutlook, notYetIn, openRegistrables, type Registrable } from './collection.ts';
import { pendingShifts, type Shift } from './course.ts';
import { roomRecordOf } from './rail-progress.ts';
import type { CandidateState, RoomState } from './state.ts';
import { isPausedAt } from './timeline.ts';
import type { PaperTimeline } from './timeline-types.ts';

/** What a room owes in a paper beside its timeline, in the order in which it is to be done. */
export type Duty =
  /** 待考试系统确认: what the technician has to set in the exam system, or to set back there (D26). */
  | { readonly kind: 'system-setting'; readonly paper: PaperId; readonly shifts: readonly Shift[] }
  /** 缺考登记 from the cut-off on (R35). */
  | { readonly kind: 'absences'; readonly paper: PaperId; readonly people: readonly CandidateState[] }
  /** 收卷 from E on (R33). */
  | { readonly kind: 'collection'; readonly paper: PaperId }
  /** Absences and violations that 监考管理系统 does not know yet, or should not know any more. */
  | { readonly kind: 'registration'; readonly paper: PaperId; readonly open: readonly Registrable[] }
  /** 考场情况记录单, once collected; again after another 收卷. */
  | { readonly kind: 'room-record'; readonly paper: PaperId };

/** The open duties of a paper at `now`. While it is paused, what its cut-off and its end call for waits. */
export function dutiesAt(room: RoomState, timeline: PaperTimeline, now: number): readonly Duty[] {
  const { paper, entryClosesAt, pausedSince } = timeline;
  const duties: Duty[] = [];
  const collection = collectionOf(room, paper);
  const shifts = collection === null ? pendingShifts(room.course, paper) : [];
  if (shifts.length > 0) duties.push({ kind: 'system-setting', paper, shifts });
  const isPaused = isPausedAt(timeline, now);
  // A cut-off that fell into the pause may still move.
  const isCutoffOpen = now < entryClosesAt || (pausedSince !== null && entryClosesAt >= pausedSince);
  const people = isCutoffOpen ? [] : notYetIn(room, paper);
  if (people.length > 0) duties.push({ kind: 'absences', paper, people });
  const outlook = collectionOutlook(room, timeline);
  if (collection === null && !isPaused && now >= outlook.opensAt && outlook.counts.expected > 0)
    duties.push({ kind: 'collection', paper });
  const open = openRegistrables(room, paper);
  if (open.length > 0) duties.push({ kind: 'registration', paper, open });
  if (collection !== null && roomRecordOf(room, paper) === null) duties.push({ kind: 'room-record', paper });
  return duties;
}
