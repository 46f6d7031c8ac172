import { isRecordedAfter } from '../../../shared/domain/chain-order.ts';
import { collectionOf } from '../../../shared/domain/collection.ts';
import type { RecordReplacement } from '../../../shared/documents/room-record-input.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { confirmationTime, type RecordedRoom, recordersOf } from './record-parts.ts';
import { openText } from './records.ts';

/** 更换监考员 in this room, in clear; what is done after 收卷 changes nothing that was signed. */
export function recordedReplacements(
  day: OpenDay,
  { room }: Pick<RecordedRoom, 'room'>,
  paper: PaperId,
): readonly RecordReplacement[] {
  const collected = collectionOf(room, paper);
  return day.state.site.replacements
    .filter((one) => one.room === room.room && (collected === null || !isRecordedAfter(one, collected)))
    .map((one) => ({
      time: confirmationTime(day, room, one),
      leaves: day.staffName(one.leaves),
      comes: day.staffName(one.comes),
      opinion: openText(day, PLACES.staffOpinion, one.opinion),
      approval: { name: day.staffName(one.approval.approver), how: one.approval.how },
      by: recordersOf(day, one.event),
    }));
}
