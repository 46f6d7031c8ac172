import { describe, expect, it } from 'vitest';
import { alarmsBetween, isSilentAt } from '../../../../shared/domain/alarms.ts';
import { formatMinute, instantOf } from '../../../../shared/domain/day-time.ts';
import type { Edition, Rules } from '../../../../shared/domain/rules.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import { NO_FACTS, type Timeline, type TimelineFacts } from '../../../../shared/domain/timeline-types.ts';
import { as, type SeatNo } from '../../../../shared/ids.ts';
import { SOME_DATE, someRules } from '../../../support/a-day.ts';

/** 'HH:mm[:ss]' of SOME_DATE. */
function at(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return instantOf(SOME_DATE, hours * 60 + minutes) + seconds * 1000;
}

function timelineOf(edition: Edition, facts: Partial<TimelineFacts> = {}, typed: Partial<Rules> = {}): Timeline {
  return computeTimeline(someRules(edition, typed).values, SOME_DATE, { ...NO_FACTS, ...facts });
}

const QUIET = { done: {}, soundsDuringExam: false };
const WHOLE_DAY = { from: at('00:00'), to: at('23:59') };

/** Every alarm of the day as it comes to the second: "09:00 theory:end long". */
function asTheyCome(timeline: Timeline, facts = QUIET): readonly string[] {
  const instants = [...new Set(alarmsBetween(timeline, facts, WHOLE_DAY).map(({ milestone }) => milestone.at))];
  return instants.flatMap((instant) =>
    alarmsBetween(timeline, facts, { from: instant - 1, to: instant }).map(
      ({ milestone: { id }, sound }) => `${formatMinute(instant)} ${id} ${sound ?? '-'}`,
    ),
  );
}

const seats = (...numbers: readonly number[]) => numbers.map((seat) => as<SeatNo>(seat));

describe('which alarms come, and which of them sound', () => {
  it('[AL2] R2021: everything before T and each E, nothing from T until E', () => {
    expect(asTheyCome(timelineOf('R2021'))).toEqual([
      '08:00 theory:sheet-pickup short',
      '08:20 theory:room-check short',
      '08:30 theory:admission-open short',
      '08:35 theory:rules-reading short',
      '08:40 theory:login-call short',
      '08:55 theory:login-last-call short',
      '08:58 theory:prepare short',
      '09:00 theory:start -',
      '09:05 theory:login-check -',
      '09:30 theory:entry-close -',
      '10:25 theory:end-reminder -',
      '10:30 theory:end long',
      '13:00 practical:sheet-pickup short',
      '13:20 practical:room-check short',
      '13:30 practical:admission-open short',
      '13:35 practical:rules-reading short',
      '13:40 practical:login-call short',
      '13:55 practical:login-last-call short',
      '13:58 practical:prepare short',
      '14:00 practical:start -',
      '14:05 practical:login-check -',
      '14:30 practical:entry-close -',
      '16:25 practical:end-reminder -',
      '16:30 practical:end long',
    ]);
  });

  it('[AL2] R2022: what the practical wants while theory runs is shown without a sound', () => {
    expect(asTheyCome(timelineOf('R2022'))).toEqual([
      '07:30 theory:sheet-pickup short',
      '07:50 theory:room-check short',
      '08:00 theory:admission-open short',
      '08:20 theory:rules-reading short',
      '08:25 theory:login-call short',
      '08:28 theory:prepare short',
      '08:30 theory:start -',
      '08:35 theory:login-check -',
      '09:00 theory:entry-close -',
      '09:10 practical:sheet-pickup -',
      '09:30 practical:room-check -',
      '09:40 practical:admission-open -',
      '09:55 theory:end-reminder -',
      '10:00 theory:end long',
      '10:00 practical:rules-reading short',
      '10:05 practical:login-call short',
      '10:08 practical:prepare short',
      '10:10 practical:start -',
      '10:15 practical:login-check -',
      '10:40 practical:entry-close -',
      '12:35 practical:end-reminder -',
      '12:40 practical:end long',
    ]);
  });

  it('[AL2] once the chief wants it every alarm sounds', () => {
    const loud = asTheyCome(timelineOf('R2022'), { ...QUIET, soundsDuringExam: true });
    expect(loud).toContain('08:30 theory:start short');
    expect(loud).toContain('09:40 practical:admission-open short');
    expect(loud.filter((line) => line.endsWith('-'))).toEqual([]);
  });

  it('[AL2] seats that write on are left in peace, and each end still rings', () => {
    const extension = {
      kind: 'extension',
      seats: seats(11, 12),
      ms: 7 * 60_000,
      cutoffMs: 0,
      isPending: false,
    } as const;
    const lines = asTheyCome(timelineOf('R2021', { theory: [extension] }));
    expect(lines).toContain('10:30 theory:end long');
    expect(lines).toContain('10:32 theory:seat-end-reminder@7 -');
    expect(lines).toContain('10:37 theory:seat-end@7 long');
  });

  it('[AL2] an end inside the other paper is silent', () => {
    const extension = { kind: 'extension', seats: null, ms: 18 * 60_000, cutoffMs: 0, isPending: false } as const;
    expect(asTheyCome(timelineOf('R2022', { theory: [extension] }))).toContain('10:18 theory:end -');
  });

  it('[AL1] in a pause nothing of the paper comes, and what comes of the other is silent', () => {
    const paused = timelineOf('R2022', { theory: [{ kind: 'pause', at: at('09:50') }] });
    const lines = asTheyCome(paused);
    expect(lines.some((line) => line.includes('theory:end'))).toBe(false);
    expect(lines).toContain('10:05 practical:login-call -');
    expect(isSilentAt(paused, at('10:05'))).toBe(true);
  });

  it('[AL1] what is done comes no more, and what follows 收卷 never comes by the clock', () => {
    const timeline = timelineOf('R2022');
    const done = { 'theory:admission-open': 1 };
    const span = { from: at('07:59:59'), to: at('08:00') };
    expect(alarmsBetween(timeline, { ...QUIET, done }, span)).toEqual([]);
    expect(asTheyCome(timeline).some((line) => /machines|results|all-submitted|record/.test(line))).toBe(false);
  });

  it('[AL1] the span is open at its beginning and closed at its end', () => {
    const timeline = timelineOf('R2022');
    const ids = (from: string, to: string) =>
      alarmsBetween(timeline, QUIET, { from: at(from), to: at(to) }).map(({ milestone }) => milestone.id);
    expect(ids('07:59:59', '08:00')).toEqual(['theory:admission-open']);
    expect(ids('08:00', '08:01')).toEqual([]);
  });

  it('[AL2] an end that is noticed five seconds later and more was missed: where others write on it is silent', () => {
    const extension = { kind: 'extension', seats: seats(11), ms: 420_000, cutoffMs: 0, isPending: false } as const;
    const timeline = timelineOf('R2021', { theory: [extension] });
    const heardAt = (ms: number) => alarmsBetween(timeline, QUIET, { from: at('10:29'), to: at('10:30') + ms });
    expect(heardAt(4_999).map(({ sound }) => sound)).toEqual(['long']);
    expect(heardAt(5_000).map(({ sound }) => sound)).toEqual([null]);
  });

  it('[AL3] what was missed sounds only where it may by then', () => {
    const timeline = timelineOf('R2022');
    const sounds = (from: string, to: string) =>
      alarmsBetween(timeline, QUIET, { from: at(from), to: at(to) }).map(({ milestone, sound }) => [
        milestone.kind,
        sound,
      ]);
    expect(sounds('08:24', '08:29')).toEqual([
      ['login-call', 'short'],
      ['prepare', 'short'],
    ]);
    expect(sounds('08:24', '08:31').map(([, sound]) => sound)).toEqual([null, null, null]);
    expect(sounds('09:54', '10:02')).toEqual([
      ['end-reminder', 'short'],
      ['end', 'long'],
      ['rules-reading', 'short'],
    ]);
    expect(sounds('09:59', '10:11').map(([, sound]) => sound)).toEqual([null, null, null, null, null]);
  });
});
