import { describe, expect, it } from 'vitest';
import { permitWords } from '../../../../renderer/screens/shell/permit-words.ts';
import { stripPapers, stripWindow } from '../../../../renderer/screens/shell/strip-papers.ts';
import { permitsAt } from '../../../../shared/domain/timeline.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import { NO_FACTS, type TimelineFact } from '../../../../shared/domain/timeline-types.ts';
import { as, type SeatNo } from '../../../../shared/ids.ts';
import type { Edition } from '../../../../shared/domain/rules.ts';
import { someRules } from '../../../support/a-day.ts';

const at = (time: string) => Date.parse(`2022-11-19T${time}+08:00`);

function timelineOf(edition: Edition) {
  return computeTimeline(someRules(edition).values, '2022-11-19', NO_FACTS);
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

  it('[D26] says 待考试系统确认 until what was said is set, and names the seats that end next', () => {
    const longer = theoryWith(
      { kind: 'extension', seats: null, ms: 18 * 60_000, cutoffMs: 0, isPending: false },
      { kind: 'extension', seats: [as<SeatNo>(11)], ms: 7 * 60_000, cutoffMs: 0, isPending: true },
    );
    expect(stripWindow(longer, at('09:30:00'))).toMatchObject({
      endsAt: at('10:18:00'),
      isPending: true,
      seats: { endsAt: at('10:25:00') },
    });
    expect(stripWindow(longer, at('10:25:00'))).toMatchObject({ isPending: false, seats: null });
  });

  it('[TL7] while paused nobody answers or leaves, and the paper keeps the large line beyond its end', () => {
    const paused = theoryWith({ kind: 'pause', at: at('08:50:00') });
    const now = at('10:20:00');
    expect(stripWindow(paused, now).pausedSince).toBe(at('08:50:00'));
    const words = permitWords(permitsAt(paused, someRules('R2022').values, now), paused, now);
    expect(words.slice(1).map(({ word, until, isAllowed }) => [word, until, isAllowed])).toEqual([
      ['暂停作答', '08:50 起', false],
      ['禁止离场', '至恢复考试', false],
    ]);
    const { practical } = timelineOf('R2022').papers;
    expect(stripPapers({ papers: { theory: paused, practical }, milestones: [] }, now).main.paper).toBe('theory');
  });

  it('[C04] gets its second line when a longer end makes the papers meet', () => {
    const theory = theoryWith(
      { kind: 'extension', seats: null, ms: 240 * 60_000, cutoffMs: 0, isPending: true },
      'R2021',
    );
    const { practical } = timelineOf('R2021').papers;
    expect(stripPapers({ papers: { theory, practical }, milestones: [] }, at('09:00:00')).second?.paper).toBe(
      'practical',
    );
  });
});

function theoryWith(...facts: readonly (TimelineFact | Edition)[]) {
  const edition = facts.find((fact): fact is Edition => typeof fact === 'string') ?? 'R2022';
  const theory = facts.filter((fact): fact is TimelineFact => typeof fact !== 'string');
  return computeTimeline(someRules(edition).values, '2022-11-19', { ...NO_FACTS, theory }).papers.theory;
}
