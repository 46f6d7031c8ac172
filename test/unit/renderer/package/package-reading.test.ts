import { describe, expect, it } from 'vitest';
import { readEnvelope, readPackage } from '../../../../renderer/screens/package/package-reading.ts';
import { as, type DayId, type RoomNo } from '../../../../shared/ids.ts';
import { formatPackageHead, type PackageRoom } from '../../../../shared/package-file.ts';

const place = { place: '实训楼', people: 1, salt: 'AAAA', nonce: 'AAAA' };
const ROOMS: readonly PackageRoom[] = [
  { ...place, room: as<RoomNo>('001'), from: 0, size: 40_000 },
  { ...place, room: as<RoomNo>('002'), from: 40_000, size: 20 },
];
const HEADER = {
  package: '3F2A09',
  kind: 'real',
  day: as<DayId>('0'.repeat(32)),
  title: '考试',
  site: '考点',
  date: '2022-11-19',
  madeAt: 0,
  program: 'test',
  kdf: { name: 'scrypt', n: 131_072, r: 8, p: 1 },
  rooms: ROOMS,
};
const HEAD = formatPackageHead(
  JSON.stringify(HEADER),
  ['a', 'b', 'c'].map((digit) => digit.repeat(64)),
);
const FILE = new Blob([HEAD, new Uint8Array(40_000).fill(1), new Uint8Array(20).fill(2)]);

describe('a package that was chosen', () => {
  it('its rooms are read, and of the envelopes the one that is wanted', async () => {
    const read = await readPackage(FILE);
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toMatchObject({ head: HEAD, header: { package: '3F2A09' } });
    const [first, second] = ROOMS;
    if (first === undefined || second === undefined) throw new Error('no rooms');
    const large = await readEnvelope(read.value, first);
    expect(large.ok && Buffer.from(large.value, 'base64')).toEqual(Buffer.alloc(40_000, 1));
    const small = await readEnvelope(read.value, second);
    expect(small.ok && Buffer.from(small.value, 'base64')).toEqual(Buffer.alloc(20, 2));
  });

  it('another file is told as such', async () => {
    expect(await readPackage(new Blob(['准考证号,姓名']))).toEqual({ ok: false, error: 'package-unreadable' });
    expect(await readPackage(new Blob(['a\nb\nc\nd']))).toEqual({ ok: false, error: 'package-unreadable' });
    const later = new Blob([HEAD.replace('package 1', 'package 9')]);
    expect(await readPackage(later)).toEqual({ ok: false, error: 'package-of-other-version' });
  });

  it('a stick that was pulled out before the envelope was read is told', async () => {
    const read = await readPackage(FILE);
    const [first] = ROOMS;
    if (!read.ok || first === undefined) throw new Error('no package');
    const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as unknown as Blob; // all that is asked of it
    expect(await readEnvelope({ ...read.value, file: gone }, first)).toEqual({ ok: false, error: 'package-damaged' });
    expect(await readPackage(gone)).toEqual({ ok: false, error: 'package-unreadable' });
  });
});
