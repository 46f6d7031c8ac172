import type { CheckCommand, CheckRefusalCode } from '../../shared/domain/checks-commands.ts';
import { SITE_LIST_WORDS } from '../../shared/documents/check-words.ts';
import type { SiteList } from '../../shared/domain/checklist-items.ts';
import { say, type Words } from './error-words.ts';

/** 考点总览 before the day. */
export const siteText = {
  views: '内容',
  checks: '考前检查',
  lots: '抽签',
  board: '考场检查进度',
  site: '考点',
  roomCalled: (room: string) => `${room} 考场`,
  left: (open: number) => `还有 ${open} 项`,
  leftInAll: (open: number, rooms: number) => `考点和 ${rooms} 个考场共还有 ${open} 项`,
  allDone: '全部完成',
  nothingLeft: '考前检查全部完成',
  later: '考试进行中的各考场情况，以后在这里汇总。',
  print: '打印检查单',
  printing: '正在生成…',
} as const;

/** 考前检查 of one place. */
export const checkText = {
  listOf: (place: string) => `${place}检查清单`,
  tick: (text: string) => `完成：${text}`,
  untick: '取消勾选',
  aside: '不适用',
  reopen: '重新检查',
  change: '更正',
  doneBy: (name: string, time: string) => `${name}，${time}`,
  counted: (have: number, wanted: number) => `现有 ${have} 台，应有 ${wanted} 台`,
  wanted: (wanted: number) => `应有 ${wanted} 台`,
  short: (missing: number) => `缺 ${missing} 台`,
  asideBecause: (reason: string) => `不适用：${reason}`,
  reopenedBecause: (reason: string) => `重新打开：${reason}`,
  reason: '原因',
  reasonHint: '一句话，记在检查单里',
  countWrong: '请填台数，0 也要写。',
  save: '保存',
  cancel: '取消',
  lists: '白名单和软件清单',
  listsWhy: '名单以本次考试下发的为准；白名单里应有本系统中心服务的地址。',
  ours: '尚未修改，为程序自带的名单，请核对',
  lines: (count: number) => `${count} 项`,
  edit: '修改',
  editList: (list: SiteList) => `修改${SITE_LIST_WORDS[list]}`,
  editHint: '一行一项',
} as const;

/** What asks for a reason, and what its button says. */
export const REASON_TITLES: Readonly<Record<Extract<CheckCommand['type'], 'setCheckAside' | 'untickCheck'>, string>> = {
  setCheckAside: '这一项不适用',
  untickCheck: '重新打开这一项',
};

/** 来访登记 (R15). */
export const visitText = {
  title: '来访登记',
  why: '只有主考、副主考、巡视和本考场人员可以进入考场；来人即记。',
  note: '登记来访',
  none: '还没有来访。',
  leave: '离开',
  left: (from: string, until: string) => `${from} 来，${until} 离开`,
  here: (from: string) => `${from} 来，还在`,
  name: '姓名',
  role: '身份',
  about: '事由（可不填）',
  late: '早些时候来的，现在补录',
  time: '来的时间',
  timeHint: '如 9:20',
  timeWrong: '请写成 9:20 或 9:20:30',
  timeFuture: '补录的时间不能比现在晚',
} as const;

/** The sentences of refused checks, visits and the choice of the sheet. */
export const CHECK_WORDS: Readonly<Record<CheckRefusalCode, Words>> = {
  'check-of-other-scope': say(
    '这一项不在这份检查单里。',
    '考点的项目在考点清单里打勾，考场的项目在该考场的清单里打勾。',
  ),
  'check-already-ticked': (f) => say(`这一项已在 ${f.time('at')} 打勾。`, '不必重复；打错了的，点「取消勾选」。'),
  'check-already-aside': (f) => say(`这一项已在 ${f.time('at')} 记为不适用。`, '不必重复；要检查的，点「重新检查」。'),
  'check-not-ticked': say('这一项还没有打勾。', '不必取消；检查后直接打勾。'),
  'check-count-missing': (f) => say(`还没有填台数，应有 ${f.text('wanted')} 台。`, '请数一数现有台数，填写后保存。'),
  'check-note-missing': say('还没有填写这一项要记的内容。', '请填写后保存；没有的，写「无」。'),
  'visit-unknown': say('找不到这条来访记录。', '请刷新页面后再看。'),
  'visit-already-over': (f) => say(`此人已在 ${f.time('at')} 登记离开。`, '不必重复；再次来访的，另登记一条。'),
  'official-sheet-already-so': say('正式签到表已经是这一份。', '不必重复选择。'),
};
