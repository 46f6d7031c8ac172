import { attendanceOf, isPresent } from './attendance.ts';
import { collectionOf, collectionOutlook } from './collection.ts';
import type { CollectPaper, DecideContext } from './commands.ts';
import { findCandidate, findPeople, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { CandidateState, DayState, RoomState } from './state.ts';
import { submissionOf } from './submission.ts';
import { pauseAt } from './timeline.ts';

/**
 * 收卷 (R33, D17): from the last end on of those in the room, or as soon as everybody who came has left after the cut-off;
 * never while the paper is paused; when nobody is 未到 any more, so that 应到 = 实到 + 缺考, and the technician has confirmed that all have submitted but those named.
 */
export function decideCollectPaper(state: DayState, command: CollectPaper, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { room, timeline, paper, when } = place.value;
  const earlier = collectionOf(room, paper);
  if (earlier !== null) return refuse('already-collected', 'D17', { at: earlier.occurredAt });
  const pause = pauseAt(timeline, when);
  if (pause !== null) return refuse('paper-paused', 'E1', { at: pause.since });
  const { opensAt, notYet, unregistered, counts } = collectionOutlook(room, timeline);
  if (when < opensAt) return refuse('collection-too-early', 'R33', { opensAt });
  if (notYet.length > 0) return refuse('absences-open', 'R35', { count: notYet.length });
  const named = findPeople(
    place.value,
    command.notSubmitted.map((one) => one.candidate),
  );
  if (!named.ok) return named;
  for (const person of named.value) {
    if (!isPresent(attendanceOf(person, paper))) return refuse('not-present', 'D17', { seat: person.seat });
    const submission = submissionOf(person, paper);
    if (submission !== null)
      return refuse('already-submitted', 'D17', { at: submission.occurredAt, seat: person.seat });
  }
  if (!command.isConfirmedByTechnician) return refuse('technician-not-confirmed', 'R33');
  const { expected, present, late, absent } = counts;
  return accept({
    type: 'PaperCollected',
    data: {
      expected,
      present,
      late,
      absent,
      unregistered: unregistered.length,
      notSubmitted: named.value.flatMap((person) => reasonFor(room, person, command)),
      isConfirmedByTechnician: true,
    },
    room: command.room,
    paper,
    occurredAt: when,
  });
}

/** Somebody named twice keeps the first reason. */
function reasonFor(room: RoomState, { candidate }: CandidateState, { notSubmitted }: CollectPaper) {
  const named = notSubmitted.find((one) => findCandidate(room, one.candidate)?.candidate === candidate);
  return named === undefined ? [] : [{ candidate, why: named.why }];
}
