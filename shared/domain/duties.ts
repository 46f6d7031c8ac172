import type { PaperId } from '../ids.ts';
import { collectionOf, collectionOutlook, notYetIn, openRegistrables, type Registrable } from './collection.ts';
import type { CandidateState, CollectionEntry, RoomState } from './state.ts';
import type { PaperTimeline } from './timeline-types.ts';

/** What a room owes in a paper beside its timeline, in the order in which it is to be done. */
export type Duty =
  /** 缺考登记 from the cut-off on (R35). */
  | { readonly kind: 'absences'; readonly paper: PaperId; readonly people: readonly CandidateState[] }
  /** 收卷 from E on (R33). */
  | { readonly kind: 'collection'; readonly paper: PaperId }
  /** Absences and violations that 监考管理系统 does not know yet, or should not know any more. */
  | { readonly kind: 'registration'; readonly paper: PaperId; readonly open: readonly Registrable[] }
  /** 考场情况记录单, once collected; again after another 收卷. */
  | { readonly kind: 'room-record'; readonly paper: PaperId };

/** The open duties of a paper at `now`; empty before the cut-off and when all is done. */
export function dutiesAt(room: RoomState, timeline: PaperTimeline, now: number): readonly Duty[] {
  const { paper } = timeline;
  const duties: Duty[] = [];
  const people = now >= timeline.entryClosesAt ? notYetIn(room, paper) : [];
  if (people.length > 0) duties.push({ kind: 'absences', paper, people });
  const collection = collectionOf(room, paper);
  const outlook = collectionOutlook(room, timeline);
  if (collection === null && now >= outlook.opensAt && outlook.counts.expected > 0)
    duties.push({ kind: 'collection', paper });
  const open = openRegistrables(room, paper);
  if (open.length > 0) duties.push({ kind: 'registration', paper, open });
  if (collection !== null && !hasRecordOf(room, collection)) duties.push({ kind: 'room-record', paper });
  return duties;
}

/** A record printed before this 收卷 tells of an earlier one. */
function hasRecordOf(room: RoomState, { paper, at }: CollectionEntry): boolean {
  return room.issued.some((issued) => issued.kind === 'room-record' && issued.paper === paper && issued.at >= at);
}
