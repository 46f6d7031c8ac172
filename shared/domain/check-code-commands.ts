import type { PaperId, RoomNo } from '../ids.ts';
import type { SignedHead } from './schema-parts.ts';
import type { MilestoneId } from './timeline-types.ts';

export type CheckCodeCommand = GiveCheckCode | NoteCheckCode;

/** 已报主考; what was said is the station's own, of the record that confirmed the milestone. */
export interface GiveCheckCode {
  readonly type: 'giveCheckCode';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly milestone: MilestoneId;
  /** Null where this station has confirmed no such milestone. */
  readonly said: { readonly head: SignedHead; readonly code: string } | null;
}

/** 校验码 taken down in the exam office. */
export interface NoteCheckCode {
  readonly type: 'noteCheckCode';
  readonly room: RoomNo;
  readonly label: string;
  readonly epoch: number;
  readonly seq: number;
  readonly code: string;
}

/** Why a 校验码 was not put on record. */
export type CheckCodeRefusalCode = 'check-code-not-open' | 'check-code-already-given' | 'check-code-already-noted';
