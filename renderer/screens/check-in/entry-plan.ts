import type { CandidateState } from '../../../shared/domain/state.ts';
import type { Attendance } from '../../../shared/domain/attendance.ts';
import type { EntryChecks } from '../../../shared/domain/events.ts';
import type { EntryVerdict } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';

/** What the confirm key would do for the person on screen. */
export type EntryPlan =
  | { readonly kind: 'check-in'; readonly label: string; readonly lateMinutes: number }
  | { readonly kind: 'refuse'; readonly label: string; readonly reason: 'late' | 'documents' }
  /** Nothing to confirm; `why` says so. */
  | {
      readonly kind: 'none';
      readonly why: 'not-here' | 'other-paper' | 'present' | 'absent' | 'refused-late' | 'too-early';
    };

/** The plan follows the clock, the record and the three looks; the station decides again when the key is pressed. */
export function planEntry(
  candidate: CandidateState | undefined,
  attendance: Attendance,
  paper: PaperId,
  checks: EntryChecks,
  verdict: EntryVerdict,
): EntryPlan {
  if (candidate === undefined || candidate.standing === 'withdrawn' || candidate.standing === 'moved-away') {
    return { kind: 'none', why: 'not-here' };
  }
  if (attendance.status === 'present' || attendance.status === 'late') return { kind: 'none', why: 'present' };
  if (!candidate.papers.includes(paper)) return { kind: 'none', why: 'other-paper' };
  if (verdict.kind === 'too-early') return { kind: 'none', why: 'too-early' };
  // Who comes after the cut-off is absent already; whoever was in and forgotten is entered as 补录.
  if (attendance.status === 'absent' && verdict.kind === 'closed') return { kind: 'none', why: 'absent' };
  if (attendance.refusal?.refusal === 'late' && verdict.kind === 'closed') return { kind: 'none', why: 'refused-late' };
  if (verdict.kind === 'closed') return { kind: 'refuse', label: '登记拒绝入场', reason: 'late' };
  if (checks.ticket === 'missing' || checks.idDocument === 'missing') {
    return { kind: 'refuse', label: '登记拒绝入场（证件不齐）', reason: 'documents' };
  }
  const lateMinutes = verdict.kind === 'late' ? verdict.lateMinutes : 0;
  const notes = [
    verdict.kind === 'late' ? `迟到 ${lateMinutes} 分钟` : '',
    checks.face === 'doubt' ? '身份存疑' : '',
  ].filter(Boolean);
  return { kind: 'check-in', label: notes.length === 0 ? '确认入场' : `确认入场（${notes.join('，')}）`, lateMinutes };
}
