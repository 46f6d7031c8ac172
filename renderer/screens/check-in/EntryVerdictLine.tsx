import type { Attendance } from '../../../shared/domain/attendance.ts';
import type { EntryVerdict } from '../../../shared/domain/timeline-types.ts';
import { Notice } from '../../components/Notice.tsx';
import { refusalWords } from '../../text/check-in.ts';
import { neatTimeText, spanText, timeText } from '../../text/format.ts';
import type { EntryPlan } from './entry-plan.ts';

interface EntryVerdictLineProps {
  readonly plan: EntryPlan;
  readonly verdict: EntryVerdict;
  readonly attendance: Attendance;
  readonly now: number;
}

/** May this person enter now, and by which rule. Nothing is said where everything is as usual. */
export function EntryVerdictLine({ plan, verdict, attendance, now }: EntryVerdictLineProps) {
  if (plan.kind === 'none') return <WhyNot why={plan.why} verdict={verdict} attendance={attendance} now={now} />;
  const before =
    attendance.status === 'refused' && attendance.occurredAt !== null ? refusedLine(attendance) : undefined;
  if (verdict.kind === 'closed') {
    return (
      <Notice
        tone="violation"
        what={`禁止入场：迟到 ${verdict.lateMinutes} 分钟，${neatTimeText(Math.floor(verdict.closedAt / 1000) * 1000)} 已截止（R28）`}
        todo="登记拒绝入场，请考生联系主考。"
      />
    );
  }
  if (plan.kind === 'refuse')
    return <Notice tone="violation" what="证件不齐，不能入场（R21）" todo="补齐后可以再来签到。" />;
  if (verdict.kind === 'late') {
    const what = `迟到 ${verdict.lateMinutes} 分钟：可以入场，结束时间不变（R27）`;
    return before === undefined ? <Notice tone="late" what={what} /> : <Notice tone="late" what={what} todo={before} />;
  }
  return before === undefined ? null : <Notice tone="late" what={before} todo="原因已消除的，可以确认入场。" />;
}

function refusedLine({ refusal }: Attendance): string {
  const reason = refusalWords(refusal);
  return `${timeText(refusal?.occurredAt ?? 0)} 曾被拒绝入场${reason === '' ? '' : `：${reason}`}`;
}

interface WhyNotProps {
  readonly why: Extract<EntryPlan, { kind: 'none' }>['why'];
  readonly verdict: EntryVerdict;
  readonly attendance: Attendance;
  readonly now: number;
}

function WhyNot({ why, verdict, attendance, now }: WhyNotProps) {
  switch (why) {
    case 'present':
      return (
        <Notice
          tone={attendance.status === 'late' ? 'late' : 'present'}
          what={`已在 ${timeText(attendance.occurredAt ?? 0)} 签到${attendance.status === 'late' ? `，迟到 ${attendance.lateMinutes} 分钟` : ''}`}
          todo="不必再签。若眼前的人不是本人，请其稍候，立即报主考。"
        />
      );
    case 'too-early':
      return verdict.kind === 'too-early' ? (
        <Notice
          tone="accent"
          what={`未到入场时间，还有 ${spanText(verdict.opensAt - now)}`}
          todo={`${neatTimeText(verdict.opensAt)} 开始入场（R21），请考生在门外等候。`}
        />
      ) : null;
    case 'absent':
      return (
        <Notice
          tone="violation"
          what={`已在 ${timeText(attendance.occurredAt ?? 0)} 登记缺考`}
          todo="停止入场后不能签到（R28）。确已按时入场而漏录的，点「补录…」写真实时间；缺考登记随之失效。"
        />
      );
    case 'refused-late':
      return <Notice tone="violation" what={refusedLine(attendance)} todo="已登记，不必重复（R28）。" />;
    case 'other-paper':
      return <Notice tone="violation" what="此人没有报考这一科" todo="请核对准考证上的科目；可在右侧切换签到科目。" />;
    case 'not-here':
      return <Notice tone="violation" what="此人已不在本考场名单" todo="请核对准考证上的考场号，并报主考。" />;
  }
}
