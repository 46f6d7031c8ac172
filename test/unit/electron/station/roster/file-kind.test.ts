import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFileKind } from '../../../../../electron/station/roster/file-kind.ts';
import { aZip } from '../../../../support/zip-files.ts';

function kindOf(bytes: Uint8Array | string): unknown {
  const kind = detectFileKind(Buffer.from(bytes));
  if (kind.ok) return kind.value;
  return kind.error.details['kind'] === undefined ? kind.error.code : `not: ${kind.error.details['kind']}`;
}
const ole = (part: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(part, 'utf16le')]);

describe('detectFileKind', () => {
  it('knows workbooks and texts by their content', () => {
    expect(kindOf(readFileSync('test/fixtures/rosters/site-12-rooms.xlsx'))).toBe('workbook');
    for (const name of ['room-003-gb18030.csv', 'room-003-utf8-bom.csv']) {
      expect(kindOf(readFileSync(`test/fixtures/rosters/${name}`))).toBe('text');
    }
    expect(kindOf(Buffer.from('\ufeff姓名\t准考证号', 'utf16le'))).toBe('text');
  });

  it.each([
    ['nothing at all', '', 'file-empty'],
    ['a PDF under another name', readFileSync('test/fixtures/rosters/not-a-roster.xlsx'), 'not: pdf'],
    ['a photo', Buffer.from('ffd8ffe000104a46', 'hex'), 'not: image'],
    ['a web page named .xls', '\ufeff<html><table>', 'not: html'],
    ['unknown binary', Buffer.from([1, 2, 3, 4]), 'not: binary'],
    ['a Word document', aZip([{ name: 'word/document.xml' }]), 'not: docx'],
    ['an OpenDocument sheet', aZip([{ name: 'content.xml' }]), 'not: ods'],
    ['a binary workbook', aZip([{ name: 'xl/workbook.bin' }]), 'not: xlsb'],
    ['some other archive', aZip([{ name: 'a.txt' }]), 'not: archive'],
    ['an old workbook', ole('Workbook'), 'file-old-excel'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'file-encrypted'],
    ['an old document', ole('WordDocument'), 'not: old-office'],
    ['more than 32 MiB', Buffer.alloc(32 * 1024 * 1024 + 1, 'a'), 'file-too-large'],
  ])('refuses %s', (_, bytes, expected) => {
    expect(kindOf(bytes)).toBe(expected);
  });
});
