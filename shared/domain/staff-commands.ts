import type { RoomNo, StaffId } from '../ids.ts';
import type { Approval } from './course-events.ts';
import type { Role } from './events.ts';
import type { RecusalFact } from './recusal.ts';
import type { SealedBox } from './schema-parts.ts';

/** Who works where, and whom to call. */
export type StaffCommand =
  | DescribeStaff
  | ImportStaff
  | PostStaff
  | RemoveStaff
  | TakeUpPost
  | ReplaceStaff
  | ListDutyPhones;

/** What is said of somebody: the training tick in clear, all the rest sealed. */
export interface StaffDescription {
  readonly isTrained: boolean;
  readonly details: SealedBox;
}

export interface DescribeStaff extends StaffDescription {
  readonly type: 'describeStaff';
  readonly staff: StaffId;
}

/** Somebody new of a staff list. */
export interface NewStaff extends StaffDescription {
  readonly staff: StaffId;
  readonly role: Role;
  readonly room: RoomNo | null;
  readonly person: SealedBox;
  readonly pin: SealedBox;
  /** Why he must keep away from that very room; null for nothing. */
  readonly recusal: RecusalFact | null;
}

/** 导入考务人员: new people, and what the list says of those who are known already. */
export interface ImportStaff {
  readonly type: 'importStaff';
  readonly entries: readonly NewStaff[];
  readonly known: readonly (StaffDescription & { readonly staff: StaffId })[];
}

/** A leader puts somebody into a room, or out of his one (null). */
export interface PostStaff {
  readonly type: 'postStaff';
  readonly staff: StaffId;
  readonly room: RoomNo | null;
  readonly recusal: RecusalFact | null;
}

/** 移出名单. */
export interface RemoveStaff {
  readonly type: 'removeStaff';
  readonly staff: StaffId;
  /** Whether any record bears his name. */
  readonly hasActed: boolean;
}

/** 到岗: the acting invigilator, who has no room yet, in the room of this station. */
export interface TakeUpPost {
  readonly type: 'takeUpPost';
  readonly recusal: RecusalFact | null;
}

/** 更换监考员; `enlists` is whoever comes and is not on the list yet. */
export interface ReplaceStaff {
  readonly type: 'replaceStaff';
  readonly room: RoomNo;
  readonly leaves: StaffId;
  readonly comes: StaffId;
  readonly enlists: (StaffDescription & { readonly person: SealedBox; readonly pin: SealedBox }) | null;
  readonly recusal: RecusalFact | null;
  readonly opinion: SealedBox;
  readonly approval: Approval;
}

export interface ListDutyPhones {
  readonly type: 'listDutyPhones';
  readonly phones: SealedBox;
}

/** Why a command on the staff was not carried out. */
export type StaffRefusalCode =
  | 'actor-left'
  | 'actor-unassigned'
  | 'staff-left'
  | 'not-trained'
  | 'recusal-needed'
  | 'not-postable'
  | 'already-posted'
  | 'posted-elsewhere'
  | 'not-in-this-room'
  | 'staff-list-empty'
  | 'staff-not-removable'
  | 'staff-has-acted';
