import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { countRoom } from '../../../../shared/domain/attendance.ts';
import { collectionOf, collectionOutlook, hasCollectionDrifted } from '../../../../shared/domain/collection.ts';
import { dutiesAt } from '../../../../shared/domain/duties.ts';
import { as, type DocumentId } from '../../../../shared/ids.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  refuseEntry,
  ROOM,
  rosterOf,
  type SimStation,
} from '../../../support/sim-station.ts';
import {
  admit,
  backfilled,
  collect,
  DIGEST,
  leave,
  markAbsent,
  register,
  refTo,
  roomOf,
  submit,
  undo,
  violate,
} from '../../../support/paper-acts.ts';

function outlookOf(station: SimStation) {
  const timeline = roomOf(station).timeline?.papers.theory;
  if (timeline === undefined) throw new Error('no timeline');
  return collectionOutlook(roomOf(station), timeline);
}

function dutyKinds(station: SimStation, clock: string) {
  const timeline = roomOf(station).timeline?.papers.theory;
  if (timeline === undefined) throw new Error('no timeline');
  return dutiesAt(roomOf(station), timeline, at(clock)).map(({ kind }) => kind);
}

describe('collecting a paper', () => {
  it('[R33] not before the end, at exactly the end it is', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    expect(station.act(collect(), at('09:59:59.999'))).toEqual({
      ok: false,
      error: { code: 'collection-too-early', rule: 'R33', figures: { opensAt: at('10:00') } },
    });
    expect(dutyKinds(station, '09:59:59.999')).toEqual([]);
    expect(dutyKinds(station, '10:00')).toEqual(['collection']);
    const [event] = must(station.act(collect(), at('10:00')));
    expect(event).toMatchObject({ type: 'PaperCollected', room: '001', paper: 'theory' });
    expect(dutyKinds(station, '10:01')).toEqual(['room-record']);
  });

  it('[R33] a room that everybody has left is collected from the cut-off on', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    must(station.act(submit(1), at('08:50')));
    expect(outlookOf(station).opensAt).toBe(at('10:00'));
    must(station.act(leave(1), at('09:00')));
    expect(outlookOf(station).opensAt).toBe(at('09:00'));
    must(station.act(markAbsent(2), at('09:00')));
    must(station.act(collect(), at('09:00')));
  });

  it('[D17] an early 收卷 that is entered later was not before the last had left', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    for (const [n, clock] of [
      [1, '09:41'],
      [2, '09:20'],
    ] as const) {
      must(station.act(submit(n), at(clock)));
      must(station.act(leave(n), at(clock)));
    }
    expect(station.act(collect(), at('09:50'), backfilled('09:40:59.999'))).toMatchObject({
      error: { code: 'collection-too-early', figures: { opensAt: at('09:41') } },
    });
    must(station.act(collect(), at('09:50'), backfilled('09:41')));
  });

  it('[D17] whoever leaves after the end does not put 收卷 off', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    must(station.act(submit(1), at('10:00')));
    must(station.act(leave(1), at('10:05')));
    expect(outlookOf(station).opensAt).toBe(at('10:00'));
    must(station.act(collect(), at('10:06'), backfilled('10:00')));
  });

  it('[R33] a room to which nobody came is collected from the cut-off on, not before', () => {
    const station = createReadyRoom(1);
    expect(station.act(collect(), at('08:59:59.999'))).toMatchObject({
      error: { code: 'collection-too-early', figures: { opensAt: at('09:00') } },
    });
    must(station.act(markAbsent(1), at('09:00')));
    must(station.act(collect(), at('09:00')));
  });

  it('[R35] not while somebody is neither in nor marked absent, the refused among them', () => {
    const station = createReadyRoom(3);
    admit(station, 1);
    must(station.act(refuseEntry(2, 'documents'), at('08:40')));
    expect(station.act(collect(), at('10:00'))).toMatchObject({
      error: { code: 'absences-open', rule: 'R35', figures: { count: 2 } },
    });
    must(station.act(markAbsent(2, 3), at('10:00')));
    must(station.act(collect(), at('10:00')));
  });

  it('[R33] not without the technician, in any edition', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    expect(station.act(collect({ isConfirmedByTechnician: false }), at('10:00'))).toMatchObject({
      error: { code: 'technician-not-confirmed', rule: 'R33' },
    });
  });

  it('[D17] the counts are the state’s: 应到 = 实到 + 缺考, 迟到 within 实到, and what is not registered yet', () => {
    const station = createReadyRoom(5);
    must(station.act(checkIn(1), at('08:10')));
    admit(station, 2, 3);
    const [absence] = must(station.act(markAbsent(4, 5), at('09:00')));
    must(station.act(violate(1), at('09:10'), { second: INVIGILATOR_2 }));
    must(station.act(register(refTo(absence)), at('09:11')));
    const [event] = must(station.act(collect(), at('10:00')));
    expect(event?.data).toEqual({
      expected: 5,
      present: 3,
      late: 2,
      absent: 2,
      unregistered: 2,
      notSubmitted: [],
      isConfirmedByTechnician: true,
    });
    expect(collectionOf(roomOf(station), 'theory')?.said).toEqual(event?.data);
    expect(station.act(collect(), at('10:01'))).toMatchObject({
      error: { code: 'already-collected', figures: { at: at('10:00') } },
    });
  });

  it('[D17] named is only who is in and has not submitted, once, with the first reason', () => {
    const station = createReadyRoom(4);
    admit(station, 1, 2, 3);
    must(station.act(markAbsent(4), at('09:00')));
    must(station.act(submit(2), at('09:10')));
    const naming = (...people: readonly number[]) =>
      collect({
        notSubmitted: people.map((n, place) => ({ candidate: candidateId(n), why: { ...BOX, ct: `${place}AAA` } })),
      });
    expect(station.act(naming(4), at('10:00'))).toMatchObject({ error: { code: 'not-present', figures: { seat: 4 } } });
    expect(station.act(naming(2), at('10:00'))).toMatchObject({
      error: { code: 'already-submitted', figures: { at: at('09:10'), seat: 2 } },
    });
    expect(station.act(naming(99), at('10:00'))).toMatchObject({ error: { code: 'candidate-unknown' } });
    expect(outlookOf(station).stillWriting.map(({ seat }) => seat)).toEqual([1, 3]);
    const [event] = must(station.act(naming(3, 1, 3), at('10:00')));
    expect(event?.data).toMatchObject({
      notSubmitted: [
        { candidate: candidateId(1), why: { ct: '1AAA' } },
        { candidate: candidateId(3), why: { ct: '0AAA' } },
      ],
    });
  });

  it('[D17] counts that do not hold any more show, until people settle it or collect again', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    must(station.act(markAbsent(2), at('09:00')));
    expect(hasCollectionDrifted(roomOf(station), 'theory')).toBe(false);
    const [collected] = must(station.act(collect(), at('10:00')));
    expect(hasCollectionDrifted(roomOf(station), 'theory')).toBe(false);
    must(station.act(checkIn(2), at('10:05'), backfilled('08:40')));
    expect(openAnomalies(station.state)).toMatchObject([
      { kind: 'collection-drifted', event: refTo(collected), room: '001', paper: 'theory', candidate: null },
    ]);
    must(station.act(undo(collected), at('10:06'), { second: INVIGILATOR_2, reason: BOX }));
    expect(openAnomalies(station.state)).toEqual([]);
    expect(dutyKinds(station, '10:06')).toEqual(['collection']);
    must(station.act(collect(), at('10:07')));
    expect(collectionOf(roomOf(station), 'theory')?.said).toMatchObject({ present: 2, absent: 0 });
  });

  it('[D18] a record printed before another 收卷 does not do for this one', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    const print = {
      kind: 'room-record',
      room: ROOM,
      paper: 'theory',
      pages: 1,
      viewDigest: DIGEST,
      heads: [],
    } as const;
    const issue = (number: number) =>
      ({ ...print, type: 'issuePaper', document: as<DocumentId>(`${number}`) }) as const;
    const [collected] = must(station.act(collect(), at('10:00')));
    must(station.act(issue(1), at('10:00')));
    expect(dutyKinds(station, '10:01')).toEqual([]);
    must(station.act(undo(collected), at('10:02'), { second: INVIGILATOR_2, reason: BOX }));
    must(station.act(collect(), at('10:03')));
    expect(dutyKinds(station, '10:03')).toEqual(['room-record']);
    must(station.act(issue(2), at('10:04')));
    expect(dutyKinds(station, '10:04')).toEqual([]);
  });

  it.each([
    ['an absence taken back', 2, (station: SimStation) => must(station.act(markAbsent(2), at('09:00')))[0]],
    [
      'an entry corrected from late to on time',
      1,
      (station: SimStation) => {
        must(station.act(markAbsent(2), at('09:00')));
        return station.events.find(({ event }) => event.type === 'CandidateCheckedIn')?.event;
      },
    ],
  ] as const)('[D17] %s after 收卷 is drift, though nobody more or less is present', (_, n, prepare) => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const target = prepare(station);
    must(station.act(collect(), at('10:00')));
    must(station.act(undo(target), at('10:01'), { second: INVIGILATOR_2, reason: BOX }));
    if (n === 1) must(station.act(checkIn(1), at('10:02'), backfilled('08:20')));
    expect(collectionOf(roomOf(station), 'theory')?.said).toMatchObject({ present: 1, late: 1, absent: 1 });
    expect(countRoom(roomOf(station), 'theory')).toMatchObject(
      n === 1 ? { present: 1, late: 0, absent: 1 } : { present: 1, late: 1, absent: 0 },
    );
    expect(hasCollectionDrifted(roomOf(station), 'theory')).toBe(true);
  });

  it('[D17] a collection belongs to one paper', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    must(station.act(collect(), at('10:00')));
    expect(collectionOf(roomOf(station), 'practical')).toBeNull();
    must(station.act(checkIn(1, { paper: 'practical' }), at('10:05')));
    expect(station.act(collect({ paper: 'practical' }), at('12:39:59.999'))).toMatchObject({
      error: { code: 'collection-too-early' },
    });
    must(station.act(collect({ paper: 'practical' }), at('12:40')));
  });

  it('[D17] a room with nobody on its list owes no collection', () => {
    const station = createReadyRoom(2);
    must(
      station.act(
        { ...rosterOf(2), entries: rosterOf(1).entries.map((entry) => ({ ...entry, papers: ['practical'] as const })) },
        at('07:30'),
        { actor: CHIEF },
      ),
    );
    expect(dutyKinds(station, '10:00')).toEqual([]);
  });
});
