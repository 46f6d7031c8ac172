import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { Words } from './error-words.ts';
import { say } from './error-words.ts';
import type { CheckCodeRefusalCode } from '../../shared/domain/check-code-commands.ts';

/** 校验码, in the room and in the exam office. */
export const checkCodeWords = {
  title: '报校验码',
  /** Said when there is time for it: everything that is due comes first. */
  why: '有空时打电话报主考，几分钟内即可。主考记下后，之前的记录一改就对不上。',
  computing: '正在计算…',
  give: '已报主考',
  later: '之后还要报的',
  givenTitle: '已报校验码',
  office: {
    title: '各考场校验码',
    why: '记下考场报来的记录号和校验码。日后核对记录有没有被改过，以此为据。',
    room: '考场',
    number: '记录号',
    numberExample: '如 A#57',
    numberWrong: '应如 A#57，请再听一遍。',
    code: '校验码',
    codeExample: '如 K7M 2QX',
    codeWrong: '应是 6 位，请再听一遍。',
    note: '记下',
    none: '还没有记下的。',
  },
} as const;

/** How a noted code agrees with the journal. */
export const VERDICT_LABELS: Readonly<Record<MethodOutput<'checkCodes.read'>['noted'][number]['verdict'], string>> = {
  agrees: '对得上',
  differs: '对不上',
  'not-here': '待核对',
};

/** A city for each letter, as letters are spelt on the telephone; V has none. */
const SPELT: Readonly<Record<string, string>> = {
  A: '鞍山',
  B: '北京',
  C: '成都',
  D: '大连',
  E: '鄂州',
  F: '福州',
  G: '广州',
  H: '杭州',
  J: '济南',
  K: '昆明',
  M: '绵阳',
  N: '南京',
  P: '平顶山',
  Q: '青岛',
  R: '日照',
  S: '上海',
  T: '天津',
  V: '胜利',
  W: '武汉',
  X: '西安',
  Y: '银川',
  Z: '郑州',
};

/** "昆明K 7 绵阳M，2 青岛Q 西安X": how a code is read aloud, so that B and D, or 1 and 7, are told apart. */
export function spelling(code: string): string {
  const spelt = [...code].map((character) => `${SPELT[character] ?? ''}${character}`);
  return `${spelt.slice(0, 3).join(' ')}，${spelt.slice(3).join(' ')}`;
}

export const CHECK_CODE_WORDS: Readonly<Record<CheckCodeRefusalCode, Words>> = {
  'check-code-not-open': say(
    '这一环节还没有确认，没有校验码可报。',
    '请先在「今日考务」确认开考、截止入场或结束，再报校验码。',
  ),
  'check-code-already-given': (f) => say(`这个校验码已在 ${f.time('at')} 报主考。`, '不必重复。'),
  'check-code-already-noted': (f) =>
    say(`这个校验码已在 ${f.time('at')} 记下。`, '不必重复；记错了的，按正确的再记一次。'),
};
