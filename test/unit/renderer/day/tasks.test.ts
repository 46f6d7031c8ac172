import { describe, expect, it } from 'vitest';
import { openTasks } from '../../../../renderer/screens/day/tasks.ts';
import { type CandidateId, PAPER_IDS, type PaperId } from '../../../../shared/ids.ts';
import { admit, collect, markAbsent, register, refTo, roomOf, violate } from '../../../support/paper-acts.ts';
import {
  at,
  candidateId,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  type SimStation,
} from '../../../support/sim-station.ts';

/** Names of what there is to do, first things first: "theory:start", "absences theory". */
function tasksAt(station: SimStation, clock: string, held: readonly CandidateId[] = []): readonly string[] {
  const room = roomOf(station);
  if (room.timeline === null) throw new Error('no timeline');
  return openTasks({ timeline: room.timeline, room, now: at(clock), heldBack: new Set(held) }).map(({ key }) => key);
}

/** Confirms the milestones up to this time, as people do who keep pace; of one paper, or of both. */
function keepPace(station: SimStation, until: string, papers: readonly PaperId[] = PAPER_IDS): void {
  for (const { id, paper, at: instant } of roomOf(station).timeline?.milestones ?? []) {
    if (instant > at(until) || !papers.includes(paper) || roomOf(station).confirmed[id] !== undefined) continue;
    station.record('MilestoneConfirmed', { milestone: id }, instant, { paper });
  }
}

describe('what comes first', () => {
  it('[R35] at the cut-off entry is called closed aloud, then the absent are recorded', () => {
    const station = createReadyRoom(3);
    admit(station, 1, 2);
    keepPace(station, '08:59');
    expect(tasksAt(station, '08:59:59')).toEqual(['theory:entry-close']);
    expect(tasksAt(station, '09:00')).toEqual(['theory:entry-close', 'absences theory']);
    keepPace(station, '09:00');
    expect(tasksAt(station, '09:00:10')[0]).toBe('absences theory');
  });

  it('[R33] at the end the end is announced, then the paper is collected, before the next paper’s own items', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    keepPace(station, '09:55', ['theory']);
    expect(tasksAt(station, '10:00')).toEqual(['theory:end', 'collection theory']);
    keepPace(station, '10:00', ['theory']);
    expect(tasksAt(station, '10:03')).toEqual(['collection theory', 'practical:sheet-pickup']);
  });

  it('[C04] what the next paper can wait with hides no duty of the running one', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    keepPace(station, '09:09');
    expect(tasksAt(station, '09:20')).toEqual(['absences theory', 'practical:sheet-pickup']);
  });

  it('[R25] a signal of the next paper goes before a collection that is still open', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    keepPace(station, '10:09');
    expect(tasksAt(station, '10:09:59')[0]).toBe('collection theory');
    expect(tasksAt(station, '10:10')).toEqual(['practical:start', 'collection theory']);
  });

  it('people who are still being looked for give way to what else there is', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    keepPace(station, '09:55');
    expect(tasksAt(station, '09:57', [candidateId(2)])[0]).toBe('absences theory');
    keepPace(station, '10:00');
    expect(tasksAt(station, '10:00', [candidateId(2)]).slice(0, 2)).toEqual(['collection theory', 'absences theory']);
  });

  it('[R35] paper work waits behind whatever is due, and stands before what is only to come', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    must(station.act(violate(1), at('08:50'), { second: INVIGILATOR_2 }));
    keepPace(station, '08:59');
    expect(tasksAt(station, '08:55')).toEqual(['registration theory', 'theory:entry-close']);
    expect(tasksAt(station, '09:00')).toEqual(['theory:entry-close', 'registration theory']);
  });

  it('[R36] once collected and registered, the record is left', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const [absence] = must(station.act(markAbsent(2), at('09:01')));
    must(station.act(register(refTo(absence)), at('09:02')));
    must(station.act(collect(), at('10:00:30')));
    keepPace(station, '10:00');
    expect(tasksAt(station, '10:00:50')[0]).toBe('room-record theory');
  });

  it('an empty room is not to be collected before the end while its absent are not recorded', () => {
    const station = createReadyRoom(2);
    keepPace(station, '09:00');
    expect(tasksAt(station, '09:05')).not.toContain('collection theory');
    must(station.act(markAbsent(1, 2), at('09:05')));
    expect(tasksAt(station, '09:06')).toContain('collection theory');
  });

  it('the office has no duties of a room', () => {
    const { timeline } = roomOf(createReadyRoom(2));
    if (timeline === null) throw new Error('no timeline');
    const tasks = openTasks({ timeline, room: null, now: at('10:30'), heldBack: new Set() });
    expect(tasks.map(({ kind }) => kind)).toEqual(['milestone']);
  });
});
