import type { EntryRefusalReason } from '../../shared/domain/events.ts';
import type { EntryAct } from '../../shared/domain/state.ts';

export const REFUSAL_REASONS: Readonly<Record<EntryRefusalReason, string>> = {
  late: '迟到超过截止时间',
  'too-early': '未到入场时间',
  documents: '证件不齐',
  identity: '身份不符',
  'wrong-room': '走错考场',
  'not-listed': '名单外',
  other: '其他',
};

/** Why somebody was turned away; "" where nothing is recorded of it. */
export function refusalWords(act: Pick<EntryAct, 'refusal'> | null): string {
  return act === null || act.refusal === null ? '' : REFUSAL_REASONS[act.refusal];
}

/** Reasons that the invigilator chooses; the time alone is judged by the clock. */
export const CHOSEN_REASONS: readonly EntryRefusalReason[] = ['documents', 'identity', 'wrong-room', 'other'];

export const CHECK_LABELS = { ticket: '准考证', idDocument: '身份证', face: '人脸一致' } as const;

export const HINTS: readonly string[] = [
  '扫准考证条码，或直接输入；扫码枪自带的回车只会选中，不会签到。',
  '核对三项无误，再按一次 Enter 确认入场。',
  '身份存疑按 F6：先入场，记为存疑，报主考复核。',
  '按错了：30 秒内按 F9 撤销本人最后一次操作。',
];
