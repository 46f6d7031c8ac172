import type { EntryRefusalReason, NoteKind, ViolationDiscovery } from '../domain/events.ts';
import type { Edition } from '../domain/rules.ts';
import { LEVELS, type Level, type PaperId } from '../ids.ts';

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

/** Why somebody was not let in, as papers print it. */
export const REFUSAL_WORDS: Readonly<Record<EntryRefusalReason, string>> = {
  late: '迟到超过截止时间',
  'too-early': '未到入场时间',
  documents: '证件不齐',
  identity: '身份不符',
  'wrong-room': '走错考场',
  'not-listed': '名单外',
  other: '其他原因',
};

/** 经 …: how a violation was found. */
export const DISCOVERY_WORDS: Readonly<Record<ViolationDiscovery, string>> = {
  'on-site': '现场发现',
  video: '审看录像发现',
  marking: '评卷发现',
  other: '其他途径发现',
};

/** The headings under which the record lists notes. */
export const NOTE_WORDS: Readonly<Record<NoteKind, string>> = {
  'login-corrected': '登录信息纠正',
  'seat-or-machine': '换座、换机',
  equipment: '设备与监控',
  incident: '突发事件',
  other: '其他',
};

/** "初级 30 · 中级 10", without the count where all are of one; 无 for nobody. `levels` has one of each person. */
export function levelSummary(levels: readonly Level[]): string {
  const counts = LEVELS.map((level) => ({
    level,
    count: levels.filter((each) => each === level).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return '无';
  if (counts.length === 1) return counts.map(({ level }) => LEVEL_WORDS[level]).join('');
  return counts.map(({ level, count }) => `${LEVEL_WORDS[level]} ${count}`).join(' · ');
}

/** "第 1 页 共 2 页"; `page` is 1-based. */
export function pageText(page: number, pages: number): string {
  return `第 ${page} 页 共 ${pages} 页`;
}

/** The heading of a list that goes on on another page. */
export function continuedText(title: string): string {
  return `${title}（续）`;
}

/** "重印 · 第 2 份"; '' on the first copy. */
export function reprintText(copy: number): string {
  return copy > 1 ? `重印 · 第 ${copy} 份` : '';
}

/** What marks every page of a rehearsal's paper, across it and beside its title; '' on a real day. */
export function rehearsalWords(kind: 'real' | 'rehearsal'): {
  readonly watermark: string;
  readonly rehearsalNote: string;
} {
  const words = kind === 'rehearsal' ? '演练' : '';
  return { watermark: words, rehearsalNote: words };
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** "2022-11-20" → "2022年11月20日 星期日". The date is a calendar date already, so no time zone enters. */
export function dateText(date: string): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  const weekday = WEEKDAYS[midnight.getUTCDay()];
  if (weekday === undefined) throw new RangeError(`not a calendar date: ${date}`);
  return `${midnight.getUTCFullYear()}年${midnight.getUTCMonth() + 1}月${midnight.getUTCDate()}日 星期${weekday}`;
}

/** Who went on by name, on paper. */
export function withoutPin(name: string): string {
  return `${name}（未核 PIN）`;
}
