import type { CandidateId, PaperId, RoomNo, SeatNo, StaffId } from '../ids.ts';
import type { Approval } from './course-events.ts';
import type { EventRef, SealedBox } from './schema-parts.ts';

/** What concerns who acts, and where people sit. */
export type PeopleCommand = ResetPin | EnterByName | RatifyAct | ChangeSeat;

/** A new PIN for oneself, or by a leader for somebody who leads nothing. */
export interface ResetPin {
  readonly type: 'resetPin';
  readonly staff: StaffId;
  readonly pin: SealedBox;
}

/** 按姓名继续, by the person himself; the api layer knows how often his PIN was refused. */
export interface EnterByName {
  readonly type: 'enterByName';
  readonly staff: StaffId;
  readonly wrongPins: number;
}

/** 追认 of a telephone approval or of who went on by name. */
export interface RatifyAct {
  readonly type: 'ratifyAct';
  readonly target: EventRef;
}

/** 换座 (R38). */
export interface ChangeSeat {
  readonly type: 'changeSeat';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  /** Where the screen showed him. */
  readonly from: SeatNo;
  readonly to: SeatNo;
  readonly why: SealedBox;
  readonly approval: Approval;
}

/** Why such a command was not carried out. */
export type PeopleRefusalCode =
  | 'second-not-confirmed'
  | 'approver-not-confirmed'
  | 'approval-code-wrong'
  | 'approval-code-used'
  | 'by-name-not-open'
  | 'nothing-to-ratify'
  | 'pin-of-leader'
  | 'seat-taken'
  | 'seat-same'
  | 'seat-moved-meanwhile'
  | 'staff-unknown';
