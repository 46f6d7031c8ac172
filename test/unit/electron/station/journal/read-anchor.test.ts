import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePaperQr, type PaperQr } from '../../../../../shared/documents/paper-qr.ts';
import { dayIdOf } from '../../../../../electron/station/journal/genesis.ts';
import { signHead } from '../../../../../electron/station/journal/head-signature.ts';
import { readAnchor } from '../../../../../electron/station/journal/read-anchor.ts';
import { aGenesis, stationKeys } from '../../../../support/journal-fixture.ts';

const HASH = '3f2a91c077de0b12';
const PAGE: PaperQr = {
  document: 'record',
  documentId: 'd1',
  room: '003',
  paper: 'theory',
  kind: 'real',
  page: 1,
  pages: 2,
  heads: [
    { label: 'A', epoch: 1, seq: 233, hash: HASH },
    { label: 'B', epoch: 2, seq: 118, hash: HASH },
  ],
  digest: HASH,
};
const NOTHING_ELSE = { day: null, kind: null, signature: null };

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'anchors-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function fileOf(content: unknown): string {
  const path = join(dir, 'heads.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('an anchor as it is typed', () => {
  it('is every head in the code of a page, which also says whether it was a rehearsal', () => {
    const rest = { day: null, kind: 'real', signature: null, source: 'paper', hash: HASH };
    expect(readAnchor(`paper:${encodePaperQr(PAGE)}`)).toEqual({
      ok: true,
      value: [
        { ...rest, chain: { label: 'A' }, epoch: 1, seq: 233 },
        { ...rest, chain: { label: 'B' }, epoch: 2, seq: 118 },
      ],
    });
    expect(readAnchor(`paper:${encodePaperQr({ ...PAGE, kind: 'rehearsal' })}`)).toMatchObject({
      value: [{ kind: 'rehearsal' }, { kind: 'rehearsal' }],
    });
  });

  it('is a record number and its hash, with the gaps that it is printed with', () => {
    const value = [{ ...NOTHING_ELSE, source: 'paper', chain: { label: 'A' }, epoch: 2, seq: 41, hash: HASH }];
    expect(readAnchor(`paper:A2#41:${HASH}`)).toEqual({ ok: true, value });
    expect(readAnchor('paper:a2#41: 3F2A 91C0 77DE 0B12')).toEqual({ ok: true, value });
  });

  it('is a record number and the code that was said', () => {
    expect(readAnchor('spoken:A#57:k7m 2qx')).toEqual({
      ok: true,
      value: [
        { ...NOTHING_ELSE, source: 'spoken-code', chain: { label: 'A' }, epoch: 1, seq: 57, hash: '', code: 'K7M2QX' },
      ],
    });
  });

  it('is every head in a file, whatever else stands in it', () => {
    const keys = stationKeys();
    const day = dayIdOf(aGenesis());
    const head = signHead(keys, day, { station: keys.station, epoch: 1, seq: 5, hash: 'ab'.repeat(32) });
    const other = { ...head, seq: 7, signature: null };
    const path = fileOf({ day, heads: [head, other], title: '一月考试', v: 3 });
    const { station, ...place } = head;
    const anchor = { ...place, day, kind: null, chain: { station } };
    const unsigned = { ...anchor, seq: 7, signature: null };
    expect(readAnchor(`backup:${path}`)).toEqual({
      ok: true,
      value: [
        { source: 'backup', ...anchor },
        { source: 'backup', ...unsigned },
      ],
    });
    expect(readAnchor(`ack:${path}`)).toEqual({
      ok: true,
      value: [
        { source: 'acknowledged', ...anchor },
        { source: 'acknowledged', ...unsigned },
      ],
    });
    expect(readAnchor(`backup:${fileOf({ day, kind: 'rehearsal', heads: [head] })}`)).toMatchObject({
      value: [{ kind: 'rehearsal' }],
    });
  });

  it.each([
    ['A#233', 'form-unknown'],
    ['fax:A#233:1', 'form-unknown'],
    [encodePaperQr(PAGE), 'form-unknown'],
    ['paper:https://example.org/|x', 'not-a-paper'],
    [`paper:${encodePaperQr(PAGE).replace('PS1', 'PS2')}`, 'paper-of-newer-program'],
    [`paper:${encodePaperQr(PAGE).slice(0, -1)}`, 'paper-damaged'],
    [`paper:${encodePaperQr({ ...PAGE, heads: [] })}`, 'paper-without-heads'],
    [`paper:233:${HASH}`, 'number-malformed'],
    ['paper:A#233:3f2a', 'hash-malformed'],
    ['paper:A#233', 'hash-malformed'],
    ['spoken:A#57:K7M2Q', 'code-malformed'],
    ['spoken:57:K7M2QX', 'number-malformed'],
    ['backup:/nowhere/manifest.json', 'file-unreadable'],
  ] as const)('is not: %s', (text, error) => {
    expect(readAnchor(text)).toEqual({ ok: false, error });
  });

  it.each([['{'], [{}], [{ day: 'x', heads: [] }], [{ day: '0'.repeat(32), heads: [] }]])(
    'is not a file without heads: %j',
    (content) => {
      expect(readAnchor(`backup:${fileOf(content)}`)).toEqual({ ok: false, error: 'file-without-heads' });
    },
  );
});
