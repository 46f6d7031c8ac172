import { describe, expect, it } from 'vitest';
import { formatMinute, instantOf } from '../../../../shared/domain/day-time.ts';
import type { Edition, Rules } from '../../../../shared/domain/rules.ts';
import {
  currentPaper,
  judgeEntry,
  nextChange,
  papersRunningAt,
  permitsAt,
} from '../../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../../shared/ids.ts';
import { SOME_DATE, someRules, someTimeline } from '../../../support/a-day.ts';

/** 'HH:mm[:ss[.mmm]]' of SOME_DATE. */
function at(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return instantOf(SOME_DATE, hours * 60 + minutes) + Math.round(seconds * 1000);
}

function paperOf(edition: Edition, paper: PaperId, typed: Partial<Rules> = {}): { paper: PaperTimeline; rules: Rules } {
  const rules = someRules(edition, typed).values;
  return { paper: someTimeline(rules).papers[paper], rules };
}

// Reading the rules aloud has no printed minute, so the manual's tables do not show it.
function printed(paper: PaperTimeline): readonly (readonly [string, string])[] {
  return paper.milestones
    .filter(({ kind }) => kind !== 'rules-reading')
    .map((m) => [formatMinute(m.at), m.id.split(':')[1] ?? '']);
}

describe('worked timelines of the editions', () => {
  it('[R20] R2021 theory', () => {
    expect(printed(paperOf('R2021', 'theory').paper)).toEqual([
      ['08:00', 'sheet-pickup'],
      ['08:20', 'room-check'],
      ['08:30', 'admission-open'],
      ['08:40', 'login-call'],
      ['08:55', 'login-last-call'],
      ['08:58', 'prepare'],
      ['09:00', 'start'],
      ['09:05', 'login-check'],
      ['09:30', 'entry-close'],
      ['10:25', 'end-reminder'],
      ['10:30', 'end'],
      ['10:30', 'all-submitted'],
      ['10:30', 'technician-confirmed'],
      ['10:30', 'machines'],
      ['10:35', 'results-reported'],
      ['10:35', 'room-record'],
    ]);
  });

  it('[C05] R2021 practical has its admission at 13:30 although the table begins at 13:55', () => {
    expect(printed(paperOf('R2021', 'practical').paper)).toEqual([
      ['13:00', 'sheet-pickup'],
      ['13:20', 'room-check'],
      ['13:30', 'admission-open'],
      ['13:40', 'login-call'],
      ['13:55', 'login-last-call'],
      ['13:58', 'prepare'],
      ['14:00', 'start'],
      ['14:05', 'login-check'],
      ['14:30', 'entry-close'],
      ['16:25', 'end-reminder'],
      ['16:30', 'end'],
      ['16:30', 'all-submitted'],
      ['16:30', 'technician-confirmed'],
      ['16:30', 'machines'],
      ['16:35', 'results-reported'],
      ['16:35', 'room-record'],
    ]);
  });

  it('[R23] R2022 theory has one login call, at T−5', () => {
    expect(printed(paperOf('R2022', 'theory').paper)).toEqual([
      ['07:30', 'sheet-pickup'],
      ['07:50', 'room-check'],
      ['08:00', 'admission-open'],
      ['08:25', 'login-call'],
      ['08:28', 'prepare'],
      ['08:30', 'start'],
      ['08:35', 'login-check'],
      ['09:00', 'entry-close'],
      ['09:55', 'end-reminder'],
      ['10:00', 'end'],
      ['10:00', 'all-submitted'],
      ['10:00', 'technician-confirmed'],
      ['10:00', 'machines'],
      ['10:05', 'results-reported'],
      ['10:05', 'room-record'],
    ]);
  });

  it('[C04] R2022 practical begins to be prepared while theory runs', () => {
    expect(printed(paperOf('R2022', 'practical').paper)).toEqual([
      ['09:10', 'sheet-pickup'],
      ['09:30', 'room-check'],
      ['09:40', 'admission-open'],
      ['10:05', 'login-call'],
      ['10:08', 'prepare'],
      ['10:10', 'start'],
      ['10:15', 'login-check'],
      ['10:40', 'entry-close'],
      ['12:35', 'end-reminder'],
      ['12:40', 'end'],
      ['12:40', 'all-submitted'],
      ['12:40', 'technician-confirmed'],
      ['12:40', 'machines'],
      ['12:45', 'results-reported'],
      ['12:45', 'room-record'],
    ]);
    const order = someTimeline(someRules('R2022').values).milestones.map(({ id }) => id);
    expect(order.indexOf('practical:admission-open')).toBeLessThan(order.indexOf('theory:end-reminder'));
    expect(order.indexOf('theory:end')).toBeLessThan(order.indexOf('practical:rules-reading'));
  });

  it('[C01] R2021 with the login typed to T−5 has no call at 08:40', () => {
    const kinds = printed(paperOf('R2021', 'theory', { loginOpenOffsetMin: -5 }).paper);
    expect(kinds.filter(([, kind]) => kind === 'login-call' || kind === 'login-last-call')).toEqual([
      ['08:55', 'login-call'],
    ]);
  });

  it('[R22] the rules are read five minutes before the login call, never before admission opens', () => {
    const reading = (paper: PaperTimeline) =>
      paper.milestones.filter(({ kind }) => kind === 'rules-reading').map((m) => formatMinute(m.at));
    expect(reading(paperOf('R2021', 'theory').paper)).toEqual(['08:35']);
    expect(reading(paperOf('R2022', 'practical').paper)).toEqual(['10:00']);
    expect(reading(paperOf('R2024', 'theory', { admissionOpenOffsetMin: -22 }).paper)).toEqual(['08:38']);
  });

  it('[R29] several reminders: the nearest to the end has the plain id', () => {
    const { paper } = paperOf('R2024', 'theory', { endReminderOffsetsMin: [-5, -10] });
    expect(printed(paper).filter(([, kind]) => kind.startsWith('end'))).toEqual([
      ['09:50', 'end-reminder@-10'],
      ['09:55', 'end-reminder'],
      ['10:00', 'end'],
    ]);
  });

  it('[R25] the chief gives the three signals, the technician reports the results, the room does the rest', () => {
    const { milestones } = paperOf('R2022', 'theory').paper;
    const by = (who: string) => milestones.filter((one) => one.who === who).map(({ kind }) => kind);
    expect(by('chief')).toEqual(['prepare', 'start', 'end']);
    expect(by('technician')).toEqual(['technician-confirmed', 'results-reported']);
  });

  it('[R33] what 收卷 and the record do is not ticked by hand', () => {
    const { milestones } = paperOf('R2022', 'theory').paper;
    const acts = milestones.filter(({ by }) => by === 'act').map(({ kind }) => kind);
    expect(acts).toEqual(['all-submitted', 'technician-confirmed', 'room-record']);
  });

  it('a day that runs to plan has every milestone where it was planned', () => {
    for (const edition of ['R2021', 'R2022', 'R2024'] as const)
      for (const one of someTimeline(someRules(edition).values).milestones) expect(one.plannedAt).toBe(one.at);
  });

  it('[R40] where leaving full screen submits, the start of theory rests on that rule too', () => {
    const { milestones } = someTimeline(someRules('R2022').values);
    expect(milestones.find(({ id }) => id === 'theory:start')?.rules).toEqual(['R25', 'R40']);
    expect(milestones.find(({ id }) => id === 'practical:start')?.rules).toEqual(['R25']);
  });
});

describe('judgeEntry', () => {
  const { paper } = paperOf('R2021', 'theory');

  it('[R21] one millisecond before T−30 is too early, T−30 is on time', () => {
    expect(judgeEntry(paper, at('08:29:59.999'))).toEqual({ kind: 'too-early', opensAt: at('08:30'), rule: 'R21' });
    expect(judgeEntry(paper, at('08:30'))).toEqual({ kind: 'on-time', rule: 'R21' });
  });

  it('[R27] from the start to T+29:59.999 a person is late by whole minutes, cut off', () => {
    expect(judgeEntry(paper, at('08:59:59.999'))).toEqual({ kind: 'on-time', rule: 'R21' });
    expect(judgeEntry(paper, at('09:00'))).toEqual({ kind: 'late', lateMinutes: 0, rule: 'R27' });
    expect(judgeEntry(paper, at('09:01:59.999'))).toEqual({ kind: 'late', lateMinutes: 1, rule: 'R27' });
    expect(judgeEntry(paper, at('09:29:59.999'))).toEqual({ kind: 'late', lateMinutes: 29, rule: 'R27' });
  });

  it('[R28] at exactly T+30:00.000 entry is closed', () => {
    expect(judgeEntry(paper, at('09:30'))).toEqual({
      kind: 'closed',
      closedAt: at('09:30'),
      lateMinutes: 30,
      rule: 'R28',
    });
    expect(judgeEntry(paper, at('11:00'))).toMatchObject({ kind: 'closed', lateMinutes: 120 });
  });

  it('[C08] with an inclusive cut-off T+30:00.000 is admitted and the next millisecond is not', () => {
    const inclusive = paperOf('R2021', 'theory', { isLateCutoffInclusive: true }).paper;
    expect(judgeEntry(inclusive, at('09:30'))).toEqual({ kind: 'late', lateMinutes: 30, rule: 'R27' });
    expect(judgeEntry(inclusive, at('09:30:00.001'))).toMatchObject({ kind: 'closed', closedAt: at('09:30:00.001') });
    expect(printed(inclusive)).toContainEqual(['09:30', 'entry-close']);
  });
});

describe('permitsAt', () => {
  const { paper, rules } = paperOf('R2021', 'theory');
  const permit = (what: 'enter' | 'answer' | 'submit' | 'leave', clock: string) =>
    permitsAt(paper, rules, at(clock))[what];

  it('[R21] entry opens at T−30', () => {
    expect(permit('enter', '08:29:59.999')).toEqual({ allowed: false, until: at('08:30'), rule: 'R21' });
    expect(permit('enter', '08:30')).toEqual({ allowed: true, until: at('09:30'), rule: 'R21' });
  });

  it('[R27] entry stays open after the start under another rule', () => {
    expect(permit('enter', '09:00')).toEqual({ allowed: true, until: at('09:30'), rule: 'R27' });
  });

  it('[R28] entry is closed for good from T+30', () => {
    expect(permit('enter', '09:29:59.999').allowed).toBe(true);
    expect(permit('enter', '09:30')).toEqual({ allowed: false, until: null, rule: 'R28' });
  });

  it('[R23, R33] answering is forbidden until the start and stops at the end', () => {
    expect(permit('answer', '08:59:59.999')).toEqual({ allowed: false, until: at('09:00'), rule: 'R23' });
    expect(permit('answer', '09:00')).toEqual({ allowed: true, until: at('10:30'), rule: 'R25' });
    expect(permit('answer', '10:29:59.999').allowed).toBe(true);
    expect(permit('answer', '10:30')).toEqual({ allowed: false, until: null, rule: 'R33' });
  });

  it('[R23] where answers are not locked, logging in opens them', () => {
    const open = paperOf('R2024', 'theory', { isAnswerLockedUntilStart: false });
    expect(permitsAt(open.paper, open.rules, at('08:39:59.999')).answer).toMatchObject({
      allowed: false,
      until: at('08:40'),
    });
    expect(permitsAt(open.paper, open.rules, at('08:40')).answer.allowed).toBe(true);
  });

  it('[R27, R31] nobody leaves in the first 30 minutes, then by permission', () => {
    expect(permit('leave', '09:29:59.999')).toEqual({ allowed: false, until: at('09:30'), rule: 'R27' });
    expect(permit('leave', '09:30')).toEqual({ allowed: true, until: at('10:25'), rule: 'R31' });
  });

  it('[R30, R33] nobody leaves in the last five minutes, after the end it is allowed again', () => {
    expect(permit('leave', '10:24:59.999').allowed).toBe(true);
    expect(permit('leave', '10:25')).toEqual({ allowed: false, until: at('10:30'), rule: 'R30' });
    expect(permit('leave', '10:29:59.999').allowed).toBe(false);
    expect(permit('leave', '10:30')).toEqual({ allowed: true, until: null, rule: 'R33' });
  });

  it('[C06] in the last five minutes submitting is allowed while leaving is not', () => {
    expect(permit('submit', '08:59:59.999')).toEqual({ allowed: false, until: at('09:00'), rule: 'R25' });
    expect(permit('submit', '10:26')).toEqual({ allowed: true, until: null, rule: 'C06' });
    expect(permit('leave', '10:26').allowed).toBe(false);
  });

  it('[C28] what is not submitted at the end is still collected', () => {
    expect(permit('submit', '10:30')).toEqual({ allowed: true, until: null, rule: 'R33' });
  });

  it('[C06] where the last minutes are barred, submitting stops with leaving', () => {
    const barred = paperOf('R2024', 'theory', { isSubmitAllowedInLastMin: false });
    expect(permitsAt(barred.paper, barred.rules, at('09:54:59.999')).submit).toMatchObject({
      allowed: true,
      until: at('09:55'),
    });
    expect(permitsAt(barred.paper, barred.rules, at('09:55')).submit).toEqual({
      allowed: false,
      until: at('10:00'),
      rule: 'C06',
    });
  });

  it('[R30] without a ban in the last minutes leaving never turns again', () => {
    const free = paperOf('R2024', 'theory', { leaveBanLastMin: 0 });
    expect(permitsAt(free.paper, free.rules, at('09:59:59.999')).leave).toEqual({
      allowed: true,
      until: null,
      rule: 'R31',
    });
    expect(permitsAt(free.paper, free.rules, at('10:00')).leave).toEqual({ allowed: true, until: null, rule: 'R33' });
  });

  it('[R30] bans that meet leave no moment to leave before the end', () => {
    const banned = paperOf('R2024', 'theory', { leaveBanFirstMin: 40, leaveBanLastMin: 30 });
    expect(permitsAt(banned.paper, banned.rules, at('09:20')).leave).toEqual({
      allowed: false,
      until: at('10:00'),
      rule: 'R27',
    });
    expect(permitsAt(banned.paper, banned.rules, at('09:45')).leave).toEqual({
      allowed: false,
      until: at('10:00'),
      rule: 'R30',
    });
  });
});

describe('the day as a whole', () => {
  const timeline = someTimeline(someRules('R2022').values);

  it('the countdown goes to the next milestone of either paper', () => {
    expect(nextChange(timeline, at('09:00'))?.id).toBe('practical:sheet-pickup');
    expect(nextChange(timeline, at('09:54:59.999'))?.id).toBe('theory:end-reminder');
    expect(nextChange(timeline, at('12:45'))).toBeNull();
  });

  it('[R28] check-in works on theory until its entry closes, then on the practical', () => {
    expect(currentPaper(timeline, at('06:00'))).toBe('theory');
    expect(currentPaper(timeline, at('08:59:59.999'))).toBe('theory');
    expect(currentPaper(timeline, at('09:00'))).toBe('practical');
    expect(currentPaper(timeline, at('23:00'))).toBe('practical');
  });

  it('[C02] check-in follows the timetable where the practical comes first', () => {
    const swapped = someTimeline(someRules('R2022', { theoryStartMinute: 840, practicalStartMinute: 540 }).values);
    expect(currentPaper(swapped, at('08:00'))).toBe('practical');
    expect(currentPaper(swapped, at('10:00'))).toBe('theory');
  });

  it('[C04] from 09:10 to 10:00 of R2022 two papers run at once', () => {
    expect(papersRunningAt(timeline, at('07:29:59.999'))).toEqual([]);
    expect(papersRunningAt(timeline, at('07:30'))).toEqual(['theory']);
    expect(papersRunningAt(timeline, at('09:10'))).toEqual(['theory', 'practical']);
    expect(papersRunningAt(timeline, at('09:59:59.999'))).toEqual(['theory', 'practical']);
    expect(papersRunningAt(timeline, at('10:00'))).toEqual(['practical']);
    expect(papersRunningAt(timeline, at('12:40'))).toEqual([]);
  });
});
