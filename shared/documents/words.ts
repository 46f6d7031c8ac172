import type { Edition } from '../domain/rules.ts';
import type { Level, PaperId } from '../ids.ts';

/** 科目 as papers print it. */
export const PAPER_WORDS: Readonly<Record<PaperId, string>> = { theory: '理论考试', practical: '实操考试' };

/** 级别 as papers print it. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  elementary: '初级',
  intermediate: '中级',
  advanced: '高级',
};

/** The edition of the rules as papers print it. */
export const EDITION_WORDS: Readonly<Record<Edition, string>> = {
  R2021: '2021 版',
  R2022: '2022 版',
  R2024: '2024 版',
};

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** "2022-11-20" → "2022年11月20日 星期日". The date is a calendar date already, so no time zone enters. */
export function dateText(date: string): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  const weekday = WEEKDAYS[midnight.getUTCDay()];
  if (weekday === undefined) throw new RangeError(`not a calendar date: ${date}`);
  return `${midnight.getUTCFullYear()}年${midnight.getUTCMonth() + 1}月${midnight.getUTCDate()}日 星期${weekday}`;
}
