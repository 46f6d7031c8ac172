import { describe, expect, it } from 'vitest';
import { openTasks } from '../../../../renderer/screens/day/tasks.ts';
import { type CandidateId, PAPER_IDS, type PaperId } from '../../../../shared/ids.ts';
import { admit, collect, markAbsent, register, refTo, roomOf, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  type SimStation,
} from '../../../support/sim-station.ts';

/** Names of what there is to do, first things first: "theory:start", "absences theory". */
function tasksAt(station: SimStation, clock: string, held: readonly CandidateId[] = []): readonly string[] {
  const room = roomOf(station);
  if (room.timeline === null) throw new Error('no timeline');
  return namesOf({
    timeline: room.timeline,
    room,
    common: station.state.site.common,
    now: at(clock),
    heldBack: new Set(held),
  });
}

/** 连场, asked from 09:40 of this day on, has tests of its own. */
function namesOf(facts: Parameters<typeof openTasks>[0]): readonly string[] {
  return openTasks(facts)
    .filter(({ kind }) => kind !== 'seating')
    .map(({ key }) => key);
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

  it('[D24] a paused paper goes before all else, and nothing of it is asked for', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    keepPace(station, '08:45');
    station.record('PaperPaused', { why: null }, at('08:50'), { paper: 'theory' });
    expect(tasksAt(station, '09:05')).toEqual(['paused theory', 'theory:entry-close']);
    expect(tasksAt(station, '10:30')).toEqual(['paused theory', 'practical:sheet-pickup']);
    expect(tasksAt(station, '08:49:59')).not.toContain('paused theory');
    station.record('PaperResumed', { lostMs: 0 }, at('09:10'), { paper: 'theory' });
    expect(tasksAt(station, '09:10')[0]).toBe('theory:entry-close');
  });

  it('[D26] what the technician has to set comes before paper work, after what is due in the room', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    must(station.act(violate(1), at('08:50'), { second: INVIGILATOR_2 }));
    keepPace(station, '08:59');
    const approval = { approver: CHIEF, how: 'present' };
    const extension = { seats: null, minutes: 5, movesCutoff: false, why: BOX, approval };
    station.record('PaperExtended', extension, at('08:55'), { paper: 'theory' });
    expect(tasksAt(station, '08:56').slice(0, 2)).toEqual(['system-setting theory', 'registration theory']);
    expect(tasksAt(station, '09:00').slice(0, 2)).toEqual(['theory:entry-close', 'system-setting theory']);
  });

  it('[R25] the start is said at its second, with what is overdue right behind it', () => {
    const station = createReadyRoom(2);
    keepPace(station, '08:20');
    expect(tasksAt(station, '08:29:59')).toEqual(['theory:login-call']);
    expect(tasksAt(station, '08:30')).toEqual(['theory:start', 'theory:login-call']);
    // Two minutes later both are overdue: then the oldest comes first.
    expect(tasksAt(station, '08:32')).toEqual(['theory:login-call']);
  });

  it('[R33] a reminder that nobody said does not hide the end', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    keepPace(station, '09:54', ['theory']);
    expect(tasksAt(station, '09:59:59')).toEqual(['theory:end-reminder']);
    expect(tasksAt(station, '10:00').slice(0, 2)).toEqual(['theory:end', 'theory:end-reminder']);
  });

  it('[D29] 连场 is asked from the later paper’s opening on, and hides nothing of the paper that runs', () => {
    const station = createReadyRoom(2);
    const room = () => roomOf(station);
    const names = (clock: string) => {
      const { timeline } = room();
      if (timeline === null) throw new Error('no timeline');
      const facts = {
        timeline,
        room: room(),
        common: station.state.site.common,
        now: at(clock),
        heldBack: new Set<CandidateId>(),
      };
      return openTasks(facts).map(({ key }) => key);
    };
    admit(station, 1, 2);
    keepPace(station, '09:40', ['theory']);
    expect(names('09:39:59')).not.toContain('seating choose');
    expect(names('09:40')[0]).toBe('seating choose');
    expect(names('09:55').slice(0, 2)).toEqual(['theory:end-reminder', 'seating choose']);
    expect(names('09:58').slice(0, 2)).toEqual(['theory:end-reminder', 'seating choose']);
    keepPace(station, '10:00', ['theory']);
    expect(names('10:00').slice(0, 2)).toEqual(['collection theory', 'seating choose']);
  });

  it('[R42] reporting the results is paper work', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    must(station.act(violate(1), at('08:50'), { second: INVIGILATOR_2 }));
    keepPace(station, '10:00');
    must(station.act(collect(), at('10:01')));
    expect(tasksAt(station, '10:05')).toEqual(['practical:login-call', 'registration theory', 'room-record theory']);
    keepPace(station, '10:05', ['practical']);
    expect(tasksAt(station, '10:05:30')).toContain('theory:results-reported');
    expect(tasksAt(station, '10:05:30')[0]).not.toBe('theory:results-reported');
  });

  it('[R33] seats that write on are ended by themselves, and only then the paper is collected', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    const approval = { approver: CHIEF, how: 'present' };
    const extension = { seats: [2], minutes: 7, movesCutoff: false, why: BOX, approval };
    const event = station.record('PaperExtended', extension, at('09:20'), { paper: 'theory' });
    station.record('AdjustmentSetInSystem', { target: refTo(event), technician: null }, at('09:25'));
    keepPace(station, '09:55', ['theory']);
    expect(tasksAt(station, '10:00')[0]).toBe('theory:end');
    keepPace(station, '10:00', ['theory']);
    expect(tasksAt(station, '10:02')).toEqual(['theory:seat-end-reminder@7']);
    keepPace(station, '10:02', ['theory']);
    expect(tasksAt(station, '10:07').slice(0, 2)).toEqual(['theory:seat-end@7', 'collection theory']);
  });

  it('[D35] the office has the chief’s signals to give, and no duties of a room', () => {
    const { common } = createReadyRoom(2).state.site;
    const { timeline } = common;
    if (timeline === null) throw new Error('no timeline');
    const tasks = (clock: string) => namesOf({ timeline, room: null, common, now: at(clock), heldBack: new Set() });
    expect(tasks('08:27')).toEqual(['theory:prepare']);
    expect(tasks('08:30')).toEqual(['theory:start']);
    expect(tasks('10:05')).toEqual(['theory:end']);
  });
});
