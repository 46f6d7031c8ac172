import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { collectionOf } from '../../../../shared/domain/collection.ts';
import type { Event } from '../../../../shared/domain/events.ts';
import { leaveOf, submissionOf } from '../../../../shared/domain/submission.ts';
import {
  cancel,
  chooseSeating,
  delay,
  did,
  paperOf,
  pause,
  resume,
  setInSystem,
} from '../../../support/course-acts.ts';
import {
  admit,
  approve,
  backfilled,
  collect,
  leave,
  markAbsent,
  note,
  personOf,
  refTo,
  register,
  roomOf,
  statusOf,
  submit,
  undo,
  violate,
} from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_2,
  must,
  refuseEntry,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const byTwo = { second: INVIGILATOR_2 };

/** What an undo by two, with a reason, comes to: the dependants counted, or nothing in the way. */
function undone(station: SimStation, event: Event | undefined, clock = '11:00'): string {
  const result = station.act(undo(event), at(clock), { ...byTwo, reason: BOX, undoAgeMs: null });
  if (result.ok) return `${result.value[0]?.room} ${result.value[0]?.paper}`;
  return `${result.error.code} ${result.error.figures['count'] ?? ''}`.trim();
}

describe('taking back the acts of a paper', () => {
  it('[D9] each act is taken back in the reverse order of what rests on it', () => {
    const station = createReadyRoom(2);
    const [entry] = must(station.act(checkIn(1), at('08:10')));
    const [absence] = must(station.act(markAbsent(2), at('09:00')));
    const [submission] = must(station.act(submit(1), at('09:01')));
    const [left] = must(station.act(leave(1), at('09:02')));
    const [violation] = must(station.act(violate(1), at('09:03'), byTwo));
    const [tickA] = must(station.act(register(refTo(absence)), at('09:04')));
    const [tickV] = must(station.act(register(refTo(violation)), at('09:04')));
    const [noted] = must(station.act(note(1), at('09:05')));
    const [collected] = must(station.act(collect(), at('10:00')));
    const [signed] = must(station.act(approve(), at('10:01')));

    expect(undone(station, entry)).toBe('undo-has-dependants 3');
    expect(undone(station, submission)).toBe('undo-has-dependants 1');
    expect(undone(station, absence)).toBe('undo-has-dependants 1');
    expect(undone(station, violation)).toBe('undo-has-dependants 1');
    expect(undone(station, collected)).toBe('undo-has-dependants 1');
    for (const event of [signed, noted, collected, tickA, tickV, left, violation, absence, submission, entry]) {
      expect(undone(station, event)).toBe('001 theory');
      expect(undone(station, event)).toBe('undo-already-done');
    }
    expect([statusOf(station, 1), statusOf(station, 2)]).toEqual(['expected', 'expected']);
    expect(submissionOf(personOf(station, 1), 'theory')).toBeNull();
    expect(leaveOf(personOf(station, 1), 'theory')).toBeNull();
    expect(collectionOf(roomOf(station), 'theory')).toBeNull();
    expect(roomOf(station).registered).toEqual({});
    expect(openAnomalies(station.state)).toEqual([]);
  });

  it('[D9] the dependants are told with the first one’s time', () => {
    const station = createReadyRoom(1);
    const [entry] = must(station.act(checkIn(1), at('08:10')));
    must(station.act(submit(1), at('09:10'), backfilled('08:40')));
    expect(station.act(undo(entry), at('09:11'))).toMatchObject({
      error: { code: 'undo-has-dependants', rule: 'D9', figures: { count: 1, first: at('08:40') } },
    });
  });

  it('[D9] what does not rest on an act stays without it: an absence under a 补录, a refusal under an absence', () => {
    const station = createReadyRoom(2);
    const [refused] = must(station.act(refuseEntry(1, 'late'), at('09:00')));
    const [absence] = must(station.act(markAbsent(1, 2), at('09:01')));
    const [entry] = must(station.act(checkIn(2), at('09:05'), backfilled('08:40')));
    expect(undone(station, entry)).toBe('001 theory');
    expect(statusOf(station, 2)).toBe('absent');
    expect(undone(station, refused)).toBe('001 theory');
    expect(statusOf(station, 1)).toBe('absent');
    must(station.act(refuseEntry(1, 'late'), at('09:10')));
    expect(undone(station, absence)).toBe('001 theory');
    expect(statusOf(station, 1)).toBe('refused');
  });

  it('[D9] a violation at the door does not rest on the entry that follows it', () => {
    const station = createReadyRoom(1);
    must(station.act(violate(1), at('08:05'), byTwo));
    const [entry] = must(station.act(checkIn(1), at('08:10')));
    expect(undone(station, entry)).toBe('001 theory');
  });

  it('[D9] of two entries, submissions or collections one carries what rests on them', () => {
    const here = createReadyRoom(1);
    const there = createSimStation(stationId(2));
    there.take(here.events, at('08:00'));
    there.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('08:00'), { room: null });
    const [entryA] = must(here.act(checkIn(1), at('08:10')));
    const [submissionA] = must(here.act(submit(1), at('09:00')));
    must(here.act(leave(1), at('09:01')));
    const [collectedA] = must(here.act(collect(), at('09:10')));
    must(there.act(checkIn(1), at('08:11')));
    must(there.act(submit(1), at('09:00')));
    must(there.act(collect(), at('10:00')));
    here.take(there.events, at('10:01'));
    must(here.act(approve(), at('10:02')));
    for (const event of [entryA, submissionA, collectedA]) expect(undone(here, event)).toBe('001 theory');
    expect(leaveOf(personOf(here, 1), 'theory')).not.toBeNull();
    expect(openAnomalies(here.state)).toEqual([]);
  });

  it('[D9] one takes back alone only what one did oneself', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    const [noted] = must(station.act(note(1), at('09:05')));
    expect(station.act(undo(noted), at('09:05:10'), { actor: INVIGILATOR_2 })).toMatchObject({
      error: { code: 'undo-not-own-act' },
    });
    expect(station.act(undo(noted), at('09:05:10'), { undoAgeMs: 30_001 })).toMatchObject({
      error: { code: 'undo-too-late' },
    });
    must(station.act(undo(noted), at('09:05:10')));
  });

  it('[D9] what nobody did at a key is not taken back: photos, enrolments, the day', () => {
    const station = createReadyRoom(1);
    const filed = station.record(
      'CandidatePhotoFiled',
      { candidate: personOf(station, 1).candidate, sealedDigest: 'd'.repeat(64), width: 1, height: 1 },
      at('07:30'),
    );
    const enrolled = station.events.find(({ event }) => event.type === 'CandidateEnrolled')?.event;
    for (const event of [filed, enrolled]) {
      expect(station.act(undo(event), at('07:31'), { actor: CHIEF })).toMatchObject({
        error: { code: 'undo-target-unknown' },
      });
    }
  });

  it('[D9] a choice of 连场 and a cancelled eligibility are taken back, the violation not under it', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const violation = did(station, violate(1), '08:50', byTwo);
    const cancelled = did(station, cancel(1, violation), '08:55');
    expect(station.act(undo(violation), at('08:55:10'), { ...byTwo, reason: BOX })).toMatchObject({
      error: { code: 'undo-has-dependants', figures: { count: 1, first: at('08:55') } },
    });
    expect(undone(station, cancelled)).toBe('001 theory');
    expect(undone(station, violation)).toBe('001 theory');
    const chosen = did(station, chooseSeating(), '09:41');
    expect(undone(station, chosen)).toBe('001 practical');
    expect(roomOf(station).course.seatings.map(({ isUndone }) => isUndone)).toEqual([true]);
  });

  it('[D9] the tick 考试系统已设置 names its paper', () => {
    const station = createReadyRoom(2);
    const later = did(station, delay('10:20', { paper: 'practical' }), '09:00');
    expect(undone(station, did(station, setInSystem(later, 'practical'), '09:01'))).toBe('001 practical');
  });

  it('[D9] what the office did for every room it takes back in every room', () => {
    const station = createReadyRoom(2);
    const office = { binding: { kind: 'office' }, actor: CHIEF } as const;
    const paused = did(station, pause({ room: null }), '08:50', office);
    const [event] = must(station.act(undo(paused), at('08:50:10'), office));
    expect(event?.room).toBeNull();
    expect(paperOf(station).pausedSince).toBeNull();
    expect(station.state.site.common.timeline?.papers.theory.pausedSince).toBeNull();
    const again = did(station, pause({ room: null }), '08:51', office);
    must(station.act(resume(), at('08:52')));
    expect(station.act(undo(again), at('08:52:10'), office)).toMatchObject({
      error: { code: 'undo-has-dependants', figures: { count: 1 } },
    });
  });
});
