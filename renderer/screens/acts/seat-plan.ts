import { attendanceOf, isPresent } from '../../../shared/domain/attendance.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import type { CandidateState } from '../../../shared/domain/state.ts';
import { leaveOf, submissionOf } from '../../../shared/domain/submission.ts';
import { permitsAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, Permit } from '../../../shared/domain/timeline-types.ts';
import type { WhyNot } from '../../text/seats.ts';

/** Whether an act may be done now; if not, why and from when on. */
export type ActPlan =
  | { readonly isOpen: true }
  | { readonly isOpen: false; readonly why: WhyNot; readonly opensAt: number | null; readonly rule: string };

/** What can be done for a person of the room now; the station decides again when a key is pressed. */
export interface SeatPlan {
  /** The one act that makes sense now. */
  readonly primary: 'check-in' | 'submit' | 'leave' | null;
  readonly submit: ActPlan;
  /** 系统已交卷（退出全屏）: null in a paper to which R40 does not apply. */
  readonly forced: ActPlan | null;
  readonly leave: ActPlan;
}

const OPEN: ActPlan = { isOpen: true };

export function planSeat(candidate: CandidateState, timeline: PaperTimeline, rules: Rules, now: number): SeatPlan {
  const { paper } = timeline;
  const isHere = isPresent(attendanceOf(candidate, paper));
  const isSubmitted = submissionOf(candidate, paper) !== null;
  const hasLeft = leaveOf(candidate, paper) !== null;
  const permits = permitsAt(timeline, rules, now);
  const standing = planStanding(isHere, isSubmitted, hasLeft);
  const hasFullScreen = rules.submitsOnLeavingFullScreen && paper === 'theory';
  return {
    primary: primaryOf(isHere, isSubmitted, hasLeft),
    submit: standing ?? byPermit(permits.submit),
    // R40: the exam system does it at any minute of the paper; here it is only written down.
    forced: hasFullScreen ? (standing ?? byPermit(fullScreenPermit(timeline, now))) : null,
    leave: planLeave(isHere, isSubmitted, hasLeft, permits.leave),
  };
}

function fullScreenPermit({ startsAt, endsAt }: PaperTimeline, now: number): Permit {
  if (now < startsAt) return { allowed: false, until: startsAt, rule: 'R40' };
  return { allowed: now < endsAt, until: null, rule: 'R40' };
}

function primaryOf(isHere: boolean, isSubmitted: boolean, hasLeft: boolean): SeatPlan['primary'] {
  if (!isHere) return 'check-in';
  if (hasLeft) return null;
  return isSubmitted ? 'leave' : 'submit';
}

/** What speaks against 交卷 whatever the clock says. */
function planStanding(isHere: boolean, isSubmitted: boolean, hasLeft: boolean): ActPlan | null {
  if (!isHere) return closed('not-present');
  if (hasLeft) return closed('gone');
  return isSubmitted ? closed('done') : null;
}

/** C06: leaving is an act of its own. The time comes first: who may not leave now is told from when on. */
function planLeave(isHere: boolean, isSubmitted: boolean, hasLeft: boolean, permit: Permit): ActPlan {
  if (!isHere) return closed('not-present');
  if (hasLeft) return closed('done');
  if (!permit.allowed) return byPermit(permit);
  return isSubmitted ? OPEN : closed('not-submitted', 'C06');
}

function byPermit({ allowed, until, rule }: Permit): ActPlan {
  return allowed ? OPEN : { isOpen: false, why: 'not-now', opensAt: until, rule };
}

function closed(why: WhyNot, rule = ''): ActPlan {
  return { isOpen: false, why, opensAt: null, rule };
}
