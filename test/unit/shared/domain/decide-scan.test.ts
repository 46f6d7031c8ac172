import { describe, expect, it } from 'vitest';
import type { FileScan } from '../../../../shared/domain/decide-scan.ts';
import { filedPages } from '../../../../shared/domain/filed-scans.ts';
import { as, type DocumentId, type RoomNo, type SeatNo } from '../../../../shared/ids.ts';
import { DIGEST, roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must, ROOM, type SimStation } from '../../../support/sim-station.ts';

const FIRST = as<DocumentId>('sheet-first');
const SECOND = as<DocumentId>('sheet-second');

function issue(station: SimStation, document: DocumentId): void {
  const paper = { document, kind: 'sign-in-sheet', room: ROOM, paper: 'theory', about: null } as const;
  must(station.act({ type: 'issuePaper', ...paper, pages: 2, viewDigest: DIGEST, heads: [] }, at('07:30')));
}

function scanOf(
  page: number,
  overrides: Partial<FileScan> & { readonly document?: DocumentId; readonly pages?: number } = {},
) {
  const { document = FIRST, pages = 2, ...command } = overrides;
  const found = { rows: 20, unsigned: [as<SeatNo>(7)], unclear: [] };
  const scan = { document, page, pages, file: DIGEST, picture: 'jpeg' as const, ...found };
  return { type: 'fileScan', room: ROOM, isOlderMeant: false, scan, ...command } satisfies FileScan;
}

describe('decideFileScan', () => {
  it('[SB1] a page is filed to its paper; the same page filed again counts by the last', () => {
    const station = createReadyRoom(2);
    issue(station, FIRST);
    const [event] = must(station.act(scanOf(2), at('11:00')));
    expect(event).toMatchObject({
      type: 'PaperScanFiled',
      room: ROOM,
      paper: 'theory',
      data: { page: 2, unsigned: [7] },
    });
    must(station.act(scanOf(1), at('11:01')));
    const again = scanOf(2);
    must(station.act({ ...again, scan: { ...again.scan, unsigned: [] } }, at('11:02')));
    expect(filedPages(roomOf(station), FIRST)).toMatchObject([
      { page: 1, unsigned: [7], at: at('11:01') },
      { page: 2, unsigned: [], at: at('11:02') },
    ]);
    expect(roomOf(station).scans).toHaveLength(3);
    expect(filedPages(roomOf(station), SECOND)).toEqual([]);
  });

  it('[SB2] a paper that was never issued, and pages that it has not, are refused', () => {
    const station = createReadyRoom(2);
    expect(station.act(scanOf(1), at('11:00'))).toMatchObject({ error: { code: 'paper-unknown', rule: 'SB2' } });
    issue(station, FIRST);
    for (const wrong of [scanOf(3), scanOf(1, { pages: 3 })])
      expect(station.act(wrong, at('11:00'))).toMatchObject({ error: { code: 'paper-code-differs' } });
    expect(station.act(scanOf(1, { room: as<RoomNo>('002') }), at('11:00'))).toMatchObject({
      error: { code: 'room-not-here', rule: 'D6' },
    });
  });

  it('[SB2] an older copy is refused with both numbers, unless it is the one that was signed', () => {
    const station = createReadyRoom(2);
    issue(station, FIRST);
    issue(station, SECOND);
    expect(station.act(scanOf(1), at('11:00'))).toMatchObject({
      error: { code: 'paper-older-copy', rule: 'SB2', figures: { copy: 1, newest: 2, at: at('07:30') } },
    });
    must(station.act(scanOf(1, { isOlderMeant: true }), at('11:01')));
    must(station.act(scanOf(1, { document: SECOND }), at('11:02')));
  });
});
