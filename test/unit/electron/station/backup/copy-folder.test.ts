import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  BACKUP_ROOT,
  copyName,
  listCopies,
  listCopyFolders,
  rotateCopies,
} from '../../../../../electron/station/backup/copy-folder.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const NINE = Date.UTC(2022, 10, 19, 1, 0);

function manifest(name: string, sizeBytes: number) {
  const id = 'a'.repeat(32);
  return JSON.stringify({
    v: 1,
    day: id,
    kind: 'real',
    station: 'b'.repeat(16),
    label: 'A',
    title: '考试',
    site: '考点',
    date: '2022-11-19',
    room: '001',
    at: NINE,
    records: Number(name.split('-').at(-1)),
    file: `${name}.journal`,
    sizeBytes,
    sha256: 'c'.repeat(64),
    heads: [],
  });
}

/** One copy for each minute after nine. */
function folderOf(minutes: readonly number[]): string {
  const folder = tempDir();
  for (const minute of minutes) {
    const name = copyName(NINE + minute * 60_000, 100 + minute);
    writeFileSync(join(folder, `${name}.journal`), 'x');
    writeFileSync(join(folder, `${name}.json`), manifest(name, 1));
  }
  return folder;
}

it('the copy that reaches farthest is the newest one, also where the clock was set back between two', () => {
  const folder = tempDir();
  for (const [minute, records] of [
    [30, 7],
    [31, 9],
    [10, 10],
  ] as const) {
    const name = copyName(NINE + minute * 60_000, records);
    writeFileSync(join(folder, `${name}.journal`), 'x');
    writeFileSync(join(folder, `${name}.json`), manifest(name, 1));
  }
  rotateCopies(folder, { newest: 2, halfHours: 0 });
  expect(listCopies(folder).map(({ manifest: { records } }) => records)).toEqual([10, 9]);
});

it('what a stick that was pulled left unfinished is cleared away, and nothing else', () => {
  const folder = folderOf([0, 1]);
  const cut = copyName(NINE + 2 * 60_000, 102);
  for (const name of [`${cut}.journal`, `${cut}.journal.part`, `${cut}.json.part`, 'day-key.wrapped.part']) {
    writeFileSync(join(folder, name), 'half');
  }
  for (const name of ['letters.journal', 'film.part', 'day-key.wrapped']) writeFileSync(join(folder, name), 'whole');
  const before = listCopies(folder);
  rotateCopies(folder, { newest: 5, halfHours: 24 });
  expect(listCopies(folder)).toEqual(before);
  expect(readdirSync(folder).filter((name) => !name.startsWith('2022'))).toEqual([
    'day-key.wrapped',
    'film.part',
    'letters.journal',
  ]);
  expect(readdirSync(folder)).toHaveLength(2 * before.length + 3);
});

it('lists copies newest first, without those that were cut short or are not ours', () => {
  const folder = folderOf([0, 1, 2]);
  const cut = copyName(NINE + 3 * 60_000, 103);
  writeFileSync(join(folder, `${cut}.journal`), 'only half');
  writeFileSync(join(folder, `${cut}.json`), manifest(cut, 500));
  writeFileSync(join(folder, `${copyName(NINE + 4 * 60_000, 104)}.json`), '{}');
  writeFileSync(join(folder, 'holiday.json'), manifest(cut, 9));
  const names = listCopies(folder).map(({ path }) => path.slice(-4 - '.journal'.length));
  expect(names).toEqual(['-102.journal', '-101.journal', '-100.journal']);
});

it('keeps the newest, the newest of each earlier half hour, and everything that is not a copy', () => {
  const folder = folderOf(Array.from({ length: 100 }, (_, minute) => minute));
  writeFileSync(join(folder, 'day-key.wrapped'), 'k');
  mkdirSync(join(folder, 'photos'));
  rotateCopies(folder, { newest: 3, halfHours: 2 });
  const left = readdirSync(folder).toSorted();
  const records = left.filter((name) => name.endsWith('.json')).map((name) => Number(/-(\d+)\./.exec(name)?.[1]));
  expect(records).toEqual([189, 196, 197, 198, 199]);
  expect(left.filter((name) => name.endsWith('.journal'))).toHaveLength(5);
  expect(left).toEqual(expect.arrayContaining(['day-key.wrapped', 'photos']));
});

it('finds folders of copies under a stick, under its folder of copies, and where one is named itself', () => {
  const stick = tempDir();
  const own = join(stick, BACKUP_ROOT, `${'a'.repeat(32)}-${'b'.repeat(16)}`);
  mkdirSync(own, { recursive: true });
  mkdirSync(join(stick, BACKUP_ROOT, 'something else'));
  const name = copyName(NINE, 7);
  writeFileSync(join(own, `${name}.json`), manifest(name, 1));
  for (const place of [stick, join(stick, BACKUP_ROOT), own]) expect(listCopyFolders(place)).toEqual([own]);
  expect(listCopyFolders(join(stick, 'nowhere'))).toEqual([]);
});
