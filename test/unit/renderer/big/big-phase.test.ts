import { describe, expect, it } from 'vitest';
import { bigPhase } from '../../../../renderer/screens/big/big-phase.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { chooseSeating, delay, extend, pause, resume, seats } from '../../../support/course-acts.ts';
import { collect } from '../../../support/paper-acts.ts';
import {
  at,
  checkIn,
  createReadyRoom,
  MAKE_DAY_2021,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const r2022 = () => createReadyRoom();
const r2021 = () => createReadyRoom(4, stationId(1), MAKE_DAY_2021);

function phaseAt(station: SimStation, clock: string) {
  const room = station.state.rooms[ROOM];
  if (room === undefined) throw new Error('no room');
  return bigPhase(room, at(clock));
}

/** "theory running", as the screen would have it. */
function said(station: SimStation, clock: string): string {
  const phase = phaseAt(station, clock);
  if (phase === null) return 'nothing';
  return phase.kind === 'done' ? 'done' : `${phase.paper.paper} ${phase.kind}`;
}

function act(station: SimStation, clock: string, command: Command): void {
  must(station.act(command, at(clock)));
}

describe('what 大屏 shows when', () => {
  it.each([
    ['07:59:59', 'theory waiting'],
    ['08:00', 'theory entry'],
    ['08:20', 'theory rules'],
    ['08:25', 'theory login'],
    ['08:28', 'theory prepared'],
    ['08:30', 'theory running'],
    ['09:59:59', 'theory running'],
    ['10:00', 'theory ended'],
    ['10:04:59', 'theory ended'],
    ['10:05', 'practical login'],
    ['10:08', 'practical prepared'],
    ['10:10', 'practical running'],
    ['12:40', 'practical ended'],
    ['13:10', 'done'],
  ])('R2022 at %s: %s', (clock, phase) => {
    expect(said(r2022(), clock)).toBe(phase);
  });

  it.each([
    ['08:35', 'theory rules'],
    ['08:40', 'theory login'],
    ['08:58', 'theory prepared'],
    ['10:30', 'theory ended'],
    ['11:00', 'practical waiting'],
    ['13:30', 'practical entry'],
    ['16:30', 'practical ended'],
  ])('R2021, with its noon between the papers, at %s: %s', (clock, phase) => {
    expect(said(r2021(), clock)).toBe(phase);
  });

  it("[C04] the running paper has the screen while the next one's entry is open", () => {
    expect(said(r2022(), '09:40')).toBe('theory running');
    expect(said(r2022(), '09:56')).toBe('theory running');
  });

  it('[R29] the last minutes begin with the reminder nearest to the end, as it stands now', () => {
    const room = r2022();
    expect(phaseAt(room, '09:54:59')).toMatchObject({ isEnding: false });
    expect(phaseAt(room, '09:55')).toMatchObject({ isEnding: true });
    act(room, '09:00', extend(5));
    expect(phaseAt(room, '09:55')).toMatchObject({ isEnding: false });
    expect(phaseAt(room, '10:00')).toMatchObject({ isEnding: true });
  });

  it('a pause stands over everything, past the end too, until 恢复', () => {
    const room = r2022();
    act(room, '08:50', pause());
    expect(said(room, '08:49:59')).toBe('theory running');
    expect(said(room, '08:50')).toBe('theory paused');
    expect(said(room, '10:20')).toBe('theory paused');
    act(room, '10:20', resume());
    expect(said(room, '10:20')).toBe('theory ended');
    expect(said(room, '10:21')).toBe('practical running');
  });

  it('seats with an end of their own keep the screen after the room, the earliest of them first', () => {
    const room = r2022();
    act(room, '09:00', extend(2, { seats: seats(11, 12), next: { kind: 'keep' } }));
    act(room, '09:01', extend(4, { seats: seats(20), next: { kind: 'keep' } }));
    expect(phaseAt(room, '10:00')).toMatchObject({ kind: 'seats', seats: { seats: [11, 12], minutes: 2 } });
    expect(phaseAt(room, '10:02')).toMatchObject({ kind: 'seats', seats: { seats: [20], minutes: 4 } });
    expect(said(room, '10:04')).toBe('theory ended');
  });

  it('a delay moves what lies before it, and what had passed stays', () => {
    const room = r2022();
    act(room, '08:27', delay('08:45', { next: { kind: 'delay', startsAt: at('10:30') } }));
    expect(said(room, '08:30')).toBe('theory login');
    expect(said(room, '08:43')).toBe('theory prepared');
    expect(said(room, '08:45')).toBe('theory running');
  });

  it('[D29] tells 留座 or 离场 once the chief has chosen; with the noon between people leave', () => {
    const room = r2022();
    expect(phaseAt(room, '10:00')).toMatchObject({ seating: null, next: { paper: 'practical' } });
    act(room, '09:45', chooseSeating());
    expect(phaseAt(room, '10:00')).toMatchObject({ seating: 'stay' });
    expect(phaseAt(r2021(), '10:30')).toMatchObject({ seating: 're-enter' });
  });

  it('[C04] where the papers were left to collide, the end is still shown for a minute', () => {
    const room = r2022();
    act(room, '09:00', extend(20, { next: { kind: 'keep' } }));
    expect(said(room, '10:19')).toBe('theory running');
    expect(said(room, '10:20')).toBe('theory ended');
    expect(said(room, '10:21')).toBe('practical running');
  });

  it('what was said at the end can be read for three minutes after 收卷, then comes what is next', () => {
    const room = createReadyRoom(1, stationId(1), MAKE_DAY_2021);
    act(room, '08:40', checkIn(1));
    act(room, '10:31', collect());
    expect(phaseAt(room, '10:33:59')).toMatchObject({ kind: 'ended', isCollected: true });
    expect(phaseAt(room, '10:34')).toMatchObject({ kind: 'waiting', paper: { paper: 'practical' }, isNext: true });
  });

  it('the rules turn their pages from when the screen became theirs', () => {
    expect(phaseAt(r2022(), '08:23')).toMatchObject({ kind: 'rules', since: at('08:20') });
  });
});
