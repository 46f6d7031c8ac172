import { describe, expect, it } from 'vitest';
import { type CourseStep, courseSteps } from '../../../../shared/domain/course-steps.ts';
import { clockOf, did, extend, pause, resume, seats, withdraw } from '../../../support/course-acts.ts';
import { roomOf, undo } from '../../../support/paper-acts.ts';
import { createReadyRoom, type SimStation } from '../../../support/sim-station.ts';

function stepsOf(station: SimStation): readonly CourseStep[] {
  const { day, course } = roomOf(station);
  if (day === null) throw new Error('no day');
  return courseSteps({ day, course }, 'theory');
}

/** "extension 10:00:00 10:18:00": what it was, and the paper's end before and after it. */
function told(station: SimStation): readonly string[] {
  return stepsOf(station).map(({ step, before, after }) => {
    const [from, to] = [before, after].map(({ lastEndsAt }) => clockOf(lastEndsAt));
    return `${step.kind} ${from} ${to}`;
  });
}

describe('the course of a paper, step by step', () => {
  it('has no step on a day that runs to plan', () => {
    expect(stepsOf(createReadyRoom(1))).toEqual([]);
  });

  it('shows the paper before and after each step, whatever came later', () => {
    const station = createReadyRoom(1);
    const keep = { next: { kind: 'keep' } } as const;
    did(station, pause(), '08:50');
    did(station, resume(18, { cutoff: 'stays', ...keep }), '09:08');
    did(station, extend(7, { seats: seats(1), ...keep }), '10:02');
    expect(told(station)).toEqual([
      'pause 10:00:00 10:00:00',
      'resume 10:00:00 10:00:00',
      'extension 10:00:00 10:18:00',
      'extension 10:18:00 10:25:00',
    ]);
  });

  it('puts a withdrawal where it was said, between what was recorded before and after it', () => {
    const station = createReadyRoom(1);
    const first = did(station, extend(4, { cutoff: 'stays' }), '08:40');
    did(station, extend(1, { cutoff: 'stays' }), '08:41');
    did(station, withdraw(first), '08:42');
    did(station, extend(2, { cutoff: 'stays' }), '08:43');
    expect(told(station)).toEqual([
      'extension 10:00:00 10:04:00',
      'extension 10:04:00 10:05:00',
      'withdrawal 10:05:00 10:01:00',
      'extension 10:01:00 10:03:00',
    ]);
    expect(stepsOf(station)[2]?.step).toMatchObject({ kind: 'withdrawal', of: { minutes: 4 } });
  });

  it('puts it there also where the clock was set back before it', () => {
    const station = createReadyRoom(1);
    const first = did(station, extend(4, { cutoff: 'stays' }), '08:40');
    did(station, extend(1, { cutoff: 'stays' }), '08:41');
    did(station, withdraw(first), '08:32');
    expect(told(station)).toEqual([
      'extension 10:00:00 10:04:00',
      'extension 10:04:00 10:05:00',
      'withdrawal 10:05:00 10:01:00',
    ]);
  });

  it('leaves out what was taken back with 撤销', () => {
    const station = createReadyRoom(1);
    did(station, undo(did(station, pause(), '08:50')), '08:50');
    expect(stepsOf(station)).toEqual([]);
  });
});
