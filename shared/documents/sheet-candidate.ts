import type { Attendance } from '../domain/attendance.ts';
import { formatMinute } from '../domain/day-time.ts';
import type { CandidateState } from '../domain/state.ts';
import type { SheetEntry } from './sign-in-sheet.ts';

/** How a candidate came in, as the sheet's column 签到 needs it. */
export function sheetEntry({ status, occurredAt, lateMinutes }: Attendance): SheetEntry {
  const at = occurredAt ?? 0;
  switch (status) {
    case 'expected':
    case 'absent':
      return { status };
    case 'late':
      return { status, at, lateMinutes };
    case 'present':
    case 'refused':
      return { status, at };
  }
}

/** 备注 of a candidate: what the entry left open, then what the roster left open; '' for nothing. */
export function sheetRemark(candidate: CandidateState, { status, act, refusal, hasDoubt }: Attendance): string {
  return [
    // 缺考 stands in the column of entry; that he came and was turned away must not get lost with it.
    status === 'absent' && refusal !== null ? `${formatMinute(refusal.occurredAt)} 拒绝入场` : '',
    hasDoubt ? '身份存疑' : '',
    act !== null && act.occurredAt !== act.at ? '补录' : '',
    act?.timeInDoubt === true ? '时间待核' : '',
    candidate.standing === 'flagged' ? '新名单中无此人' : '',
    ...candidate.marks.map((mark) => MARK_WORDS[mark] ?? ''),
  ]
    .filter((word) => word !== '')
    .join('；');
}

/** Warnings of the import that matter when documents are compared; the others say nothing on paper. */
const MARK_WORDS: Readonly<Record<string, string>> = {
  'id-check-digit': '证件号校验存疑',
  'id-impossible-date': '证件号日期存疑',
  'id-15-digits': '15 位旧证件号',
  'id-length': '证件号位数存疑',
  'missing-id': '名单无证件号',
  'unknown-id-type': '证件类型待核',
};
