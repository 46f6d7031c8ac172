import type { AnomalyKind } from '../../shared/domain/anomalies.ts';
import type { PaperId } from '../../shared/ids.ts';
import { PAPER_LABELS } from './words.ts';
import type { Milestone, MilestoneKind, SignalKind } from '../../shared/domain/timeline-types.ts';

/** Stands where a milestone has no sentence to read aloud. */
export const NOTHING_READ = '这一项不用宣读。';

/** What the primary button of a milestone says in a room. */
export function doneLabel(kind: MilestoneKind): string {
  switch (kind) {
    case 'prepare':
      return '已收到预备信号';
    case 'start':
      return '已开考';
    case 'end':
      return '已终止';
    case 'sheet-pickup':
      return '已领取';
    case 'room-check':
      return '已清场核对';
    case 'admission-open':
      return '已开始入场';
    case 'machines':
      return '已提醒';
    case 'results-reported':
      return '已上报';
    case 'rules-reading':
    case 'login-call':
    case 'login-last-call':
    case 'login-check':
    case 'entry-close':
    case 'end-reminder':
    case 'seat-end-reminder':
    case 'seat-end':
      return '已宣读';
    case 'all-submitted':
    case 'technician-confirmed':
    case 'room-record':
      return '已完成';
  }
}

/** What the chief's button says at the exam office: he gives the signal himself, to every room. */
export const SIGNAL_LABELS: Readonly<Record<SignalKind, string>> = {
  prepare: '发出预备信号',
  start: '发出开考信号',
  end: '发出终止信号',
};

/** What waits for 恢复. */
export const PAUSED = '暂停中';

/** What stands at the end of a line of the rail. */
export const RAIL_WORDS = {
  done: '已完成',
  overdue: '已过时',
  due: '现在',
  passed: '已到时',
  paused: PAUSED,
  planned: '原定',
  waiting: (runs: PaperId) => `可等${PAPER_LABELS[runs]}结束`,
} as const;

/** Who is to do it, in a word. */
export const WHO_NAMES: Readonly<Record<Milestone['who'], string>> = {
  invigilator: '监考员',
  chief: '主考',
  technician: '技术支持',
};

/** What the countdown in the strip counts to: "距…". */
export function shortMilestone(kind: MilestoneKind): string {
  const words: Readonly<Record<MilestoneKind, string>> = {
    'sheet-pickup': '领取签到表',
    'room-check': '清场核对',
    'admission-open': '开始入场',
    'rules-reading': '宣读规则',
    'login-call': '通知登录',
    'login-last-call': '提醒登录',
    prepare: '预备',
    start: '开考',
    'login-check': '提醒未登录',
    'entry-close': '截止入场',
    'end-reminder': '剩余时间提醒',
    end: '结束',
    'seat-end-reminder': '延时座位提醒',
    'seat-end': '延时座位结束',
    'all-submitted': '全部交卷',
    'technician-confirmed': '确认交卷',
    machines: '关机提醒',
    'results-reported': '成绩上报',
    'room-record': '记录单',
  };
  return words[kind];
}

export const WHO_LABELS: Readonly<Record<Milestone['who'], string>> = {
  invigilator: '由监考员执行',
  chief: '由主考发出信号，监考员宣布',
  technician: '由技术支持执行，监考员确认',
};

/** The same at the exam office. */
export const OFFICE_WHO_LABELS: Readonly<Record<Milestone['who'], string>> = {
  invigilator: '由各考场监考员执行',
  chief: '由主考发出信号，各考场监考员宣布',
  technician: '由各考场技术支持执行',
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

/** Two computers have given out the same record numbers. */
export const doubledNumbersText = {
  what: (from: string, to: string): string => `记录号 ${from === to ? from : `${from} 至 ${to}`} 有两台电脑各用了一次`,
  more: '两台的记录都在，没有混在一起。纸上凭这些号码找记录时，请连同时间和考场一起核对',
} as const;

/** Records that a power cut or a damaged file took away; in 未了事项 until a copy that has them is merged. */
export const lostRecordsText = {
  what: (from: string, to: string, count: number): string =>
    from === to ? `记录 ${from} 没有保存下来` : `记录 ${from} 至 ${to} 共 ${count} 条没有保存下来`,
  more: '断电或文件损坏所致，请对照纸质签到表补录，并报主考',
} as const;
