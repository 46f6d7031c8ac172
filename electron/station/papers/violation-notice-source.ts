import type { Answer } from '../../../shared/contract/call.ts';
import { isRecordedAfter } from '../../../shared/domain/chain-order.ts';
import { withRatifiedTimes } from '../../../shared/domain/doubtful-time.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import type { ActBase, RoomState } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type { RecordPerson } from '../../../shared/documents/room-record-input.ts';
import { buildViolationNoticeContent } from '../../../shared/documents/violation-notice.ts';
import type { ViolationNoticeContent } from '../../../shared/documents/violation-notice-view.ts';
import type { CandidateId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import { personCalled, type RecordedRoom, subjectOf } from '../api/record-parts.ts';
import { asCollected, violationOf } from '../api/room-record-input.ts';
import type { OpenDay } from '../day/open-day.ts';

/** 违规告知书 of a recorded violation that stands. */
export function violationNotice(
  day: OpenDay,
  recorded: RecordedRoom,
  { paper, about }: Pick<SignedPaperRef, 'paper' | 'about'>,
): Answer<ViolationNoticeContent> {
  const wanted = about === null ? null : eventKey(about);
  const room = withRatifiedTimes(asCollected(recorded.room, paper));
  const act = allViolations(room, paper).find(({ event }) => eventKey(event) === wanted);
  if (act === undefined || act.isUndone || act.measure === 'warned') return fail('paper-subject-gone', 'SE5');
  const candidate = room.candidates[room.aliases[act.candidate] ?? act.candidate];
  const card = candidate === undefined ? null : day.candidates.card(candidate);
  return ok(
    buildViolationNoticeContent({
      ...subjectOf(day, recorded, paper),
      violation: { ...violationOf(day, room, act), person: personThen(day, room, act) },
      document: { type: card?.idType ?? '', masked: card?.idMasked ?? '' },
    }),
  );
}

/** The person of an act in the seat in which he sat when it was recorded: a 换座 later changes no paper about it. */
export function personThen(
  day: OpenDay,
  room: RoomState,
  act: Pick<ActBase, 'event' | 'at'> & { readonly candidate: CandidateId },
): RecordPerson {
  const person = personCalled(day, room, act.candidate);
  const idOf = (candidate: CandidateId) => room.aliases[candidate] ?? candidate;
  const later = room.seatChanges.find(
    (change) => !change.isUndone && idOf(change.candidate) === idOf(act.candidate) && isRecordedAfter(change, act),
  );
  return later === undefined ? person : { ...person, seat: later.from };
}
