import { describe, expect, it } from 'vitest';
import { permitWords } from '../../../../renderer/screens/shell/permit-words.ts';
import { stripPapers } from '../../../../renderer/screens/shell/strip-papers.ts';
import { permitsAt } from '../../../../shared/domain/timeline.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import type { Edition } from '../../../../shared/domain/rules.ts';
import { someRules } from '../../../support/a-day.ts';

const at = (time: string) => Date.parse(`2022-11-19T${time}+08:00`);
const noFacts = { signals: { theory: {}, practical: {} } };

function timelineOf(edition: Edition) {
  return computeTimeline(someRules(edition).values, '2022-11-19', noFacts);
}

function wordsAt(time: string): string[] {
  const paper = timelineOf('R2022').papers.theory;
  const permits = permitsAt(paper, someRules('R2022').values, at(time));
  return permitWords(permits, paper, at(time)).map(({ word, until }) => `${word} ${until}`);
}

describe('the strip', () => {
  it('[C04] has a second line all day where the papers meet, and none where they do not', () => {
    const papers = stripPapers(timelineOf('R2022'), at('07:00:00'));
    expect([papers.main.paper, papers.second?.paper]).toEqual(['theory', 'practical']);
    expect(stripPapers(timelineOf('R2021'), at('07:00:00')).second).toBeNull();
  });

  it('gives the large line to the paper that runs, the earlier one first', () => {
    expect(stripPapers(timelineOf('R2022'), at('09:50:00')).main.paper).toBe('theory');
    expect(stripPapers(timelineOf('R2022'), at('10:00:00')).main.paper).toBe('practical');
    expect(stripPapers(timelineOf('R2022'), at('18:00:00')).main.paper).toBe('practical');
  });

  it('[R28] says 可入场 to the last millisecond and 禁止入场 from the cut-off', () => {
    expect(wordsAt('08:59:59.999')).toEqual(['可入场 至 09:00', '禁止离场 至 09:00']);
    expect(wordsAt('09:00:00.000')).toEqual(['禁止入场 09:00 已截止', '可交卷离场 至 09:55']);
  });

  it('[R30] forbids leaving in the last minutes and allows it after the end', () => {
    expect(wordsAt('09:55:00')).toEqual(['禁止入场 09:00 已截止', '禁止离场 至 10:00']);
    expect(wordsAt('10:00:00')).toEqual(['禁止入场 09:00 已截止', '可离场 现在起']);
  });

  it('[R23] tells that answering is forbidden until the start, and then no more', () => {
    expect(wordsAt('08:29:59')).toEqual(['可入场 至 09:00', '禁止答题 08:30 开考', '禁止离场 至 09:00']);
    expect(wordsAt('08:30:00')).toHaveLength(2);
  });
});
