import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isWhole,
  openEnvelope,
  type SealedPackage,
  sealPackage,
} from '../../../../../electron/station/package/package-file.ts';
import { as, type DayId, type RoomNo } from '../../../../../shared/ids.ts';
import {
  findPackageBody,
  formatPackageHead,
  type PackageHead,
  readPackageHead,
} from '../../../../../shared/package-file.ts';

const IDS = { bytes: (count: number) => randomBytes(count), id: () => 'not-asked-for' };
const ROOMS = ['001', '002'].map((no) => ({ room: as<RoomNo>(no), place: '实训楼', people: 40 }));
const CONTENTS = ROOMS.map(({ room }) => Buffer.from(`what ${room} may know`));
const FACTS = {
  package: '3F2A09',
  kind: 'real',
  day: as<DayId>('0'.repeat(32)),
  title: '考试',
  site: '考点',
  date: '2022-11-19',
  madeAt: 0,
  program: 'test',
} as const;

interface Parts {
  readonly head: PackageHead;
  readonly envelopes: readonly Buffer[];
}

/** The file as a room reads it: null where its head is not one. */
function partsOf(file: Buffer): Parts | null {
  const at = findPackageBody(file);
  const head = at === null ? null : readPackageHead(file.subarray(0, at).toString('utf8'));
  if (at === null || head?.ok !== true) return null;
  const { rooms } = head.value.header;
  return { head: head.value, envelopes: rooms.map(({ from, size }) => file.subarray(at + from, at + from + size)) };
}

function isAllWhole(parts: Parts): boolean {
  return parts.head.header.rooms.every((room, at) => isWhole(parts.head, room, parts.envelopes[at] ?? Buffer.alloc(0)));
}

/** The same file by somebody who knows how the digests are made. */
function forged(line: string, envelopes: readonly Buffer[]): Buffer {
  const digests = [Buffer.from(line, 'utf8'), ...envelopes].map((part) =>
    createHash('sha256').update(part).digest('hex'),
  );
  return Buffer.concat([Buffer.from(formatPackageHead(line, digests), 'utf8'), ...envelopes]);
}

describe('a package file', () => {
  let sealed: SealedPackage;
  let parts: Parts;
  beforeAll(async () => {
    const rooms = ROOMS.map((room, at) => ({ ...room, packed: CONTENTS[at] ?? Buffer.alloc(0) }));
    sealed = await sealPackage(FACTS, rooms, { ids: IDS, packageCost: 1024 });
    const read = partsOf(sealed.bytes);
    if (read === null) throw new Error('not a package');
    parts = read;
  });

  const open = async ({ head, envelopes }: Parts, at: number, secret: Uint8Array | undefined) => {
    const room = head.header.rooms[at];
    const envelope = envelopes[at];
    if (room === undefined || envelope === undefined || secret === undefined) throw new Error('no such room');
    const opened = await openEnvelope(head, room, { envelope, secret });
    return opened === null ? null : Buffer.from(opened).toString('utf8');
  };

  it('[PK2] each room opens its own envelope by its own code, and no other by it', async () => {
    expect(isAllWhole(parts)).toBe(true);
    const [first, second] = sealed.secrets;
    expect(await open(parts, 0, first)).toBe('what 001 may know');
    expect(await open(parts, 1, second)).toBe('what 002 may know');
    expect(await open(parts, 1, first)).toBeNull();
  });

  it('[PK2] in earnest a code is as slow to try as it can be, and opens all the same', async () => {
    const [room] = ROOMS.map((one) => ({ ...one, packed: Buffer.from('in earnest') }));
    if (room === undefined) throw new Error('no room');
    const { bytes, secrets } = await sealPackage(FACTS, [room], { ids: IDS });
    const read = partsOf(bytes);
    if (read === null) throw new Error('no head');
    expect(read.head.header.kdf).toEqual({ name: 'scrypt', n: 131_072, r: 8, p: 1 });
    expect(await open(read, 0, secrets[0])).toBe('in earnest');
  });

  it('[PK2] any byte that was changed on the way is told before a code is tried', () => {
    const unseen: number[] = [];
    for (let at = 0; at < sealed.bytes.length; at += 1) {
      const changed = Buffer.from(sealed.bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const read = partsOf(changed);
      if (read !== null && isAllWhole(read)) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  it.each([
    ['the date', (line: string) => line.replace('2022-11-19', '2022-11-20')],
    ['the kind', (line: string) => line.replace('"real"', '"rehearsal"')],
    [
      'the number of people of another room',
      (line: string) => line.replace(/"people":40(?!.*"people")/, '"people":41'),
    ],
  ])('[PK2] %s changed by hand, digests and all, opens nothing', async (_, change) => {
    const line = change(parts.head.line);
    expect(line).not.toBe(parts.head.line);
    const read = partsOf(forged(line, parts.envelopes));
    if (read === null) throw new Error('no head');
    expect(isAllWhole(read)).toBe(true);
    expect(await open(read, 0, sealed.secrets[0])).toBeNull();
  });

  it('[PK2] an envelope changed by hand, or put in the place of another, opens nothing', async () => {
    const [own = Buffer.alloc(0), other = Buffer.alloc(0)] = parts.envelopes;
    const changed = Buffer.from(own);
    changed[3] = (changed[3] ?? 0) ^ 0x80;
    for (const envelopes of [
      [changed, other],
      [other, own],
    ]) {
      const read = partsOf(forged(parts.head.line, envelopes));
      if (read === null) throw new Error('no head');
      expect(isAllWhole(read)).toBe(true);
      expect(await open(read, 0, sealed.secrets[0])).toBeNull();
    }
  });
});
