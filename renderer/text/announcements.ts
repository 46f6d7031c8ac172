import type { PaperId } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import type { Rules } from '../../shared/domain/rules.ts';
import type { MilestoneKind } from '../../shared/domain/timeline-types.ts';

const PAPER_NAMES: Readonly<Record<PaperId, string>> = { theory: '理论', practical: '实操' };

/** What the milestone is called where its paper is shown beside it, e.g. 通知登录考试系统. */
export function milestoneName(kind: MilestoneKind, rules: Rules): string {
  return TITLES[kind](rules);
}

/** The same with its paper in front, e.g. 实操 · 通知登录考试系统. */
export function milestoneTitle(kind: MilestoneKind, paper: PaperId, rules: Rules): string {
  return `${PAPER_NAMES[paper]} · ${TITLES[kind](rules)}`;
}

const TITLES: Readonly<Record<MilestoneKind, (rules: Rules) => string>> = {
  'sheet-pickup': (rules) => (rules.hasLotDraw ? '领取签到表、抽签' : '领取签到表'),
  'admission-open': () => '组织入场、核对证件',
  'rules-reading': () => '宣读考场规则',
  'login-call': () => '通知登录考试系统',
  'login-last-call': () => '提醒尚未登录的考生',
  start: () => '宣布开考',
  'entry-close': () => '停止入场',
  'end-reminder': () => '提醒剩余时间',
  end: () => '宣布考试结束',
};

/**
 * The sentence that the invigilator reads aloud, or null where nothing is read. Each says only what its rule says.
 * `minutesLeft` is what a reminder says is left until the start or the end; without it what its rule says.
 */
export function announcement(kind: MilestoneKind, paper: PaperId, rules: Rules, minutesLeft?: number): string | null {
  switch (kind) {
    case 'sheet-pickup':
      return null;
    case 'admission-open':
      return admission(rules);
    case 'rules-reading':
      return reading(rules);
    case 'login-call':
      return login(rules);
    case 'login-last-call':
      return `距离开考还有 ${minutesLeft ?? -rules.loginLastCallOffsetMin} 分钟，请还没有登录的考生立即登录考试系统。${locked(rules)}`;
    case 'start':
      return start(paper, rules);
    case 'entry-close':
      return entryClose(rules);
    case 'end-reminder':
      return reminder(rules, minutesLeft ?? lastReminder(rules));
    case 'end':
      return end(rules);
    default:
      return assertNever(kind);
  }
}

function lastReminder(rules: Rules): number {
  return -Math.max(...rules.endReminderOffsetsMin);
}

function admission(rules: Rules): string {
  const signIn = rules.signInMoment === 'after-rules' ? '' : '，并在签到表上签到';
  return `请考生持准考证和身份证原件依次入场，按座位号就座，两证放在桌面指定位置供核对${signIn}。手机等电子设备、书本资料和书包请放到指定地点。`;
}

function reading(rules: Rules): string {
  const signIn = rules.signInMoment === 'after-rules' ? '宣读完毕后请在签到表上签到。' : '';
  return `请各位考生坐好，保持安静。现在宣读考场规则。${signIn}`;
}

function locked(rules: Rules): string {
  return rules.isAnswerLockedUntilStart ? '开考信号发出前不得答题。' : '';
}

function login(rules: Rules): string {
  return `请各位考生登录考试系统，录入准考证号等信息，核对本人信息，阅读考场规则和操作指南。不要移动或删除素材文件夹和作答文件夹。${locked(rules)}`;
}

function start(paper: PaperId, rules: Rules): string {
  const fullScreen =
    rules.submitsOnLeavingFullScreen && paper === 'theory'
      ? '答题时请始终保持全屏，关闭或缩小答题页面即自动交卷。'
      : '';
  return `现在开考，请各位考生开始答题。${fullScreen}还没有登录的考生请立即登录。`;
}

function entryClose(rules: Rules): string {
  const leaving = '提前交卷的考生请先举手，经允许后方可离场。';
  const late = `开考已满 ${rules.lateCutoffOffsetMin} 分钟，迟到考生不再入场。`;
  // Where leaving opens at another minute than entry closes, this is not the moment to speak of it.
  return rules.leaveBanFirstMin === rules.lateCutoffOffsetMin ? late + leaving : late;
}

function reminder(rules: Rules, minutesLeft: number): string {
  const submit = minutesLeft > rules.leaveBanLastMin || rules.isSubmitAllowedInLastMin ? '及时保存并交卷' : '及时保存';
  const leaving = minutesLeft <= rules.leaveBanLastMin ? '考试结束前不得离开考场。' : '';
  return `距离考试结束还有 ${minutesLeft} 分钟，请检查作答，${submit}。${leaving}`;
}

function end(rules: Rules): string {
  const machines = rules.machinesAfterEnd === 'keep-on' ? '请不要关闭计算机。' : '离开前请关闭计算机。';
  return `考试时间到，请立即停止答题。还没有交卷的考生请现在交卷，经确认全部提交后听指令离场。${machines}`;
}
