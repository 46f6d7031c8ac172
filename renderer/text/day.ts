import type { AnomalyKind } from '../../shared/domain/anomalies.ts';
import type { Milestone, MilestoneKind } from '../../shared/domain/timeline-types.ts';

/** What the primary button of a milestone says. */
export function doneLabel(kind: MilestoneKind): string {
  switch (kind) {
    case 'start':
      return '已开考';
    case 'end':
      return '已终止';
    case 'sheet-pickup':
      return '已领取';
    case 'admission-open':
      return '已开始入场';
    case 'entry-close':
    case 'rules-reading':
    case 'login-call':
    case 'login-last-call':
    case 'end-reminder':
      return '已宣读';
  }
}

/** The chief's milestones are heard in the room and recorded as his signal. */
export function signalOf(kind: MilestoneKind): 'start' | 'end' | null {
  return kind === 'start' || kind === 'end' ? kind : null;
}

/** What the countdown in the strip counts to: "距…". */
export function shortMilestone(kind: MilestoneKind): string {
  const words: Readonly<Record<MilestoneKind, string>> = {
    'sheet-pickup': '领取签到表',
    'admission-open': '开始入场',
    'rules-reading': '宣读规则',
    'login-call': '通知登录',
    'login-last-call': '提醒登录',
    start: '开考',
    'entry-close': '截止入场',
    'end-reminder': '剩余时间提醒',
    end: '结束',
  };
  return words[kind];
}

export const WHO_LABELS: Readonly<Record<Milestone['who'], string>> = {
  invigilator: '由监考员执行',
  chief: '由主考发出信号，监考员宣布',
};

export const ANOMALY_LABELS: Readonly<Record<AnomalyKind, string>> = {
  'wrongful-refusal': '合并后看本应准予入场，却被拒绝',
  'verdict-changed': '合并后的迟到判定与当时屏幕不同',
  'checked-in-twice': '同一人签到两次',
  'refused-and-present': '签到之后又登记了拒绝入场',
  'absent-and-present': '已签到，又被登记缺考',
  'submitted-unseen': '没有签到，却有交卷或离场的记录',
  'left-unsubmitted': '没有交卷，却已离场',
  'collection-drifted': '收卷之后人数有变，与收卷时所记不符',
  'unknown-candidate': '有记录，但名单里没有此人',
  'enrolled-twice': '同一人有两条不同的名单记录',
  'undo-without-target': '撤销的记录不在本机',
  'day-made-twice': '考核日被建立了两次',
  'clock-far-ahead': '有电脑的时钟快了一分钟以上',
};
