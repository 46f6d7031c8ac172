import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../../../../electron/station/roster/archive-check.ts';
import { aZip, type ZipPart } from '../../../../support/zip-files.ts';

const MIB = 1024 * 1024;
const roster = readFileSync('test/fixtures/rosters/site-12-rooms.xlsx');

function why(parts: readonly ZipPart[], end?: { readonly declaredEntries?: number }): unknown {
  const checked = checkArchive(aZip(parts, end));
  return checked.ok ? 'taken' : (checked.error.details['why'] ?? checked.error.code);
}

describe('checkArchive', () => {
  it('takes a real workbook and names its parts', () => {
    const checked = checkArchive(roster);
    expect(checked.ok && checked.value).toContain('xl/workbook.xml');
  });

  it('takes a workbook with bytes behind it, as some mail gateways leave', () => {
    expect(checkArchive(Buffer.concat([roster, Buffer.from('\r\n')])).ok).toBe(true);
  });

  it('calls an archive without its end, or with a directory that is cut, truncated', () => {
    expect(checkArchive(readFileSync('test/fixtures/rosters/truncated.xlsx'))).toEqual({
      ok: false,
      error: { code: 'file-truncated', details: {} },
    });
    expect(why([{ name: 'a' }], { declaredEntries: 2 })).toBe('file-truncated');
    expect(checkArchive(aZip([]).subarray(0, 21)).ok).toBe(false);
  });

  it('refuses a bomb: much from little in a large part', () => {
    const spaces = new Uint8Array(2 * MIB).fill(32);
    expect(why([{ name: 'xl/bomb.xml', content: spaces }])).toBe('ratio');
  });

  it('takes a high ratio in a small part, where it does no harm', () => {
    expect(why([{ name: 'a', content: ' '.repeat(MIB) }])).toBe('taken');
  });

  it('refuses more than 64 MiB declared in all, and takes exactly that', () => {
    const part = (name: string, mebibytes: number): ZipPart => ({
      name,
      declaredUnpacked: mebibytes * MIB,
      declaredPacked: mebibytes * MIB,
    });
    expect(why([part('a', 32), part('b', 32)])).toBe('taken');
    expect(why([part('a', 32), part('b', 32), { name: 'c', content: 'x' }])).toBe('declared-bytes');
  });

  it('refuses more than 2,000 parts', () => {
    const parts = Array.from({ length: 2001 }, (_, at) => ({ name: `${at}` }));
    expect(why(parts)).toBe('entries');
    expect(why(parts.slice(1))).toBe('taken');
  });

  it('refuses zip64 in the end record and in an entry', () => {
    expect(why([{ name: 'a' }], { declaredEntries: 0xffff })).toBe('zip64');
    expect(why([{ name: 'a', declaredUnpacked: 0xffffffff }])).toBe('zip64');
  });

  it('refuses parts that hide their size, which the reader behind would not bound', () => {
    expect(why([{ name: 'a', content: 'x'.repeat(100), declaredUnpacked: 0 }])).toBe('hidden-size');
    expect(why([{ name: 'a', content: 'x', declaredPacked: 0, isStreamed: true }])).toBe('hidden-size');
    expect(why([{ name: 'folder/', declaredPacked: 0, isStreamed: true }])).toBe('taken');
  });
});
