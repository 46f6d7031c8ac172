import type { Edition } from '../../shared/domain/rules.ts';

const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/S22M/g, '2022 年手册'],
  [/S22N/g, '2022 年通知'],
  [/S22P/g, '2022 年方案'],
  [/S21/g, '2021 年手册'],
  [/S24/g, '2024 年通知'],
  [/rules/g, '考场规则'],
  [/duties/g, '监考职责'],
  [/chief/g, '主考职责'],
  [/emergency plan/g, '应急预案'],
  [/site conditions/g, '考点条件'],
  [/table/g, '日程表'],
  [/day before/g, '考前一天'],
  [/week before/g, '考前一周'],
  [/marks/g, '成绩'],
  [/both papers (\d+) minutes/g, '两科共 $1 分钟'],
  [/split of (\d+) not stated/g, '$1 分钟如何分到两科未写明'],
  [/not stated|not there|not listed/g, '未写明'],
  [/filed, no period/g, '存档备查，未写年限'],
  [/no ratio, "if necessary"/g, '「必要时」，未写比例'],
  [/"within (\d+) minutes"/g, '「$1 分钟内」'],
  [/ against (\S+)/g, ' 与$1说法不一'],
  [/advice/g, '建议'],
  [/says/g, '作'],
  [/\(/g, '（'],
  [/\)/g, '）'],
  [/, /g, '、'],
  [/: /g, '：'],
  [/; /g, '；'],
];

/** A parameter's source as the catalogue keeps it ("S22M rules(四), table"), in the manual's own terms. */
export function sourceText(source: string): string {
  return DOCUMENTS.reduce((text, [pattern, words]) => text.replace(pattern, words), source);
}

/** What an edition is called on screen. */
export const EDITION_NAMES: Readonly<Record<Edition, string>> = {
  R2021: '2021 年手册',
  R2022: '2022 年手册',
  R2024: '2024 年考核通知',
};

/** What differs, in one line, for the choice of the edition. */
export const EDITION_LINES: Readonly<Record<Edition, string>> = {
  R2021: '理论 09:00–10:30，实操 14:00–16:30；开考前 20 分钟登录；考后不关机',
  R2022: '理论 08:30–10:00，实操 10:10–12:40；开考前 5 分钟登录；理论全屏作答；考后关机',
  R2024: '共 210 分钟，时间由考点填写；未写明的沿用前两版，逐项由主考确认',
};

/** Where a rule of the day stands, per edition; 2024 goes by the manual that it inherits from. */
const RULE_PLACES: Readonly<Record<string, readonly [s21: string, s22: string]>> = {
  R15: ['监考职责（十一）', '监考职责（十一）'],
  R20: ['日程表', '日程表'],
  R21: ['考场规则（二）', '考场规则（二）'],
  R22: ['监考职责（二）', '监考职责（二）'],
  R23: ['考场规则（五）、监考职责（三）', '考场规则（四）、监考职责（三）'],
  R24: ['日程表', '日程表'],
  R25: ['监考职责（四）', '监考职责（四）'],
  R27: ['考场规则（三）', '考场规则（二）'],
  R28: ['日程表', '日程表'],
  R29: ['监考职责（八）', '监考职责（八）'],
  R30: ['考场规则（三）', '考场规则（二）'],
  R31: ['考场规则（九）', '考场规则（九）'],
  R33: ['监考职责（八）', '日程表'],
  R34: ['日程表', '日程表'],
  R35: ['日程表', '日程表'],
  R36: ['八-一（二）', '监考职责（二）、日程表'],
  R40: ['', '考场规则（六）'],
  // R42: the 2022 text is silent.
  R42: ['日程表', ''],
};

/** "2022 年手册 考场规则（四）" for a rule's id; the id itself where no place is known. */
export function rulePlace(rule: string, edition: Edition): string {
  const places = RULE_PLACES[rule];
  if (places === undefined) return rule;
  const [s21, s22] = places;
  if (edition === 'R2022') return s22 === '' ? `2022 年手册未写明，沿用 2021 年手册 ${s21}` : `2022 年手册 ${s22}`;
  return edition === 'R2021' ? `2021 年手册 ${s21}` : `沿用 2021 年手册 ${s21}`;
}
