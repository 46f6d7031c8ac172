import type { RuleGroup } from '../../shared/domain/rule-sets/catalogue.ts';
import type { RuleAnswerProblem } from '../../shared/domain/rule-sets/resolve.ts';
import type { RuleKey, RuleOrigin } from '../../shared/domain/rules.ts';

export const RULE_GROUP_LABELS: Readonly<Record<RuleGroup, string>> = {
  timetable: '时间安排',
  entry: '入场与签到',
  leaving: '交卷与离场',
  staff: '人员',
  room: '考场与设备',
  records: '记录与存档',
  other: '其他',
};

export const RULE_LABELS: Readonly<Record<RuleKey, string>> = {
  theoryStartMinute: '理论开考时间',
  theoryDurationMin: '理论时长',
  practicalStartMinute: '实操开考时间',
  practicalDurationMin: '实操时长',
  totalMin: '两科总时长',
  sheetPickupOffsetMin: '领取签到表',
  hasLotDraw: '领取签到表时抽签',
  admissionOpenOffsetMin: '开始入场',
  loginOpenOffsetMin: '通知登录',
  loginLastCallOffsetMin: '最后提醒登录',
  isAnswerLockedUntilStart: '开考信号前禁止答题',
  lateCutoffOffsetMin: '迟到截止',
  isLateCutoffInclusive: '截止那一刻仍可入场',
  leaveBanFirstMin: '开考后禁止离场',
  leaveBanLastMin: '结束前禁止离场',
  isSubmitAllowedInLastMin: '最后几分钟可在座位上交卷',
  endReminderOffsetsMin: '结束前提醒',
  leaveNeeds: '离场须经',
  machinesAfterEnd: '考后计算机',
  violationBook: '违纪记在',
  roomRecordMode: '考场情况记录单',
  signInMoment: '考生签到时机',
  seatsPerRoom: '每考场座位',
  invigilatorsPerRoom: '每考场监考员',
  technicianPerRoom: '每考场技术支持',
  deputyChiefMin: '副主考至少',
  deputyChiefMax: '副主考至多',
  spareRatio: '备用机比例',
  spacingM: '座位间距',
  isAlternateSeatingAllowed: '可隔位而坐',
  camerasPerRoom: '每考场摄像头',
  recusalScope: '回避范围',
  submitsOnLeavingFullScreen: '理论退出全屏即交卷',
  isNetSearchForbidden: '禁止网络搜索',
  powerWaitMaxMin: '停电最长等待',
  isPowerWaitInclusive: '恰满等待时限仍继续',
  videoRetentionYears: '音视频保存',
  recordRetentionYears: '签到表、记录单保存',
  ticketPrintDaysBefore: '准考证打印提前',
  sealDaysBefore: '封场提前',
  arrangementBy: '排考由',
  minimumOs: '最低操作系统',
  eligibilityCancelledBy: '取消考试资格由',
  theoryWeight: '理论占比',
  practicalWeight: '实操占比',
  passMark: '合格线',
};

export const RULE_CHOICES: Readonly<Record<string, string>> = {
  invigilator: '监考员',
  'invigilator-and-technician': '监考员 + 技术支持',
  'keep-on': '不关机',
  'shut-down': '关机',
  'exam-system': '监考管理系统',
  'room-record': '考场情况记录单',
  'exam-system-and-room-record': '系统和记录单都记',
  'export-and-sign': '系统导出后签字',
  'fill-and-sign': '监考员填写后签字',
  'at-admission': '入场时',
  'after-rules': '宣读规则后',
  'at-admission-or-after-rules': '入场时或宣读规则后',
  major: '本专业',
  department: '本院系',
  'awarding-body': '评价组织',
  site: '考核站点',
  'windows-7': 'Windows 7',
  'windows-10': 'Windows 10',
  chief: '主考',
};

export const ORIGIN_LABELS: Readonly<Record<RuleOrigin, string>> = { given: '手册', inherited: '沿用', typed: '填写' };

const FIELD_PROBLEMS: Readonly<Record<string, string>> = {
  missing: '请填写',
  unconfirmed: '请确认',
  'fixed-by-edition': '手册已定，不能改',
  'not-this-kind': '格式不对',
  'out-of-range': '超出允许范围',
};

/** The problem of one field, where the field's own label stands beside it. */
export function fieldProblemText(problem: RuleAnswerProblem): string {
  return 'key' in problem ? (FIELD_PROBLEMS[problem.kind] ?? problem.kind) : ruleProblemText(problem);
}

/** One problem of the rule form as a short sentence. */
export function ruleProblemText(problem: RuleAnswerProblem): string {
  switch (problem.kind) {
    case 'total-does-not-add-up':
      return `两科时长合计 ${problem.sumMin} 分钟，须为 ${problem.totalMin} 分钟`;
    case 'papers-overlap':
      return `两科重叠 ${problem.overlapMin} 分钟，请调整开考时间`;
    case 'does-not-fit':
      return `「${RULE_LABELS[problem.keys[0]]}」与「${RULE_LABELS[problem.keys[1]]}」互相矛盾`;
    default:
      return `${RULE_LABELS[problem.key]}：${FIELD_PROBLEMS[problem.kind] ?? problem.kind}`;
  }
}
