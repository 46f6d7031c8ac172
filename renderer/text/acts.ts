import type { NoteKind, SubmissionHow, ViolationDiscovery } from '../../shared/domain/events.ts';
import type { SeatLook, SeatState } from '../../shared/domain/seat-state.ts';
import type { CandidateAct, NoteEntry } from '../../shared/domain/state.ts';
import { findViolation, type ViolationClass } from '../../shared/domain/violations.ts';
import { refusalWords } from './check-in.ts';

/** What a seat's state is called in the legend; the seat itself may say more. */
export const SEAT_LOOK_LABELS: Readonly<Record<SeatLook, string>> = {
  expected: '未到',
  refused: '拒绝入场',
  absent: '缺考',
  present: '在场',
  late: '迟到',
  doubtful: '身份存疑',
  violation: '违纪',
  cancelled: '取消资格',
  forced: '系统已交卷',
  submitted: '已交卷',
  left: '已离场',
};

/** The word on the seat: short enough for a tile, with the figure that matters. */
export function seatWord({ look, lateMinutes, violations }: SeatState): string {
  switch (look) {
    case 'late':
      return `迟到 ${lateMinutes} 分`;
    case 'violation':
      return `违纪 ${violations}`;
    // Handed in is not gone: the person sits there until leaving is allowed.
    case 'forced':
    case 'submitted':
      return '已交卷·在场';
    default:
      return SEAT_LOOK_LABELS[look];
  }
}

/** The word on the seat itself, where a few letters have room: a warning is told there, its minutes and number in the panel. */
export function tileWord(state: SeatState): string {
  const isPlain = state.look === 'present' || state.look === 'late';
  return isPlain && state.warnings > 0 ? `${SEAT_LOOK_LABELS[state.look]}·警告` : seatWord(state);
}

/** What else is to be known of a seat beside its look; the same words for eye and ear. */
export function seatNotes(state: SeatState): readonly string[] {
  const notes: string[] = [];
  if (state.isSubmitted && state.look !== 'submitted' && state.look !== 'forced' && state.look !== 'left')
    notes.push('已交卷');
  if (state.look === 'left' && state.violations > 0) notes.push(`违纪 ${state.violations}`);
  if (state.hasDoubt && state.look !== 'doubtful') notes.push('身份存疑');
  if (state.warnings > 0) notes.push(`口头警告 ${state.warnings}`);
  if (state.look === 'cancelled' && state.violations > 0) notes.push(`违纪 ${state.violations}`);
  if (state.isCancelled && state.look !== 'cancelled') notes.push('已取消考试资格');
  return notes;
}

const SUBMISSION_LABELS: Readonly<Record<SubmissionHow, string>> = {
  'by-candidate': '交卷',
  'full-screen-left': '系统已交卷（退出全屏）',
};

export const NOTE_KIND_LABELS: Readonly<Record<NoteKind, string>> = {
  'login-corrected': '登录信息纠正',
  'seat-or-machine': '换座、换机',
  equipment: '设备与监控',
  incident: '突发事件',
  other: '其他',
};

/** What a note of this kind is to say, and the rule behind it. */
export const NOTE_KIND_HINTS: Readonly<Record<NoteKind, string>> = {
  'login-corrected': '输错了什么、何时重新登录（R26，作记录备查）',
  'seat-or-machine': '从几号到几号、原因、谁批准（R38，须先经主考批准）',
  equipment: '哪台设备、何时起止、谁处理（R39）',
  incident: '何时发生、采取的措施、影响到谁、损失几分钟',
  other: '何时、何事、如何处理',
};

export const VIOLATION_CLASS_LABELS: Readonly<Record<ViolationClass, string>> = {
  discipline: '违纪',
  cheating: '作弊',
  disorder: '扰乱秩序',
};

export const DISCOVERY_LABELS: Readonly<Record<ViolationDiscovery, string>> = {
  'on-site': '现场发现',
  video: '审看录像发现',
  marking: '评卷发现',
  other: '其他',
};

/** What the code of a violation says; '' for any other act, and for a code this program does not know. */
export function actMore(act: CandidateAct | NoteEntry): string {
  return act.kind === 'violation' ? (findViolation(act.code)?.behaviour ?? '') : '';
}

/** "33 号令第 6 条第（四）项" of "6(四)". */
export function articleText(article: string): string {
  const [, number, item] = /^(\d+)\((.+)\)$/.exec(article) ?? [];
  return number === undefined ? article : `33 号令第 ${number} 条第（${item}）项`;
}

/** What was recorded, in the history of a person. */
export function actTitle(act: CandidateAct | NoteEntry): string {
  switch (act.kind) {
    case 'checked-in':
      return `${act.isCarriedOver ? '留座确认' : '签到入场'}${act.checks?.face === 'doubt' ? '，身份存疑' : ''}`;
    case 'refused':
      return `拒绝入场：${refusalWords(act)}`;
    case 'absent':
      return '登记缺考';
    case 'submitted':
      return SUBMISSION_LABELS[act.how];
    case 'left':
      return act.confirmedBy === 'invigilator-and-technician' ? '离场，技术支持已确认交卷' : '离场';
    case 'violation':
      return `${act.measure === 'warned' ? '口头警告' : '违纪登记'} ${act.code}`;
    default:
      return NOTE_KIND_LABELS[act.kind];
  }
}

/** How a matter may grow; whether it does is decided step by step (R41). */
export const LADDER = '制止并口头警告 → 违纪登记（两名监考员）→ 报主考；取消考试资格由主考决定（R41）';

/** What to do once a violation stands in the record. */
export const AFTER_VIOLATION: readonly { readonly what: string; readonly more: string }[] = [
  { what: '保全证据', more: '记下时间、摄像头编号、机号；物品封存，不退回座位。' },
  { what: '当场告知考生', more: '说明记录的事实和代码；考生可以陈述。' },
  { what: '报告主考', more: '由主考提出处理意见；是否取消考试资格由主考决定。' },
  { what: '在监考管理系统登记', more: '登记后回到「违纪处理」勾选。' },
];

/** 换座 (R38). */
export const CHANGE_SEAT = {
  act: '换座…',
  who: '主考批准',
  title: (seat: string, name: string) => `换座：${seat} 座 ${name}`,
  means: '机器故障等原因，经主考批准换到空座或备用机（R38）；后面的科目也坐新座位。',
  to: '换到几号座位',
  toHint: (free: string) => (free === '' ? '备用机按机器编号填写' : `空座：${free}；备用机按机器编号填写`),
  taken: (seat: string) => `${seat} 座有考生`,
  reasons: ['机器故障，不能恢复', '网络不通', '键盘或鼠标失灵', '漏水或漏电'],
  confirm: '确认换座',
  saving: '正在保存…',
} as const;
