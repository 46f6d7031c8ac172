import { PAPER_IDS } from '../ids.ts';
import { err } from '../result.ts';
import type { DecideContext } from './commands.ts';
import type { CancelEligibility } from './course-commands.ts';
import { refuseApproval } from './approvals.ts';
import { findCandidate, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { cancellationOf } from './eligibility.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState } from './state.ts';
import { violationsIn } from './violation-acts.ts';

/** 取消考试资格 (C22, D28): the chief decides it on a recorded violation of the person, once. */
export function decideCancelEligibility(state: DayState, command: CancelEligibility, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { room, paper, when } = place.value;
  const unapproved = refuseApproval(state, command.approval, command.room, context);
  if (unapproved !== null) return err(unapproved);
  const candidate = findCandidate(room, command.candidate);
  if (candidate === undefined) return refuse('candidate-unknown', 'D5');
  const key = eventKey(command.violation);
  const violation = PAPER_IDS.flatMap((one) => violationsIn(candidate, one)).find(
    (act) => act.measure === 'recorded' && eventKey(act.event) === key,
  );
  if (violation === undefined) return refuse('violation-unknown', 'D28', { seat: candidate.seat });
  const earlier = cancellationOf(room, candidate.candidate);
  if (earlier !== null) return refuse('already-cancelled', 'D28', { at: earlier.occurredAt, seat: candidate.seat });
  const { why, approval } = command;
  return accept({
    type: 'EligibilityCancelled',
    data: { candidate: candidate.candidate, violation: command.violation, why, approval },
    room: command.room,
    paper,
    occurredAt: when,
  });
}
