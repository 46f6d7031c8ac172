import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperPath } from '../../../../../electron/station/day/paper-files.ts';
import { readPageCode } from '../../../../../electron/station/scans/read-page-code.ts';
import type { PictureCode } from '../../../../../electron/station/pictures/read-codes.ts';
import { encodePaperQr, type PaperQr, type QrDocument } from '../../../../../shared/documents/paper-qr.ts';
import type { DocumentKind } from '../../../../../shared/domain/events.ts';
import { as, type DayId, type DocumentId } from '../../../../../shared/ids.ts';
import { DIGEST } from '../../../../support/paper-acts.ts';
import { at, createReadyRoom, must, ROOM, stationId } from '../../../../support/sim-station.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const HERE = { day: as<DayId>('a'.repeat(32)), title: '本次考试', date: '2022-11-19' };
const OTHER = { day: as<DayId>('b'.repeat(32)), title: '上次考试', date: '2022-06-18' };
const PAPER = as<DocumentId>('paper-1');
const QR: PaperQr = {
  document: 'sheet',
  documentId: PAPER,
  room: ROOM,
  paper: 'theory',
  kind: 'real',
  page: 1,
  pages: 2,
  heads: [],
  digest: DIGEST.slice(0, 16),
};
const NOWHERE = { x: 0, y: 0 };

const codeOf = (qr: Partial<PaperQr> = {}): PictureCode => ({
  text: encodePaperQr({ ...QR, ...qr }),
  corners: [NOWHERE, NOWHERE, NOWHERE, NOWHERE],
});

/** A day with one paper, issued by this station or by another one. */
function aDay({ kind = 'sign-in-sheet', own = 1 }: { kind?: DocumentKind; own?: number } = {}) {
  const station = createReadyRoom(2);
  const issue = { document: PAPER, kind, room: ROOM, paper: 'theory', about: null, pages: 2 } as const;
  must(station.act({ type: 'issuePaper', ...issue, viewDigest: DIGEST, heads: [] }, at('07:30')));
  const dataDir = tempDir();
  return {
    dataDir,
    context: {
      ports: { dataDir, rehearsal: null },
      stationDb: { identity: { station: stationId(own) }, listDays: () => [HERE, OTHER] },
    },
    day: {
      state: station.state,
      journal: { day: HERE.day, chains: () => [{ label: 'A', head: { station: stationId(1) } }] },
    },
  };
}

function put(dataDir: string, day: DayId, document: DocumentId): void {
  const path = paperPath(dataDir, day, document);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '{}');
}

describe('[SB2] readPageCode', () => {
  it('knows the page among codes that are none of ours', () => {
    const { context, day } = aDay();
    const poster = { ...codeOf(), text: 'https://example.invalid' };
    expect(readPageCode(context, day, [poster, codeOf({ page: 2 })])).toMatchObject({
      ok: true,
      value: { room: ROOM, issued: { document: PAPER }, qr: { page: 2 } },
    });
  });

  it.each<readonly [QrDocument, DocumentKind]>([
    ['record', 'room-record'],
    ['notice', 'violation-notice'],
    ['report', 'incident-report'],
    ['correction', 'correction'],
  ])('a code of a %s names a %s and nothing else', (document, kind) => {
    const { context, day } = aDay({ kind });
    expect(readPageCode(context, day, [codeOf({ document })])).toMatchObject({ ok: true });
    expect(readPageCode(context, day, [codeOf()])).toMatchObject({ error: { code: 'paper-code-differs' } });
  });

  it('takes the two parts of one page for one page, and two pages for two', () => {
    const { context, day } = aDay();
    expect(readPageCode(context, day, [codeOf(), codeOf()])).toMatchObject({ ok: true });
    expect(readPageCode(context, day, [codeOf(), codeOf({ page: 2 })])).toMatchObject({
      error: { code: 'codes-of-several' },
    });
  });

  it.each<readonly [string, Partial<PaperQr>]>([
    ['room', { room: '002' }],
    ['科目', { paper: 'practical' }],
    ['number of pages', { pages: 3 }],
    ['digest', { digest: '0'.repeat(16) }],
  ])('a code whose %s is not the record’s is not filed', (_, qr) => {
    const { context, day } = aDay();
    expect(readPageCode(context, day, [codeOf(qr)])).toMatchObject({ error: { code: 'paper-code-differs' } });
  });

  it('says of which other day a paper is, where it lies here', () => {
    const { context, day, dataDir } = aDay();
    const elsewhere = as<DocumentId>('paper-of-june');
    expect(readPageCode(context, day, [codeOf({ documentId: elsewhere })])).toMatchObject({
      error: { code: 'paper-unknown' },
    });
    put(dataDir, OTHER.day, elsewhere);
    expect(readPageCode(context, day, [codeOf({ documentId: elsewhere })])).toMatchObject({
      error: { code: 'paper-of-other-day', figures: { title: '上次考试', date: '2022-06-18' } },
    });
    expect(readPageCode(context, day, [codeOf({ documentId: '../../station' })])).toMatchObject({
      error: { code: 'paper-unknown' },
    });
  });

  it('names the station that printed it, unless its papers came here with a copy', () => {
    const { context, day, dataDir } = aDay({ own: 2 });
    expect(readPageCode(context, day, [codeOf()])).toMatchObject({
      error: { code: 'paper-of-other-station', figures: { station: 'A' } },
    });
    put(dataDir, HERE.day, PAPER);
    expect(readPageCode(context, day, [codeOf()])).toMatchObject({ ok: true });
  });
});
