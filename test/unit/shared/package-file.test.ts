import { describe, expect, it } from 'vitest';
import {
  findPackageBody,
  formatPackageHead,
  type PackageHeader,
  readPackageHead,
} from '../../../shared/package-file.ts';
import { as, type DayId, type RoomNo } from '../../../shared/ids.ts';

const HEADER: PackageHeader = {
  package: '3F2A09',
  kind: 'real',
  day: as<DayId>('0'.repeat(32)),
  title: '考试',
  site: '考点',
  date: '2022-11-19',
  madeAt: 0,
  program: 'test',
  kdf: { name: 'scrypt', n: 131_072, r: 8, p: 1 },
  rooms: [{ room: as<RoomNo>('001'), place: '实训楼', people: 40, salt: 'AAAA', nonce: 'AAAA', from: 0, size: 100 }],
};
const DIGESTS = ['a'.repeat(64), 'b'.repeat(64)];
const headOf = (header: unknown, digests = DIGESTS) => formatPackageHead(JSON.stringify(header), digests);

describe('the head of a package', () => {
  it('is read as it was written, and its envelopes begin behind it', () => {
    const head = headOf(HEADER);
    expect(readPackageHead(head)).toMatchObject({ ok: true, value: { header: HEADER, digests: DIGESTS } });
    const bytes = new TextEncoder().encode(`${head}envelopes`);
    expect(bytes.length - (findPackageBody(bytes) ?? 0)).toBe('envelopes'.length);
  });

  it('a file without its lines has no head', () => {
    expect(findPackageBody(new TextEncoder().encode('proctor-station package 1\n{}'))).toBeNull();
    expect(readPackageHead('')).toEqual({ ok: false, error: 'not-a-package' });
    expect(readPackageHead('PK\u0003\u0004\n\n\n')).toEqual({ ok: false, error: 'not-a-package' });
  });

  it('another version says so, whatever its header looks like', () => {
    const later = headOf({ what: 'comes later' }).replace('package 1', 'package 2');
    expect(readPackageHead(later)).toEqual({ ok: false, error: 'other-version' });
  });

  it.each([
    ['figures that would keep a station busy for days', { ...HEADER, kdf: { ...HEADER.kdf, n: 2 ** 30 } }],
    ['figures that are no power of two', { ...HEADER, kdf: { ...HEADER.kdf, n: 100_000 } }],
    ['no room', { ...HEADER, rooms: [] }],
    ['a field of its own', { ...HEADER, note: '' }],
    ['no day', { ...HEADER, day: 'x' }],
  ])('one with %s is no package of ours', (_, header) => {
    expect(readPackageHead(headOf(header))).toEqual({ ok: false, error: 'not-a-package' });
  });

  it('a digest for the line and for every envelope, no more and no fewer', () => {
    expect(readPackageHead(headOf(HEADER, DIGESTS.slice(1)))).toEqual({ ok: false, error: 'not-a-package' });
    expect(readPackageHead(headOf(HEADER, [...DIGESTS, ...DIGESTS]))).toEqual({ ok: false, error: 'not-a-package' });
  });
});
