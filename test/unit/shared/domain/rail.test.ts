import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../shared/domain/day-time.ts';
import { computeTimeline, railAt } from '../../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../../shared/domain/timeline-types.ts';
import { SOME_DATE, someRules, someTimeline } from '../../../support/a-day.ts';

const r2021 = someTimeline(someRules('R2021').values);
const r2022 = someTimeline(someRules('R2022').values);

function at(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return instantOf(SOME_DATE, hours * 60 + minutes) + Math.round(seconds * 1000);
}

function now(timeline: Timeline, clock: string, confirmed: Readonly<Record<string, number>>): string | null {
  const top = railAt(timeline, confirmed, at(clock)).now;
  return top === null ? null : `${top.milestone.id} ${top.state}`;
}

/** Everything planned before the clock's reading is done at its instant, but for the ids named. */
function confirmedBefore(timeline: Timeline, clock: string, ...open: readonly string[]): Record<string, number> {
  const past = timeline.milestones.filter((m) => m.at < at(clock) && !open.includes(m.id));
  return Object.fromEntries(past.map((m) => [m.id, m.at]));
}

describe('railAt', () => {
  it('[TL4] an opening is due to the second and overdue two minutes later', () => {
    const done = confirmedBefore(r2021, '08:30');
    expect(now(r2021, '08:29:59.999', done)).toBe('theory:admission-open upcoming');
    expect(now(r2021, '08:30', done)).toBe('theory:admission-open due');
    expect(now(r2021, '08:31:59.999', done)).toBe('theory:admission-open due');
    expect(now(r2021, '08:32', done)).toBe('theory:admission-open overdue');
  });

  it('[R23] a call may begin a minute early', () => {
    const done = confirmedBefore(r2021, '08:40');
    expect(now(r2021, '08:38:59.999', done)).toBe('theory:login-call upcoming');
    expect(now(r2021, '08:39', done)).toBe('theory:login-call due');
    expect(now(r2021, '08:42', done)).toBe('theory:login-call overdue');
  });

  it('[R28] the closing of entry is confirmed like everything else', () => {
    const done = confirmedBefore(r2021, '09:30');
    expect(now(r2021, '09:30', done)).toBe('theory:entry-close due');
    expect(now(r2021, '09:30', { ...done, 'theory:entry-close': at('09:30:04') })).toBe('theory:end-reminder upcoming');
  });

  it('[TL4] the oldest overdue item stays on top of what is due', () => {
    const done = confirmedBefore(r2021, '09:00', 'theory:sheet-pickup', 'theory:login-call');
    expect(now(r2021, '09:00', done)).toBe('theory:sheet-pickup overdue');
    expect(now(r2021, '09:00', { ...done, 'theory:sheet-pickup': at('08:59') })).toBe('theory:login-call overdue');
  });

  it('a confirmed item is done with its own time, also when confirmed before its instant', () => {
    const rail = railAt(r2021, { 'theory:login-call': at('08:39:30') }, at('08:39:40'));
    expect(rail.items.find(({ milestone }) => milestone.id === 'theory:login-call')).toMatchObject({
      state: 'done',
      doneAt: at('08:39:30'),
    });
  });

  it('lists all items in order of time, and nothing is on top when all are done', () => {
    const done = confirmedBefore(r2022, '23:00');
    const rail = railAt(r2022, done, at('13:00'));
    expect(rail.items.map(({ milestone }) => milestone)).toEqual(r2022.milestones);
    expect(rail.items.every(({ state }) => state === 'done')).toBe(true);
    expect(rail.now).toBeNull();
  });

  it('[C04] the practical admission at 09:40 is due inside theory, but not overdue while theory runs', () => {
    const done = confirmedBefore(r2022, '09:40');
    expect(now(r2022, '09:39:59.999', done)).toBe('practical:admission-open upcoming');
    expect(now(r2022, '09:40', done)).toBe('practical:admission-open due');
    expect(now(r2022, '09:54:59', done)).toBe('practical:admission-open due');
    expect(now(r2022, '10:02', { ...done, 'theory:end-reminder': at('09:55'), 'theory:end': at('10:00') })).toBe(
      'practical:admission-open overdue',
    );
  });

  it('[C04] what the running paper needs stands above the other paper’s early items', () => {
    const done = confirmedBefore(r2022, '09:55', 'practical:sheet-pickup', 'practical:admission-open');
    expect(now(r2022, '09:55', done)).toBe('theory:end-reminder due');
    const reminded = { ...done, 'theory:end-reminder': at('09:55') };
    expect(now(r2022, '10:00', reminded)).toBe('theory:end due');
    const ended = { ...reminded, 'theory:end': at('10:00:10') };
    expect(now(r2022, '10:00:20', ended)).toBe('practical:sheet-pickup due');
    expect(now(r2022, '10:00:20', { ...ended, 'practical:sheet-pickup': at('10:00:15') })).toBe(
      'practical:admission-open due',
    );
  });

  it('[C04] an ordinary R2022 day never shows an overdue item when each is confirmed within two minutes of the room being free', () => {
    for (const { at: instant } of r2022.milestones) {
      const done = Object.fromEntries(r2022.milestones.filter((m) => m.at < instant).map((m) => [m.id, m.at]));
      expect(railAt(r2022, done, instant).items.filter(({ state }) => state === 'overdue')).toEqual([]);
    }
  });

  it('[C07] nobody is told to shut down before 收卷, however late; then it is due', () => {
    const done = confirmedBefore(
      r2021,
      '10:31',
      'theory:all-submitted',
      'theory:technician-confirmed',
      'theory:machines',
    );
    expect(now(r2021, '10:34', done)).toBe('theory:machines upcoming');
    const collected = { ...done, 'theory:all-submitted': at('10:34') };
    expect(now(r2021, '10:34', collected)).toBe('theory:machines due');
    const inTheSecond = { ...done, 'theory:all-submitted': at('10:34:05.900') };
    expect(now(r2021, '10:34:05', inTheSecond), 'at once, to the second').toBe('theory:machines due');
    expect(now(r2021, '10:35:59.999', collected)).toBe('theory:machines due');
    expect(now(r2021, '10:36', collected)).toBe('theory:machines overdue');
  });

  it('[R42] results still to be reported give way to whatever is due in the room', () => {
    const done = confirmedBefore(r2022, '10:10', 'theory:results-reported');
    expect(now(r2022, '10:09:59.999', done)).toBe('theory:results-reported overdue');
    expect(now(r2022, '10:10', done)).toBe('practical:start due');
    expect(now(r2022, '10:10:30', { ...done, 'practical:start': at('10:10:10') })).toBe(
      'theory:results-reported overdue',
    );
  });

  it('[D35] what an act of its own does is never on top, open or done', () => {
    const done = confirmedBefore(
      r2021,
      '12:00',
      'theory:all-submitted',
      'theory:technician-confirmed',
      'theory:room-record',
    );
    const rail = railAt(r2021, done, at('12:00'));
    expect(rail.now?.milestone.id).toBe('practical:sheet-pickup');
    expect(rail.items.filter(({ state }) => state === 'overdue').map(({ milestone }) => milestone.id)).toEqual([
      'theory:all-submitted',
      'theory:technician-confirmed',
      'theory:room-record',
    ]);
  });

  it('[D24] while a paper is paused nothing of it falls due, and the next paper waits', () => {
    const rules = someRules('R2022').values;
    const paused = computeTimeline(rules, SOME_DATE, { theory: [{ kind: 'pause', at: at('08:50') }], practical: [] });
    const done = confirmedBefore(paused, '08:50');
    expect(now(paused, '09:05', done)).toBe('theory:entry-close upcoming');
    expect(railAt(paused, done, at('10:30')).items.filter(({ state }) => state === 'overdue')).toEqual([]);
  });

  it('[D24] what was due before the pause stays due, and overdue', () => {
    const rules = someRules('R2022').values;
    const paused = computeTimeline(rules, SOME_DATE, { theory: [{ kind: 'pause', at: at('08:50') }], practical: [] });
    const done = confirmedBefore(paused, '08:50', 'theory:login-check');
    expect(now(paused, '08:55', done)).toBe('theory:login-check overdue');
  });
});
