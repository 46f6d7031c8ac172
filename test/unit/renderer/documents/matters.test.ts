import { describe, expect, it } from 'vitest';
import { mattersIn } from '../../../../renderer/screens/documents/matters.ts';
import { paperStanding } from '../../../../renderer/screens/documents/paper-standing.ts';
import { approve, note, refTo, roomOf, undo, violate } from '../../../support/paper-acts.ts';
import { at, BOX, createReadyRoom, INVIGILATOR_2, must, ROOM } from '../../../support/sim-station.ts';

const byTwo = { second: INVIGILATOR_2 };
const ISSUED = {
  document: 'd',
  kind: 'violation-notice',
  room: ROOM,
  copy: 1,
  pages: 2,
  viewDigest: '',
  heads: [],
};

describe('papers about single records', () => {
  it('are one for each violation, incident and correction that stands, the newest first', () => {
    const station = createReadyRoom(2);
    const [violation] = must(station.act(violate(1), at('09:00'), byTwo));
    must(station.act(violate(1, { measure: 'warned', facts: null }), at('09:01')));
    const [taken] = must(station.act(violate(2), at('09:02'), byTwo));
    must(station.act(undo(taken), at('09:02:05'), { undoAgeMs: 5000 }));
    const [incident] = must(station.act(note(null, { kind: 'incident' }), at('09:03')));
    must(station.act(note(null), at('09:04')));
    const corrected = { corrects: refTo(violation), why: BOX };
    const correction = station.record('CorrectionOpened', corrected, at('09:05'), { paper: 'theory' });

    expect(mattersIn(roomOf(station))).toEqual([
      { kind: 'correction', paper: 'theory', about: refTo(correction), isTakenBack: false },
      { kind: 'incident-report', paper: 'theory', about: refTo(incident), isTakenBack: false },
      { kind: 'violation-notice', paper: 'theory', about: refTo(violation), isTakenBack: false },
    ]);
  });

  it('stay once they are sealed, for the 更正单 that says that the record was taken back', () => {
    const station = createReadyRoom(2);
    const [violation] = must(station.act(violate(1), at('09:00'), byTwo));
    const about = refTo(violation);
    station.record('PaperIssued', { ...ISSUED, about }, at('09:10'), { paper: 'theory' });
    station.record('ActUndone', { target: about }, at('09:11'), { paper: 'theory' });
    expect(mattersIn(roomOf(station))).toEqual([]);
    station.record('PaperSealed', { document: 'd', revision: 1 }, at('09:12'), { paper: 'theory' });
    expect(mattersIn(roomOf(station))).toEqual([
      { kind: 'violation-notice', paper: 'theory', about, isTakenBack: true },
    ]);
  });

  it('say whether they were printed or sealed, each by what it is about', () => {
    const station = createReadyRoom(2);
    const [first] = must(station.act(violate(1), at('09:00'), byTwo));
    const [second] = must(station.act(violate(2), at('09:01'), byTwo));
    const notice = (about: typeof first) =>
      ({ kind: 'violation-notice', paper: 'theory', about: refTo(about) }) as const;
    const standing = () => [first, second].map((about) => paperStanding(roomOf(station), notice(about)));
    expect(standing().map(({ words, act }) => [words, act])).toEqual([
      ['还没有签', '查看、签名'],
      ['还没有签', '查看、签名'],
    ]);

    must(station.act({ ...approve(), kind: 'violation-notice', about: refTo(first) }, at('09:05')));
    expect(standing().map(({ words }) => words)).toEqual(['1 人签过，未封存', '还没有签']);
    station.record('PaperIssued', { ...ISSUED, about: refTo(first) }, at('09:10'), { paper: 'theory' });
    expect(standing().map(({ words }) => words)).toEqual(['1 人签过，已打印 1 份，未封存', '还没有签']);
    station.record('PaperSealed', { document: 'd', revision: 1 }, at('09:11'), { paper: 'theory' });
    expect(standing()).toEqual([
      { words: '09:11 已封存', act: '查看' },
      { words: '还没有签', act: '查看、签名' },
    ]);
  });
});
