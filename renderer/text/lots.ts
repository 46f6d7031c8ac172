import type { LotRefusalCode } from '../../shared/domain/lots-commands.ts';
import { say, type Words } from './error-words.ts';

/** 抽签 (R20). */
export const lotText = {
  title: '抽签定考场',
  result: '抽签结果',
  notInRules: '今天的规则没有抽签：监考员的考场在「考务人员」里分派。',
  ready: (people: number, rooms: number, places: number) => `${people} 名监考员，${rooms} 个考场 ${places} 个名额`,
  nobody: '没有要抽的名额：各考场的监考员已经定下。',
  short: (missing: number) => `还缺 ${missing} 名已培训、未定考场的监考员`,
  shortTodo: '请在「考务人员」里登记并勾选已培训，或先指定部分考场的监考员。',
  called: '现场报数（可不填）',
  calledHint: '请一位在场的人随口报一个数，与随机种子一起决定结果，印在结果上',
  calledWrong: '请填 1 到 12 位数字。',
  draw: '开始抽签',
  drawing: '正在抽签…',
  again: '重新抽签…',
  againTitle: '重新抽签',
  againWhy: '原来的结果留在记录里，新结果注明第几次和原因。抽定后另行调换的人不参加。',
  closed: '已经开始入场，不再重抽；个别需要调换的，在「考务人员」里用「更换」。',
  packaged: '考场电脑不会自动知道重抽的结果',
  packagedTodo: '已经在考场电脑上「到岗」的监考员，请先在那台电脑上撤出，再按新结果到岗。',
  reason: '重抽的原因',
  print: '打印抽签结果',
  number: (number: number) => `第 ${number} 次抽签`,
  by: (name: string, time: string) => `${time}，${name}主持`,
  source: (seed: string, called: string | null) => `种子 ${seed}${called === null ? '' : `，报数 ${called}`}`,
  verified: '已按种子复算，结果一致',
  notVerified: '复算结果不一致，请勿使用，并报技术支持',
  reserve: '备用（未抽到考场）',
  none: '无',
  because: (reason: string) => `重抽原因：${reason}`,
  earlier: '此前的抽签',
  pool: '参加抽签',
  readAloud: '宣读抽签结果',
} as const;

/** The sentences of lots that were not drawn. */
export const LOT_WORDS: Readonly<Record<LotRefusalCode | 'lots-unknown', Words>> = {
  'lots-not-in-rules': say('今天的规则没有抽签（R20）。', '请在「考务人员」里分派监考员的考场。'),
  'lots-nothing-to-draw': say(
    '没有要抽的名额：各考场的监考员已经定下。',
    '要重新安排的，先在「考务人员」里取消原来的考场。',
  ),
  'lots-closed': (f) =>
    say(
      `${f.time('at')} 已经开始入场，监考员已在考场，不能重新抽签。`,
      '个别需要调换的，在「考务人员」里用「更换」，由主考批准。',
    ),
  'lots-too-few-people': (f) =>
    say(
      `可以参加抽签的监考员 ${f.text('people')} 人，名额 ${f.text('wanted')} 个，还缺 ${f.number('wanted') - f.number('people')} 人（R02）。`,
      '请在「考务人员」里登记并勾选已培训，或先指定部分考场的监考员。',
    ),
  'lots-changed': say('名单或考场刚刚有变化，没有抽签。', '请看清现在的名单，再抽一次。'),
  'lots-not-possible': (f) =>
    say(
      `按回避要求排不开：${f.text('rooms')} 考场没有足够的人可派，须回避的有 ${f.text('names')}（R05）。`,
      '请换人或增加监考员；也可以先在「考务人员」里指定这些考场。',
    ),
  'lots-unknown': say('找不到这次抽签。', '请刷新页面后再看。'),
};
