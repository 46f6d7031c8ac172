import { MINUTES_PLACEHOLDER, placeholdersOf, SEATS_PLACEHOLDER } from '../../shared/domain/announcement-table.ts';
import type { SiteText } from '../../shared/domain/course-events.ts';
import type { PaperId, SeatNo } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import type { Rules } from '../../shared/domain/rules.ts';
import type { Milestone, MilestoneKind } from '../../shared/domain/timeline-types.ts';
import { seatList } from './course.ts';

const PAPER_NAMES: Readonly<Record<PaperId, string>> = { theory: '理论', practical: '实操' };

/** What the milestone is called where its paper is shown beside it, e.g. 通知登录考试系统. */
export function milestoneName({ kind, seats }: Pick<Milestone, 'kind' | 'seats'>, rules: Rules): string {
  const title = TITLES[kind](rules);
  return seats === null ? title : `${title}（${seatList(seats)} 座）`;
}

/** The same with its paper in front, e.g. 实操 · 通知登录考试系统. */
export function milestoneTitle(milestone: Pick<Milestone, 'kind' | 'paper' | 'seats'>, rules: Rules): string {
  return `${PAPER_NAMES[milestone.paper]} · ${milestoneName(milestone, rules)}`;
}

const TITLES: Readonly<Record<MilestoneKind, (rules: Rules) => string>> = {
  'sheet-pickup': (rules) => (rules.hasLotDraw ? '领取签到表、抽签' : '领取签到表'),
  'room-check': () => '清场、核对考场号和科目',
  'admission-open': () => '组织入场、核对证件',
  'rules-reading': () => '宣读考场规则',
  'login-call': () => '通知登录考试系统',
  'login-last-call': () => '最后提醒登录',
  prepare: () => '预备信号',
  start: () => '宣布开考',
  'login-check': () => '提醒尚未登录的考生',
  'entry-close': () => '停止入场',
  'end-reminder': () => '提醒剩余时间',
  end: () => '宣布考试结束',
  'seat-end-reminder': () => '提醒延时座位剩余时间',
  'seat-end': () => '宣布延时座位结束',
  'all-submitted': () => '全部交卷',
  'technician-confirmed': () => '技术支持确认交卷',
  machines: () => '关机提醒',
  'results-reported': () => '成绩存储、上报',
  'room-record': () => '考场情况记录单',
};

/** What a sentence says beyond its kind. */
export interface Told {
  /** What a reminder says is left until the start or the end; without it what its rule says. */
  readonly minutesLeft?: number | undefined;
  /** How long after the start entry really closes; without it what the rule says. */
  readonly cutoffMinutes?: number;
  /** The seats that a sentence is for; for the end of all, the seats that go on writing. */
  readonly seats?: readonly SeatNo[] | null;
  /** 留座连场: nobody is told to leave or to shut down when this paper ends, whatever the site's own sentences say. */
  readonly staysSeated?: boolean;
  /** 宣读指令 of the site's own manual: they stand before ours. */
  readonly siteTexts?: readonly SiteText[];
}

/**
 * The sentence that the invigilator reads aloud, or null where nothing is read: the site's own where it has one, the
 * paper's before one for both; else ours, which says only what its rule says.
 */
export function announcement(kind: MilestoneKind, paper: PaperId, rules: Rules, told: Told = {}): string | null {
  const left = told.minutesLeft ?? ruleMinutes(kind, rules);
  const seats = told.seats ?? null;
  const staysSeated = told.staysSeated ?? false;
  const cutoffMinutes = told.cutoffMinutes ?? rules.lateCutoffOffsetMin;
  const words = { left, minutes: String(left), cutoffMinutes, seats: seats?.join('、') ?? '', staysSeated };
  // Nobody wrote the site's sentences for people who stay in their seats.
  const isOurs = staysSeated && AFTER_END.includes(kind);
  const site = isOurs ? null : findSiteText(told.siteTexts ?? [], kind, paper);
  const text = site === null ? ownWords(kind, paper, rules, words) : filled(site, kind, words);
  if (text === null || seats === null || seats.length === 0 || kind !== 'end') return text;
  return `${text}${seatList(seats)} 座考生延时，请继续作答。`;
}

/** Ours as it stands in the file that the site edits: minutes and seats as placeholders. */
export function announcementTemplate(kind: MilestoneKind, paper: PaperId, rules: Rules): string | null {
  return ownWords(kind, paper, rules, {
    left: ruleMinutes(kind, rules),
    minutes: MINUTES_PLACEHOLDER,
    cutoffMinutes: rules.lateCutoffOffsetMin,
    seats: SEATS_PLACEHOLDER,
    staysSeated: false,
  });
}

/** What tells people where to go. */
const AFTER_END: readonly MilestoneKind[] = ['end', 'seat-end', 'machines'];

interface Words {
  readonly left: number;
  readonly minutes: string;
  readonly cutoffMinutes: number;
  /** "11、12、13、14"; '' where a sentence is for everybody. */
  readonly seats: string;
  readonly staysSeated: boolean;
}

/** The site's own sentence for a milestone, placeholders and all; null where it has none. */
export function findSiteText(texts: readonly SiteText[], kind: MilestoneKind, paper: PaperId): string | null {
  const ofKind = texts.filter((one) => one.kind === kind);
  return (ofKind.find((one) => one.paper === paper) ?? ofKind.find((one) => one.paper === null))?.text ?? null;
}

/** A sentence for some seats names them, also where the site's own does not. */
function filled(text: string, kind: MilestoneKind, { minutes, seats }: Words): string {
  const allowed = placeholdersOf(kind);
  const isUnnamed = allowed.includes(SEATS_PLACEHOLDER) && !text.includes(SEATS_PLACEHOLDER);
  const named = isUnnamed ? `${SEATS_PLACEHOLDER} 座考生，${text}` : text;
  return allowed.reduce((all, one) => all.replaceAll(one, one === MINUTES_PLACEHOLDER ? minutes : seats), named);
}

/** The minutes that the milestone's own rule says are left. */
function ruleMinutes(kind: MilestoneKind, rules: Rules): number {
  return kind === 'login-last-call' ? -rules.loginLastCallOffsetMin : -Math.max(...rules.endReminderOffsetsMin);
}

function ownWords(kind: MilestoneKind, paper: PaperId, rules: Rules, words: Words): string | null {
  switch (kind) {
    case 'sheet-pickup':
    case 'room-check':
    case 'all-submitted':
    case 'technician-confirmed':
    case 'results-reported':
    case 'room-record':
      return null;
    case 'admission-open':
      return admission(rules);
    case 'rules-reading':
      return reading(rules);
    case 'login-call':
      return login(rules);
    case 'login-last-call':
      return `距离开考还有 ${words.minutes} 分钟，请还没有登录的考生立即登录考试系统。${locked(rules)}`;
    case 'prepare':
      return `考试即将开始，请各位考生坐好，保持安静，等候开考信号。${locked(rules)}`;
    case 'start':
      return start(paper, rules);
    case 'login-check':
      return '还没有登录考试系统的考生，请立即登录。登录有困难的，请举手。';
    case 'entry-close':
      return entryClose(rules, words);
    case 'end-reminder':
      return reminder(rules, words);
    case 'seat-end-reminder':
      return `${words.seats} 座考生，${reminder(rules, words)}`;
    case 'end':
      return `考试时间到，请立即停止答题。还没有交卷的考生请现在交卷，经确认全部提交后${onward(words)}。`;
    case 'seat-end':
      return `${words.seats} 座考生，考试时间到，请立即停止答题。还没有交卷的请现在交卷，经确认提交后${onward(words)}。`;
    case 'machines': {
      const staysOn = rules.machinesAfterEnd === 'keep-on' || words.staysSeated;
      return `请各位考生${staysOn ? '不要关闭计算机' : '关闭计算机'}，${onward(words)}。`;
    }
    default:
      return assertNever(kind);
  }
}

/** What people do once all is handed in. */
function onward({ staysSeated }: Words): string {
  return staysSeated ? '请留在座位上等候下一科考试，不要离开考场' : '听指令离场';
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

function entryClose(rules: Rules, { cutoffMinutes }: Words): string {
  const leaving = '提前交卷的考生请先举手，经允许后方可离场。';
  const late = `开考已满 ${cutoffMinutes} 分钟，迟到考生不再入场。`;
  // Where leaving opens at another minute than entry closes, this is not the moment to speak of it.
  return rules.leaveBanFirstMin === rules.lateCutoffOffsetMin ? late + leaving : late;
}

function reminder(rules: Rules, { left, minutes }: Words): string {
  const submit = left > rules.leaveBanLastMin || rules.isSubmitAllowedInLastMin ? '及时保存并交卷' : '及时保存';
  const leaving = left <= rules.leaveBanLastMin ? '考试结束前不得离开考场。' : '';
  return `距离考试结束还有 ${minutes} 分钟，请检查作答，${submit}。${leaving}`;
}
