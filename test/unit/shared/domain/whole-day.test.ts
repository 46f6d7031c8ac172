import { describe, expect, it } from 'vitest';
import { formatMinute, instantOf } from '../../../../shared/domain/day-time.ts';
import type { Edition, Rules } from '../../../../shared/domain/rules.ts';
import { permitsAt } from '../../../../shared/domain/timeline.ts';
import type { Permits } from '../../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../../shared/ids.ts';
import { SOME_DATE, someRules, someTimeline } from '../../../support/a-day.ts';

/** "HH:mm id who", and "act" where it is done by an act of its own. */
function milestonesOf(edition: Edition, typed: Partial<Rules> = {}): readonly string[] {
  return someTimeline(someRules(edition, typed).values).milestones.map(({ at, id, who, by }) =>
    [formatMinute(at), id, who, ...(by === 'act' ? ['act'] : [])].join(' '),
  );
}

/** What candidates may do one millisecond before an instant and at it: 入 enter, 答 answer, 交 submit, 离 leave. */
function turnAt(edition: Edition, paper: PaperId, clock: string, typed: Partial<Rules> = {}): string {
  const { values } = someRules(edition, typed);
  const timeline = someTimeline(values).papers[paper];
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const instant = instantOf(SOME_DATE, hours * 60 + minutes);
  return [instant - 1, instant].map((now) => letters(permitsAt(timeline, values, now))).join(' → ');
}

function letters({ enter, answer, submit, leave }: Permits): string {
  const all = [
    [enter, '入'],
    [answer, '答'],
    [submit, '交'],
    [leave, '离'],
  ] as const;
  return all.map(([permit, letter]) => (permit.allowed ? letter : '·')).join('');
}

/** The five instants of a paper at which anything turns: T−30, T, T+30, E−5, E. */
const TURNS = ['···· → 入···', '入··· → 入答交·', '入答交· → ·答交离', '·答交离 → ·答交·', '·答交· → ··交离'];

describe('the whole day of each edition', () => {
  it('[C02] R2021: two papers half a day apart, every item of both', () => {
    expect(milestonesOf('R2021')).toEqual([
      '08:00 theory:sheet-pickup invigilator',
      '08:20 theory:room-check invigilator',
      '08:30 theory:admission-open invigilator',
      '08:35 theory:rules-reading invigilator',
      '08:40 theory:login-call invigilator',
      '08:55 theory:login-last-call invigilator',
      '08:58 theory:prepare chief',
      '09:00 theory:start chief',
      '09:05 theory:login-check invigilator',
      '09:30 theory:entry-close invigilator',
      '10:25 theory:end-reminder invigilator',
      '10:30 theory:end chief',
      '10:30 theory:all-submitted invigilator act',
      '10:30 theory:technician-confirmed technician act',
      '10:30 theory:machines invigilator',
      '10:35 theory:results-reported technician',
      '10:35 theory:room-record invigilator act',
      '13:00 practical:sheet-pickup invigilator',
      '13:20 practical:room-check invigilator',
      '13:30 practical:admission-open invigilator',
      '13:35 practical:rules-reading invigilator',
      '13:40 practical:login-call invigilator',
      '13:55 practical:login-last-call invigilator',
      '13:58 practical:prepare chief',
      '14:00 practical:start chief',
      '14:05 practical:login-check invigilator',
      '14:30 practical:entry-close invigilator',
      '16:25 practical:end-reminder invigilator',
      '16:30 practical:end chief',
      '16:30 practical:all-submitted invigilator act',
      '16:30 practical:technician-confirmed technician act',
      '16:30 practical:machines invigilator',
      '16:35 practical:results-reported technician',
      '16:35 practical:room-record invigilator act',
    ]);
  });

  it('[C04] R2022: ten minutes between the papers, the practical’s T−60 and T−30 inside theory', () => {
    expect(milestonesOf('R2022')).toEqual([
      '07:30 theory:sheet-pickup invigilator',
      '07:50 theory:room-check invigilator',
      '08:00 theory:admission-open invigilator',
      '08:20 theory:rules-reading invigilator',
      '08:25 theory:login-call invigilator',
      '08:28 theory:prepare chief',
      '08:30 theory:start chief',
      '08:35 theory:login-check invigilator',
      '09:00 theory:entry-close invigilator',
      '09:10 practical:sheet-pickup invigilator',
      '09:30 practical:room-check invigilator',
      '09:40 practical:admission-open invigilator',
      '09:55 theory:end-reminder invigilator',
      '10:00 theory:end chief',
      '10:00 theory:all-submitted invigilator act',
      '10:00 theory:technician-confirmed technician act',
      '10:00 theory:machines invigilator',
      '10:00 practical:rules-reading invigilator',
      '10:05 theory:results-reported technician',
      '10:05 theory:room-record invigilator act',
      '10:05 practical:login-call invigilator',
      '10:08 practical:prepare chief',
      '10:10 practical:start chief',
      '10:15 practical:login-check invigilator',
      '10:40 practical:entry-close invigilator',
      '12:35 practical:end-reminder invigilator',
      '12:40 practical:end chief',
      '12:40 practical:all-submitted invigilator act',
      '12:40 practical:technician-confirmed technician act',
      '12:40 practical:machines invigilator',
      '12:45 practical:results-reported technician',
      '12:45 practical:room-record invigilator act',
    ]);
  });

  it('[C03] R2024 with 210 minutes split by the chief into 60 and 150, at 09:00 and 10:40', () => {
    expect(milestonesOf('R2024', SPLIT)).toEqual([
      '08:00 theory:sheet-pickup invigilator',
      '08:20 theory:room-check invigilator',
      '08:30 theory:admission-open invigilator',
      '08:35 theory:rules-reading invigilator',
      '08:40 theory:login-call invigilator',
      '08:55 theory:login-last-call invigilator',
      '08:58 theory:prepare chief',
      '09:00 theory:start chief',
      '09:05 theory:login-check invigilator',
      '09:30 theory:entry-close invigilator',
      '09:40 practical:sheet-pickup invigilator',
      '09:55 theory:end-reminder invigilator',
      '10:00 theory:end chief',
      '10:00 theory:all-submitted invigilator act',
      '10:00 theory:technician-confirmed technician act',
      '10:00 theory:machines invigilator',
      '10:00 practical:room-check invigilator',
      '10:05 theory:results-reported technician',
      '10:05 theory:room-record invigilator act',
      '10:10 practical:admission-open invigilator',
      '10:15 practical:rules-reading invigilator',
      '10:20 practical:login-call invigilator',
      '10:35 practical:login-last-call invigilator',
      '10:38 practical:prepare chief',
      '10:40 practical:start chief',
      '10:45 practical:login-check invigilator',
      '11:10 practical:entry-close invigilator',
      '13:05 practical:end-reminder invigilator',
      '13:10 practical:end chief',
      '13:10 practical:all-submitted invigilator act',
      '13:10 practical:technician-confirmed technician act',
      '13:10 practical:machines invigilator',
      '13:15 practical:results-reported technician',
      '13:15 practical:room-record invigilator act',
    ]);
  });

  it.each([
    ['R2021', 'theory', {}, ['08:30', '09:00', '09:30', '10:25', '10:30']],
    ['R2021', 'practical', {}, ['13:30', '14:00', '14:30', '16:25', '16:30']],
    ['R2022', 'theory', {}, ['08:00', '08:30', '09:00', '09:55', '10:00']],
    ['R2022', 'practical', {}, ['09:40', '10:10', '10:40', '12:35', '12:40']],
    ['R2024', 'theory', { practicalStartMinute: 640 }, ['08:30', '09:00', '09:30', '09:55', '10:00']],
    ['R2024', 'practical', { practicalStartMinute: 640 }, ['10:10', '10:40', '11:10', '13:05', '13:10']],
  ] as const)(
    '[R28] %s %s: what is allowed turns at T−30, T, T+30, E−5 and E, to the millisecond',
    (edition, paper, typed, clocks) => {
      expect(clocks.map((clock) => turnAt(edition, paper, clock, typed))).toEqual(TURNS);
    },
  );

  it('[C03] R2024 has no start and no minutes of its own, and a split that does not add up makes no day', () => {
    expect(() => someRules('R2024', { theoryDurationMin: 90 })).toThrow('total-does-not-add-up');
    expect(() => someRules('R2024', { theoryDurationMin: 90, practicalDurationMin: 120 })).not.toThrow();
  });
});

/** The practical at 10:40; 60 + 150 minutes, theory at 09:00. */
const SPLIT = { theoryStartMinute: 540, theoryDurationMin: 60, practicalStartMinute: 640, practicalDurationMin: 150 };
