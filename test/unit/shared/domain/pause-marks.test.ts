import { describe, expect, it } from 'vitest';
import { railAt } from '../../../../shared/domain/timeline.ts';
import { clockAt, clockOf, delay, did, paperOf, pause, resume } from '../../../support/course-acts.ts';
import { backfilled, roomOf, undo } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, INVIGILATOR_2, must, type SimStation, stationId } from '../../../support/sim-station.ts';

function setClock(station: SimStation, before: string, after: string): void {
  const times = { before: at(before), after: at(after), wall: at(after) };
  const set = { type: 'setClock', kind: 'official-time', isInDoubt: true, ...times } as const;
  must(station.act(set, at(before), { second: INVIGILATOR_2 }));
}

/** "08:40:00-08:50:00", a pause that lasts without its end. */
function pauses(station: SimStation): readonly string[] {
  return paperOf(station).pauses.map(({ since, until }) => `${clockOf(since)}-${until === null ? '' : clockOf(until)}`);
}

describe('a pause on a clock that was set since', () => {
  it('[TL7] moves along where the clock was wrong when it was said, and what falls due after it waits', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:40')));
    setClock(station, '09:42', '08:52');
    expect(pauses(station)).toEqual(['08:50:00-']);
    const { timeline } = roomOf(station);
    const rail = timeline === null ? null : railAt(timeline, {}, at('09:30'));
    expect(rail?.items.find(({ milestone }) => milestone.kind === 'entry-close')?.state).toBe('upcoming');
    const [resumed] = must(station.act(resume(), at('08:57')));
    expect(resumed?.data).toEqual({ lostMs: 7 * 60_000 });
    expect(pauses(station)).toEqual(['08:50:00-08:57:00']);
  });

  it('[TL7] by two settings it moves along with both', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:40')));
    setClock(station, '09:42', '09:32');
    setClock(station, '09:34', '08:54');
    expect(pauses(station)).toEqual(['08:50:00-']);
  });

  it('[TL7] stays where it was said on the right clock: the slip of a hand came after it, and was set right', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('08:50')));
    setClock(station, '09:42', '08:52');
    expect(pauses(station)).toEqual(['08:50:00-']);
    setClock(station, '08:53', '08:40');
    setClock(station, '08:41', '08:54');
    expect(pauses(station)).toEqual(['08:50:00-']);
  });

  it('[TL7] never begins ahead of the time to which the clock was set', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:40')));
    setClock(station, '09:00', '08:59');
    expect(pauses(station)).toEqual(['08:59:00-']);
  });

  it('[TL7] that is over comes no second time, and does not end the next one', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:40')));
    must(station.act(resume(), at('09:50')));
    setClock(station, '09:55', '08:55');
    expect(pauses(station)).toEqual(['08:40:00-08:50:00']);
    must(station.act(pause(), at('09:00')));
    expect(pauses(station)).toEqual(['08:40:00-08:50:00', '09:00:00-']);
    must(station.act(resume(), at('09:10')));
    expect(pauses(station)).toEqual(['08:40:00-08:50:00', '09:00:00-09:10:00']);
  });

  it('[TL7] of another station’s clock stays as that one said it', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:40')));
    const times = { before: at('09:42'), after: at('08:52'), wall: at('08:52') };
    const other = createReadyRoom(1, stationId(2));
    const event = other.record('ClockSet', { kind: 'official-time', ...times }, at('09:42'), { room: null });
    station.take(
      other.events.filter((stored) => stored.event === event),
      at('09:43'),
    );
    expect(pauses(station)).toEqual(['09:40:00-']);
  });

  it('[TL7] entered later it lies where it is said to lie, whatever was said after it', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('09:20'), backfilled('08:50')));
    must(station.act(resume(), at('09:30'), backfilled('09:00')));
    expect(pauses(station)).toEqual(['08:50:00-09:00:00']);
  });

  it('[TL7] taken back counts for nothing', () => {
    const station = createReadyRoom(1);
    must(station.act(undo(did(station, pause(), '08:50')), at('08:50:05')));
    expect(pauses(station)).toEqual([]);
  });

  it('[TL5] a delay that was said on the wrong clock moves what has not passed on the right one', () => {
    const station = createReadyRoom(1);
    must(station.act(delay('10:00', { next: { kind: 'keep' } }), at('08:29')));
    expect(clockAt(station, 'theory:login-call')).toBe('08:25:00');
    setClock(station, '08:29', '08:09');
    expect(clockAt(station, 'theory:login-call')).toBe('09:55:00');
    expect(clockAt(station, 'theory:admission-open')).toBe('08:00:00');
  });
});
