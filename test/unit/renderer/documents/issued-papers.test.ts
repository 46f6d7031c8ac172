import { describe, expect, it } from 'vitest';
import { issuedAtSite, issuedInRoom } from '../../../../renderer/screens/documents/issued-papers.ts';
import { siteRooms } from '../../../../renderer/screens/documents/site-rooms.ts';
import { emptyRoom, type IssuedPaper, type RoomState } from '../../../../shared/domain/state.ts';
import { as, type DocumentId, type RoomNo } from '../../../../shared/ids.ts';
import { delay, did } from '../../../support/course-acts.ts';
import { refTo, roomOf } from '../../../support/paper-acts.ts';
import { at, BOX, createReadyRoom, stationId } from '../../../support/sim-station.ts';

function paper(seq: number, overrides: Partial<IssuedPaper> = {}): IssuedPaper {
  return {
    event: { station: stationId(1), epoch: 1, seq },
    document: as<DocumentId>(`document-${seq}`),
    kind: 'sign-in-sheet',
    paper: 'theory',
    copy: 1,
    pages: 2,
    at: at('07:20'),
    viewDigest: 'd'.repeat(64),
    heads: [],
    about: null,
    seals: [],
    ...overrides,
  };
}

function room(no: string, issued: readonly IssuedPaper[]): RoomState {
  return { ...emptyRoom(as<RoomNo>(no)), issued };
}

describe('papers made', () => {
  it('[D10] of a room are listed newest first, reprints marked', () => {
    const issued = [paper(1), paper(2, { copy: 2 }), paper(3, { kind: 'room-record' })];
    expect(issuedInRoom(room('001', issued)).map(({ name, isReprint }) => [name, isReprint])).toEqual([
      ['考场情况记录单 理论 第 1 份', false],
      ['考生签到表 理论 第 2 份', true],
      ['考生签到表 理论 第 1 份', false],
    ]);
  });

  it('[CP1] what is sealed says so, and once its 更正单 is sealed that there is one', () => {
    const station = createReadyRoom(1);
    const seal = (document: string, data: object, clock: string) => {
      const issued = { document, kind: 'room-record', room: '001', copy: 1, pages: 1, viewDigest: '', heads: [] };
      const printed = station.record('PaperIssued', { ...issued, ...data }, at(clock), { paper: 'theory' });
      station.record('PaperSealed', { document, revision: 1 }, at(clock), { paper: 'theory' });
      return refTo(printed);
    };
    const marks = () => issuedInRoom(roomOf(station)).map(({ isSealed, isCorrected }) => [isSealed, isCorrected]);
    const corrects = seal('record', {}, '10:10');
    const opened = station.record('CorrectionOpened', { corrects, why: BOX }, at('10:20'), { paper: 'theory' });
    expect(marks()).toEqual([[true, false]]);
    seal('correction', { kind: 'correction', about: refTo(opened) }, '10:30');
    expect(marks()).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(issuedAtSite([roomOf(station)]).map(({ isCorrected }) => isCorrected)).toEqual([false, true]);
  });

  it('[D23] a sheet that was made before the start moved says so, one made after it and any other paper do not', () => {
    const station = createReadyRoom(3);
    did(station, delay('08:45', { next: { kind: 'keep' } }), '08:10');
    // On one chain the number tells, whatever the clock said.
    const papers = [
      paper(1, { at: at('08:10') }),
      paper(1000, { at: at('08:10') }),
      paper(1001, { kind: 'room-record' }),
      paper(2, { paper: 'practical' }),
    ];
    const lines = issuedInRoom({ ...roomOf(station), issued: papers });
    expect(lines.map(({ oldStart }) => oldStart)).toEqual([
      null,
      null,
      null,
      { printed: at('08:30'), now: at('08:45') },
    ]);
  });

  it('at the office, sheets of several rooms that were made in one act are one file', () => {
    const later = { at: at('07:25') };
    const rooms = [room('001', [paper(1), paper(4, { ...later, copy: 2 })]), room('002', [paper(2)])];
    const lines = issuedAtSite(rooms);
    expect(lines.map(({ name, pages, isReprint }) => [name, pages, isReprint])).toEqual([
      ['考生签到表 理论 001 考场', 2, true],
      ['考生签到表 理论 2 个考场', 4, false],
    ]);
  });

  it('[R20] a room counts for the office where somebody sits the paper', () => {
    const full = roomOf(createReadyRoom(3));
    const [only, ...none] = siteRooms([room('002', []), { ...full, issued: [paper(1)] }], 'theory');
    expect(only).toMatchObject({ people: 3, copies: 1, handedOut: null });
    expect(none).toEqual([]);
  });
});
