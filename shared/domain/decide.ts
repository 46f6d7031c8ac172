import type { RoomNo } from '../ids.ts';
import { err } from '../result.ts';
import type { Command, DecideContext, Refusal } from './commands.ts';
import { decideMarkAbsent } from './decide-absence.ts';
import { decideApprovePaper } from './decide-approve.ts';
import {
  decideEndVisit,
  decideNoteVisit,
  decideSetCheckAside,
  decideTickCheck,
  decideUntickCheck,
  decideWriteSiteList,
} from './decide-checks.ts';
import { decideDrawLots } from './decide-lots.ts';
import { decideChooseOfficialSheet } from './decide-official-sheet.ts';
import { decideGiveCheckCode, decideNoteCheckCode } from './decide-check-code.ts';
import { decideCollectPaper } from './decide-collect.ts';
import { decideMakeDay } from './decide-day.ts';
import {
  decideDescribeStaff,
  decideEnlistStaff,
  decideImportStaff,
  decideListDutyPhones,
  decidePostStaff,
  decideRemoveStaff,
  decideReplaceStaff,
  decideTakeUpPost,
} from './decide-staff.ts';
import { decideChooseCompanionSeal } from './companion-seal.ts';
import { decideLoadAnnouncements, decideSetAlarmSound } from './decide-announcements.ts';
import { decideCancelEligibility } from './decide-eligibility.ts';
import { decidePausePaper, decideResumePaper } from './decide-pause.ts';
import { decideCarryOver, decideChooseSeating } from './decide-seating.ts';
import { decideRatifyClock, decideSetClock } from './decide-set-clock.ts';
import { decideDelayPaper, decideExtendPaper, decideSetInSystem, decideWithdraw } from './decide-shift.ts';
import { decideCheckIn, decideRefuseEntry } from './decide-entry.ts';
import { decideCheckSheet, decideIssueSheet, decideLockDay, decideReplacePin } from './decide-keys.ts';
import { decideTakeNote } from './decide-note.ts';
import { decideHandOutSheet, decideIssueSitePapers } from './decide-office.ts';
import { decideAnswerApproval, decideMakePackage } from './decide-package.ts';
import { decideIssuePaper } from './decide-paper.ts';
import { decideChangeSeat } from './decide-change-seat.ts';
import { decideEnterByName, decideRatifyAct, decideResetPin } from './decide-people.ts';
import { decideFilePhotos } from './decide-photos.ts';
import { decideConfirmMilestone, decideGiveSignal } from './decide-rail.ts';
import { decideRegister } from './decide-register.ts';
import { decideImportRoster } from './decide-roster.ts';
import { decideOpenCorrection } from './decide-correction.ts';
import { decideFileScan } from './decide-scan.ts';
import { decideInstallCertificate, decideSealPaper, decideSignSealedPaper } from './decide-seal.ts';
import { decideRecordLeave, decideRecordSubmission } from './decide-submission.ts';
import { decideUndo } from './decide-undo.ts';
import { decideRecordViolation } from './decide-violation.ts';
import { type Decision, refusal, refuseOffDuty, refuseSecond, refuseWithoutWitness } from './decision.ts';
import { ALLOWED_ROLES } from './roles.ts';
import type { DayState } from './state.ts';

/**
 * All exam rules in one pure step: judges a command on the state as merged so far. Never throws; an accepted command
 * gives at least one event.
 */
export function decide(state: DayState, command: Command, context: DecideContext): Decision {
  if (command.type === 'makeDay') return decideMakeDay(state, command, context);
  const refusal = refuseActor(state, command, context);
  if (refusal !== null) return err(refusal);
  switch (command.type) {
    case 'enlistStaff':
      return decideEnlistStaff(state, command, context);
    case 'importRoster':
      return decideImportRoster(state, command, context);
    case 'giveSignal':
      return decideGiveSignal(state, command, context);
    case 'confirmMilestone':
      return decideConfirmMilestone(state, command, context);
    case 'checkIn':
      return decideCheckIn(state, command, context);
    case 'refuseEntry':
      return decideRefuseEntry(state, command, context);
    case 'undo':
      return decideUndo(state, command, context);
    case 'issuePaper':
      return decideIssuePaper(state, command, context);
    case 'issueSitePapers':
      return decideIssueSitePapers(state, command, context);
    case 'handOutSheet':
      return decideHandOutSheet(state, command, context);
    case 'markAbsent':
      return decideMarkAbsent(state, command, context);
    case 'recordSubmission':
      return decideRecordSubmission(state, command, context);
    case 'recordLeave':
      return decideRecordLeave(state, command, context);
    case 'recordViolation':
      return decideRecordViolation(state, command, context);
    case 'takeNote':
      return decideTakeNote(state, command, context);
    case 'registerInExamSystem':
      return decideRegister(state, command, context);
    case 'collectPaper':
      return decideCollectPaper(state, command, context);
    case 'approvePaper':
      return decideApprovePaper(state, command, context);
    case 'openCorrection':
      return decideOpenCorrection(state, command, context);
    case 'fileScan':
      return decideFileScan(state, command, context);
    case 'sealPaper':
      return decideSealPaper(state, command, context);
    case 'installCertificate':
      return decideInstallCertificate(state, command, context);
    case 'signSealedPaper':
      return decideSignSealedPaper(state, command, context);
    case 'filePhotos':
      return decideFilePhotos(state, command, context);
    case 'giveCheckCode':
      return decideGiveCheckCode(state, command, context);
    case 'noteCheckCode':
      return decideNoteCheckCode(state, command, context);
    case 'delayPaper':
      return decideDelayPaper(state, command, context);
    case 'pausePaper':
      return decidePausePaper(state, command, context);
    case 'resumePaper':
      return decideResumePaper(state, command, context);
    case 'extendPaper':
      return decideExtendPaper(state, command, context);
    case 'setInSystem':
      return decideSetInSystem(state, command, context);
    case 'withdrawAdjustment':
      return decideWithdraw(state, command, context);
    case 'chooseSeating':
      return decideChooseSeating(state, command, context);
    case 'carryOver':
      return decideCarryOver(state, command, context);
    case 'cancelEligibility':
      return decideCancelEligibility(state, command, context);
    case 'chooseCompanionSeal':
      return decideChooseCompanionSeal(state, command, context);
    case 'setAlarmSound':
      return decideSetAlarmSound(state, command, context);
    case 'loadAnnouncements':
      return decideLoadAnnouncements(state, command, context);
    case 'setClock':
      return decideSetClock(state, command, context);
    case 'ratifyClock':
      return decideRatifyClock(state, command, context);
    case 'issueRecoverySheet':
      return decideIssueSheet(state, command, context);
    case 'checkRecoverySheet':
      return decideCheckSheet(state, command, context);
    case 'replacePin':
      return decideReplacePin(state, command, context);
    case 'resetPin':
      return decideResetPin(state, command, context);
    case 'enterByName':
      return decideEnterByName(state, command, context);
    case 'ratifyAct':
      return decideRatifyAct(state, command, context);
    case 'changeSeat':
      return decideChangeSeat(state, command, context);
    case 'makePackage':
      return decideMakePackage(state, command, context);
    case 'answerPhoneApproval':
      return decideAnswerApproval(state, command, context);
    case 'lockDay':
      return decideLockDay(state, command, context);
    case 'describeStaff':
      return decideDescribeStaff(state, command, context);
    case 'importStaff':
      return decideImportStaff(state, command, context);
    case 'postStaff':
      return decidePostStaff(state, command, context);
    case 'removeStaff':
      return decideRemoveStaff(state, command, context);
    case 'takeUpPost':
      return decideTakeUpPost(state, command, context);
    case 'replaceStaff':
      return decideReplaceStaff(state, command, context);
    case 'listDutyPhones':
      return decideListDutyPhones(state, command, context);
    case 'drawLots':
      return decideDrawLots(state, command, context);
    case 'tickCheck':
      return decideTickCheck(state, command, context);
    case 'setCheckAside':
      return decideSetCheckAside(state, command, context);
    case 'untickCheck':
      return decideUntickCheck(state, command, context);
    case 'writeSiteList':
      return decideWriteSiteList(state, command, context);
    case 'noteVisit':
      return decideNoteVisit(state, command, context);
    case 'endVisit':
      return decideEndVisit(state, command, context);
    case 'chooseOfficialSheet':
      return decideChooseOfficialSheet(state, command, context);
  }
}

/** ST3: what an invigilator without a room may do. */
const WAITING_MAY: readonly Command['type'][] = ['takeUpPost', 'resetPin'];

/** D1: somebody of the day's staff acts, in a role that may; D2: what happened earlier needs a reason and a second person. */
function refuseActor(
  state: DayState,
  command: Exclude<Command, { type: 'makeDay' }>,
  context: DecideContext,
): Refusal | null {
  if (state.site.day === null) return refusal('no-day', 'D1');
  // KY2: whoever holds the 恢复单 is trusted with the whole day; who needs it has no PIN to sign in with.
  if (command.type === 'replacePin') return null;
  const actor = context.actor === null ? undefined : state.site.staff[context.actor];
  if (actor === undefined) return refusal('actor-unknown', 'D1');
  const offDuty = refuseOffDuty(actor);
  if (offDuty !== null && (offDuty.code === 'actor-left' || !WAITING_MAY.includes(command.type))) return offDuty;
  const allowed = ALLOWED_ROLES[command.type];
  if (!allowed.includes(actor.role)) return refusal('role-not-allowed', 'D1', { allowed: allowed.join(' ') });
  if (context.occurredAt === null || context.occurredAt === context.nowMs) {
    const { second } = context;
    return second === null ? null : refuseSecond(state, { second, room: roomOf(command) }, context);
  }
  if (context.occurredAt > context.nowMs)
    return refusal('occurred-in-future', 'D2', { occurredAt: context.occurredAt });
  return refuseWithoutWitness(state, roomOf(command), context);
}

/** The room whose paper a command is about; null for what concerns the site or is told by the station's place. */
function roomOf(command: Command): RoomNo | null {
  return 'room' in command && 'paper' in command ? command.room : null;
}
