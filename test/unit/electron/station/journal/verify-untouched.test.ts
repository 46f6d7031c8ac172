import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Journal } from '../../../../../electron/station/journal/journal.ts';
import { verifyUntouched } from '../../../../../electron/station/journal/verify-untouched.ts';
import { aJournal, createTempFolder } from '../../../../support/journal-fixture.ts';

const ANY = { kind: null, day: null, anchors: [] } as const;
const folder = { path: '', remove: () => {} };
let path = '';

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  path = join(folder.path, 'day.journal');
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

/** Every file of a folder: name, content, length, time of the last change. */
function traceOf(dir: string): readonly string[] {
  return readdirSync(dir).map((name) => {
    const file = join(dir, name);
    const { size, mtimeMs } = statSync(file);
    return `${name} ${size} ${mtimeMs} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
  });
}

/** A copy of a journal with what its station has not yet written back, as a pulled stick or a dead PC leaves it. */
function copyWithWal(journal: Journal): string {
  const dir = join(folder.path, 'copy');
  mkdirSync(dir);
  for (const name of ['day.journal', 'day.journal-wal']) copyFileSync(join(folder.path, name), join(dir, name));
  journal.close();
  return dir;
}

describe('a journal that is verified where it lies', () => {
  it('stands there as before, and no copy of it stays behind', () => {
    aJournal(path, { checkIns: 3 }).close();
    const before = traceOf(folder.path);
    const workDir = join(folder.path, 'work');
    mkdirSync(workDir);
    vi.stubEnv('TMPDIR', workDir);
    expect(verifyUntouched(path, ANY)).toMatchObject({
      ok: true,
      value: { isSound: true, chains: [{ end: { seq: 4 } }] },
    });
    expect(readdirSync(workDir)).toEqual([]);
    rmdirSync(workDir);
    expect(traceOf(folder.path)).toEqual(before);
  });

  it('is read with the records that still stand beside it', () => {
    const dir = copyWithWal(aJournal(path, { checkIns: 3 }));
    const before = traceOf(dir);
    expect(verifyUntouched(join(dir, 'day.journal'), ANY)).toMatchObject({
      value: { isSound: true, chains: [{ end: { seq: 4 } }] },
    });
    expect(traceOf(dir)).toEqual(before);
  });

  it('is read from a place where nothing can be written, with records beside it too', () => {
    const dir = copyWithWal(aJournal(path, { checkIns: 3 }));
    for (const name of readdirSync(dir)) chmodSync(join(dir, name), 0o400);
    chmodSync(dir, 0o500);
    expect(verifyUntouched(join(dir, 'day.journal'), ANY)).toMatchObject({
      value: { isSound: true, chains: [{ end: { seq: 4 } }] },
    });
    chmodSync(dir, 0o700);
  });

  it('is not read while a station has it open, and the station goes on', () => {
    const journal = aJournal(path, { checkIns: 3 });
    const before = traceOf(folder.path);
    expect(verifyUntouched(path, ANY)).toMatchObject({ ok: false, error: { code: 'in-use' } });
    expect(traceOf(folder.path)).toEqual(before);
    expect(journal.readSince(0, 10)).toHaveLength(4);
    journal.close();
  });

  it('is none: a folder, another file, nothing at all', () => {
    writeFileSync(path, 'a letter');
    expect(verifyUntouched(path, ANY)).toMatchObject({ error: { code: 'foreign-file' } });
    expect(verifyUntouched(folder.path, ANY)).toMatchObject({ error: { code: 'foreign-file' } });
    expect(verifyUntouched(join(folder.path, 'no.journal'), ANY)).toMatchObject({ error: { code: 'missing' } });
  });
});
