import { describe, expect, it } from 'vitest';
import { planEntry } from '../../../../renderer/screens/check-in/entry-plan.ts';
import type { Attendance } from '../../../../shared/domain/attendance.ts';
import type { EntryChecks } from '../../../../shared/domain/events.ts';
import type { CandidateState } from '../../../../shared/domain/state.ts';
import type { EntryVerdict } from '../../../../shared/domain/timeline-types.ts';

// Only the fields that a plan rests on.
const candidate = { standing: 'enrolled', papers: ['theory'] } as unknown as CandidateState;
const expected: Attendance = {
  status: 'expected',
  lateMinutes: 0,
  occurredAt: null,
  hasDoubt: false,
  act: null,
  refusal: null,
};
const inOrder: EntryChecks = { ticket: 'ok', idDocument: 'ok', face: 'match' };
const onTime: EntryVerdict = { kind: 'on-time', rule: 'R21' };
const late: EntryVerdict = { kind: 'late', lateMinutes: 12, rule: 'R27' };
const closed: EntryVerdict = { kind: 'closed', closedAt: 0, lateMinutes: 30, rule: 'R28' };

describe('what the confirm key does for the person on screen', () => {
  it('[R21] checks in on time', () => {
    expect(planEntry(candidate, expected, 'theory', inOrder, onTime)).toMatchObject({
      kind: 'check-in',
      label: '确认入场',
    });
  });

  it('[R21] confirms nothing before admission opens', () => {
    const verdict: EntryVerdict = { kind: 'too-early', opensAt: 0, rule: 'R21' };
    expect(planEntry(candidate, expected, 'theory', inOrder, verdict)).toEqual({ kind: 'none', why: 'too-early' });
  });

  it('[R27] says the minutes of a latecomer on the key itself', () => {
    expect(planEntry(candidate, expected, 'theory', inOrder, late)).toMatchObject({
      label: '确认入场（迟到 12 分钟）',
    });
  });

  it('[R28] turns into a refusal from the cut-off on', () => {
    expect(planEntry(candidate, expected, 'theory', inOrder, closed)).toMatchObject({ kind: 'refuse', reason: 'late' });
  });

  it('[R28] confirms nothing for who was marked absent: only a 补录 brings the person in', () => {
    const absent: Attendance = { ...expected, status: 'absent', occurredAt: 0 };
    expect(planEntry(candidate, absent, 'theory', inOrder, closed)).toEqual({ kind: 'none', why: 'absent' });
    // The clock may lie before the cut-off where another station marked the person.
    expect(planEntry(candidate, absent, 'theory', inOrder, late)).toMatchObject({ kind: 'check-in' });
  });

  it('[R21] turns into a refusal where a document is missing, but the cut-off comes first', () => {
    const checks: EntryChecks = { ...inOrder, idDocument: 'missing' };
    expect(planEntry(candidate, expected, 'theory', checks, onTime)).toMatchObject({ reason: 'documents' });
    expect(planEntry(candidate, expected, 'theory', checks, closed)).toMatchObject({ reason: 'late' });
  });

  it('admits a doubtful face and says so', () => {
    const checks: EntryChecks = { ...inOrder, face: 'doubt' };
    expect(planEntry(candidate, expected, 'theory', checks, late)).toMatchObject({
      kind: 'check-in',
      label: '确认入场（迟到 12 分钟，身份存疑）',
    });
  });

  it('has nothing to confirm for somebody who is in, takes another paper or is gone from the list', () => {
    const present: Attendance = { ...expected, status: 'present' };
    expect(planEntry(candidate, present, 'theory', inOrder, onTime)).toEqual({ kind: 'none', why: 'present' });
    expect(planEntry(candidate, expected, 'practical', inOrder, onTime)).toEqual({ kind: 'none', why: 'other-paper' });
    expect(planEntry(undefined, expected, 'theory', inOrder, onTime)).toEqual({ kind: 'none', why: 'not-here' });
  });
});
