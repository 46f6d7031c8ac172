import { describe, expect, it } from 'vitest';
import { courseLines } from '../../../../renderer/screens/day/course-lines.ts';
import { knownToSystem } from '../../../../renderer/screens/day/system-known.ts';
import { clockOf, did, extend, pause, resume, setInSystem, withdraw } from '../../../support/course-acts.ts';
import { roomOf, undo } from '../../../support/paper-acts.ts';
import { createReadyRoom, type SimStation } from '../../../support/sim-station.ts';

function linesOf(station: SimStation): readonly string[] {
  return courseLines(roomOf(station)).map(({ act, state, canWithdraw, canUndo }) =>
    [act.kind, state, canWithdraw ? '撤回' : '', canUndo ? '撤销' : ''].join(' ').trim(),
  );
}

describe('时间调整', () => {
  it('[D26] lists the newest first, with what waits for the exam system and what was set there', () => {
    const station = createReadyRoom(2);
    did(station, pause(), '09:10');
    did(station, resume(5, { next: { kind: 'keep' } }), '09:15');
    expect(linesOf(station)).toEqual(['extension pending 撤回', 'resume said', 'pause said']);
    const [extension] = courseLines(roomOf(station));
    const event = station.events.find(({ event: { type } }) => type === 'PaperExtended')?.event;
    did(station, setInSystem(event), '09:20');
    expect(linesOf(station)[0]).toBe('extension set 撤回');
    expect(extension?.tick).toBeNull();
    expect(courseLines(roomOf(station))[0]?.tick?.occurredAt).toBeDefined();
  });

  it('[D27] keeps what is withdrawn in view, and says when the exam system must be set back', () => {
    const station = createReadyRoom(2);
    const event = did(station, extend(3), '09:10');
    did(station, setInSystem(event), '09:12');
    did(station, withdraw(event), '09:15');
    expect(linesOf(station)).toEqual(['extension to-set-back']);
    const other = createReadyRoom(2);
    did(other, withdraw(did(other, extend(3), '09:10')), '09:15');
    expect(linesOf(other)).toEqual(['extension withdrawn']);
  });

  it('[D9] a pause pressed by mistake can be taken back until something follows it', () => {
    const station = createReadyRoom(2);
    const event = did(station, pause(), '09:10');
    expect(linesOf(station)).toEqual(['pause said  撤销']);
    did(station, undo(event), '09:10:10');
    expect(linesOf(station)).toEqual(['pause undone']);
  });
});

describe('the exam system', () => {
  it('[D26] runs by what has been set there, so the old end is the deadline', () => {
    const station = createReadyRoom(2);
    const end = () => clockOf(knownToSystem(roomOf(station), 'theory')?.endsAt ?? 0);
    const first = did(station, extend(3), '09:10');
    expect(end()).toBe('10:00:00');
    did(station, setInSystem(first), '09:12');
    expect(end()).toBe('10:03:00');
    did(station, extend(2), '09:20');
    expect(end()).toBe('10:03:00');
  });
});
