import type { RoomNo } from '../ids.ts';
import type { PhoneApprovalKind } from './package-events.ts';
import type { EventRef } from './schema-parts.ts';

export type PackageCommand = MakePackage | AnswerPhoneApproval;

/** 生成考务数据包; the file was sealed before. */
export interface MakePackage {
  readonly type: 'makePackage';
  readonly package: string;
  readonly rooms: readonly { readonly room: RoomNo; readonly label: string }[];
  readonly digest: string;
  readonly heads: readonly EventRef[];
}

/** 电话批准: the office is about to say the code of a room's request. */
export interface AnswerPhoneApproval {
  readonly type: 'answerPhoneApproval';
  readonly room: RoomNo;
  readonly number: number;
  readonly kind: PhoneApprovalKind;
}

/** Why no package was made or no code given. */
export type PackageRefusalCode = 'package-not-made' | 'approval-already-answered';
