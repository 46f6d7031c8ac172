import type { SheetFact } from './sign-in-sheet-view.ts';
import type { SignedPaperHead } from './signed-paper-view.ts';

/** A box to tick: drawn as a shape, ticked already or left for the pen. */
export interface NoticeBox {
  readonly text: string;
  readonly isTicked: boolean;
}

/** What is filled in with a pen: a line behind its label, or as many empty lines beneath it. */
export interface NoticeBlank {
  readonly label: string;
  /** 1 = on the label's own line. */
  readonly lines: number;
}

/** One part of the notice 联, on pages of its own. Both parts say the same facts; this is what only one of them says. */
export interface NoticePart {
  /** "存根联". */
  readonly name: string;
  /** Where it goes: "随证据交主考，归档". */
  readonly use: string;
  readonly statements: readonly SheetFact[];
  readonly blanks: readonly NoticeBlank[];
  /** Left for the pen: refused signatures. */
  readonly boxes: readonly NoticeBox[];
  /** Everybody signs on the first part, those who recorded it on the other as well. */
  readonly signs: 'all' | 'invigilators';
}

/** 违规告知书: what the two invigilators who recorded a violation tell the candidate. All texts final. */
export interface ViolationNoticeContent extends SignedPaperHead {
  readonly kind: 'violation-notice';
  /** 考生姓名, 座位号, 准考证号, 证件. */
  readonly person: readonly SheetFact[];
  /** 经 …发现. */
  readonly discovery: readonly NoticeBox[];
  /** 违规时间, 违规行为, 违规事实, 参照依据, 处理, 暂扣物品, 记录人. */
  readonly statements: readonly SheetFact[];
  /** 存根联, then 考生联. */
  readonly parts: readonly [NoticePart, NoticePart];
}
