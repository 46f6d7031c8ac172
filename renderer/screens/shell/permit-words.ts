import type { PaperTimeline, Permits } from '../../../shared/domain/timeline-types.ts';
import { isPausedAt } from '../../../shared/domain/timeline.ts';
import { neatTimeText, shortTimeText } from '../../text/format.ts';

/** One thing that is allowed now or not, as a chip says it. */
export interface PermitWords {
  readonly key: 'enter' | 'answer' | 'leave';
  readonly isAllowed: boolean;
  readonly word: string;
  /** Until when, or since when. */
  readonly until: string;
  readonly rule: string;
}

/**
 * The chips of one paper. Three at most: whether people may answer is told until the start only, for afterwards it goes
 * without saying; before admission opens and after the end leaving is nobody's question.
 */
export function permitWords(permits: Permits, paper: PaperTimeline, now: number): readonly PermitWords[] {
  const words: PermitWords[] = [enterWords(permits, paper)];
  if (isPausedAt(paper, now)) return [...words, ...pausedWords(permits, paper)];
  if (now < paper.startsAt) words.push(answerWords(permits, paper));
  if (now >= paper.entryOpensAt) words.push(leaveWords(permits, paper, now));
  return words;
}

/** E1: nobody answers and nobody leaves until 恢复, whenever that is. */
function pausedWords({ answer, leave }: Permits, { pausedSince }: PaperTimeline): readonly PermitWords[] {
  const since = pausedSince === null ? '' : `${shortTimeText(pausedSince)} 起`;
  return [
    { key: 'answer', isAllowed: answer.allowed, rule: answer.rule, word: '暂停作答', until: since },
    { key: 'leave', isAllowed: leave.allowed, rule: leave.rule, word: '禁止离场', until: '至恢复考试' },
  ];
}

function enterWords({ enter }: Permits, paper: PaperTimeline): PermitWords {
  const base = { key: 'enter', isAllowed: enter.allowed, rule: enter.rule } as const;
  if (enter.allowed) return { ...base, word: '可入场', until: untilText(enter.until) };
  if (enter.until !== null) return { ...base, word: '未到入场', until: `${neatTimeText(enter.until)} 开始` };
  // The inclusive cut-off closes a millisecond after the printed minute; the minute is what people know.
  return { ...base, word: '禁止入场', until: `${neatTimeText(Math.floor(paper.entryClosesAt / 1000) * 1000)} 已截止` };
}

function answerWords({ answer }: Permits, paper: PaperTimeline): PermitWords {
  const base = { key: 'answer', isAllowed: answer.allowed, rule: answer.rule } as const;
  return answer.allowed
    ? { ...base, word: '可答题', until: untilText(answer.until) }
    : { ...base, word: '禁止答题', until: `${neatTimeText(paper.startsAt)} 开考` };
}

function leaveWords({ leave }: Permits, paper: PaperTimeline, now: number): PermitWords {
  const base = { key: 'leave', isAllowed: leave.allowed, rule: leave.rule } as const;
  if (!leave.allowed) return { ...base, word: '禁止离场', until: untilText(leave.until) };
  return { ...base, word: now < paper.endsAt ? '可交卷离场' : '可离场', until: untilText(leave.until) };
}

function untilText(until: number | null): string {
  return until === null ? '现在起' : `至 ${neatTimeText(until)}`;
}
