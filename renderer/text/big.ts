import type { PaperId } from '../../shared/ids.ts';
import { PAPER_TITLES } from './words.ts';

/** A tile at the foot of 大屏: a word that the last row reads, and what it means. */
export interface BigWords {
  readonly word: string;
  readonly more: string;
}

function say(word: string, more: string): BigWords {
  return { word, more };
}

/** 大屏, for the candidates: the manual's own facts in few words; what is read aloud is not repeated here. */
export const bigText = {
  pageTitle: '大屏，监考工作站',
  fullScreen: '全屏显示',
  inDoubt: '时间待核',
  reconnecting: '正在重新连接…',
  noDay: '今天的考试还没有准备好',
  noSession: { what: '大屏没有连到本机程序', todo: '请在监考机上关闭本页，再按一次「大屏」。' },
  rulesTitle: '考场规则',
  rulesPage: (page: number, pages: number): string => `${page}/${pages}`,

  untilStart: '距离开考',
  untilEnd: '距离考试结束',
  untilSeatsEnd: '距离结束',
  startsAt: '开考',
  endsAt: '结束时间',
  entryAt: '开始入场',

  nextPaper: (paper: PaperId): string => `下一科：${PAPER_TITLES[paper]}`,
  paused: '考试暂停',
  ended: '考试结束，请停止答题',
  done: '今天的考试已全部结束',

  pausedNote: '请在原位安静等候，结束时间将相应延长',
  originally: (time: string): string => `原定 ${time}`,
  startBySystem: '开考时间以考试系统为准',
  endBySystem: '结束时间以考试系统为准',
  seatsEnd: (seats: string, time: string): string => `${seats} 座 ${time} 结束`,
  entryUntil: (time: string): string => `迟到考生可入场，至 ${time}`,

  waitOutside: (time: string): BigWords => say('请在考场外等候', `${time} 开始入场`),
  comeBack: (time: string): BigWords => say('请按时返回考场', `${time} 开始入场`),
  documents: say('请备好两证', '准考证和身份证原件'),
  belongings: say('手机、书包', '放到监考员指定的位置'),
  mayEnter: (time: string): BigWords => say('可入场', `凭准考证和身份证原件，至 ${time}`),
  mayReEnter: (time: string): BigWords => say('请重新入场', `凭准考证和身份证原件，至 ${time}`),
  ownSeat: say('对号入座', '两证放在桌面指定位置'),
  stay: (paper: PaperId, time: string): BigWords => say('请留在座位', `下一科${PAPER_TITLES[paper]} ${time} 开考`),
  leaveRoom: (paper: PaperId, time: string): BigWords =>
    say('请听指令离场', `下一科${PAPER_TITLES[paper]} ${time} 开考，重新入场`),
  next: (paper: PaperId, time: string): BigWords =>
    say(`下一科${PAPER_TITLES[paper]}`, `${time} 开考，是否离场听监考员指令`),
  logIn: say('请登录考试系统', '录入准考证号等信息，核对本人信息'),
  logInNow: say('还没有登录的', '请立即登录，登录不了请举手'),
  noAnswering: say('现在禁止答题', '开考信号发出前不得答题'),
  guide: say('登录后请阅读', '考场规则和操作指南'),
  folders: say('不要移动或删除', '素材文件夹和作答文件夹'),
  sitStill: say('请坐好，保持安静', '等候开考信号'),

  mayEnterLate: (time: string): BigWords => say('迟到考生可入场', `至 ${time}`),
  noEntry: (time: string): BigWords => say('禁止入场', `${time} 起迟到考生不得入场`),
  noLeaveYet: (time: string): BigWords => say('禁止离场', `${time} 起可举手申请交卷离场`),
  noLeave: say('禁止离场', '考试结束前不得离开考场'),
  mayLeave: (time: string | null): BigWords =>
    say('可交卷离场', `请举手，经允许后离开${time === null ? '' : `，至 ${time}`}`),
  keepFullScreen: say('请保持全屏答题', '关闭或缩小页面将自动交卷'),
  raiseHand: say('遇到问题请举手', '不得询问试题内容'),
  check: (isSubmitAllowed: boolean): BigWords => say('请检查作答', isSubmitAllowed ? '及时保存并交卷' : '及时保存'),

  stopAnswering: say('请停止作答', '不要操作计算机'),
  stayPut: say('禁止离场', '等候恢复考试'),
  silence: say('请保持安静', '不要交谈'),

  seatsGoOn: (seats: string | null, time: string | null): BigWords =>
    say(
      seats === null ? '有延时的座位继续作答' : `${seats} 座继续作答`,
      time === null ? '各按自己的结束时间' : `${time} 结束`,
    ),
  othersStop: say('其余考生停止答题', '还没有交卷的请现在交卷'),
  othersStay: say('其余考生请留在座位', '保持安静，等候下一科'),
  othersLeave: say('其余考生听指令离场', '请保持安静'),

  submitNow: say('请交卷', '还没有交卷的请现在交卷'),
  collected: say('已收卷', '请在座位上等候指令'),
  keepOn: say('不要关闭计算机', '听指令离场'),
  notOffYet: say('先不要关机', '全部交卷后，听指令再关闭计算机'),
  shutDown: say('请关闭计算机', '听指令离场'),
  waitForNext: say('请保持安静', '等候下一科'),
  leaveAll: say('请听指令离场', '带好证件和随身物品'),
} as const;

/** The console's own words about 大屏 and 遮挡. */
export const bigScreenText = {
  button: '大屏',
  title: '大屏',
  mirrored: {
    what: '只检测到一个显示器：投影可能是“复制”模式，考生会看到本机屏幕。',
    todo: '请按 Win+P 选择“扩展”，或先遮挡。',
  },
  confirmExtended: {
    what: '请确认投影是“扩展”而不是“复制”。',
    todo: '程序在浏览器里看不出来：投影上若与本机屏幕相同，考生会看到考生信息。请按 Win+P 选择“扩展”，或先遮挡。',
  },
  drag: '大屏已在另一个窗口打开：把它拖到投影上，按「全屏显示」或 F11。',
  opened: '大屏已打开。',
  again: '选好“扩展”后再按一次「大屏」，它会移到投影上。',
  blocked: { what: '浏览器拦住了大屏窗口。', todo: '请允许本页弹出窗口，再按一次「大屏」。' },
  cover: '遮挡本机屏幕',
  close: '知道了',
} as const;

export const shieldText = {
  button: '遮挡',
  title: '本机屏幕已遮挡',
  lift: '按 F12 或点任意处恢复',
  deaf: '遮挡时扫码和其他按键都不起作用',
  reconnecting: '正在重新连接本机程序…',
} as const;
