import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayIdOf } from '../../../../../electron/station/journal/genesis.ts';
import { createJournal, openJournal } from '../../../../../electron/station/journal/journal-file.ts';
import {
  aGenesis,
  aJournal,
  createTempFolder,
  stationKeys,
  tamper,
  unwrap,
} from '../../../../support/journal-fixture.ts';

const { station } = stationKeys();
const folder = { path: '', remove: () => {} };
let path = '';

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  path = join(folder.path, 'day.journal');
});
afterEach(() => folder.remove());

function open(options: Partial<Parameters<typeof openJournal>[0]> = {}) {
  const result = openJournal({ path, kind: 'real', day: null, station, ...options });
  if (result.ok) result.value.close();
  return result;
}

describe('a new journal', () => {
  it('is private, durable, and knows its day', () => {
    const journal = unwrap(createJournal({ path, genesis: aGenesis(), station }));
    expect(journal.day).toBe(dayIdOf(aGenesis()));
    expect([journal.epoch, journal.lastArrival, journal.ownHead(), journal.lastEventAt()]).toEqual([0, 0, null, null]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    journal.close();
  });

  it('does not replace one that is there', () => {
    aJournal(path).close();
    const before = readFileSync(path);
    expect(createJournal({ path, genesis: aGenesis('rehearsal'), station })).toMatchObject({
      error: { code: 'exists' },
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('is made over what a crash left of an earlier attempt', () => {
    writeFileSync(`${path}.new`, 'half');
    unwrap(createJournal({ path, genesis: aGenesis(), station })).close();
    expect(existsSync(`${path}.new`)).toBe(false);
  });
});

describe('opening a journal', () => {
  it('that is not there says so and makes nothing', () => {
    expect(open()).toMatchObject({ error: { code: 'missing' } });
    expect(existsSync(path)).toBe(false);
  });

  it("refuses a rehearsal's as a real day's, and the reverse", () => {
    aJournal(path, { kind: 'rehearsal' }).close();
    expect(open()).toEqual({ ok: false, error: { code: 'kind-differs', figures: { file: 'rehearsal' } } });
    expect(open({ kind: 'rehearsal' }).ok).toBe(true);
  });

  it("refuses another day's", () => {
    aJournal(path).close();
    expect(open({ day: dayIdOf(aGenesis('real', 'another')) })).toMatchObject({ error: { code: 'day-differs' } });
    expect(open({ day: dayIdOf(aGenesis()) }).ok).toBe(true);
  });

  it.each([
    ['a text file', () => writeFileSync(path, 'x'.repeat(5000))],
    ['an empty file', () => writeFileSync(path, '')],
    [
      'a database of another program',
      () => new Database(path).exec('CREATE TABLE a (b); PRAGMA user_version = 1').close(),
    ],
  ])('refuses %s and leaves it as it is', (_, make) => {
    make();
    const before = readFileSync(path);
    expect(open()).toMatchObject({ error: { code: 'foreign-file' } });
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses the file of a newer program untouched', () => {
    aJournal(path).close();
    tamper(path, (db) => db.pragma('user_version = 99'));
    const before = readFileSync(path);
    expect(open()).toEqual({ ok: false, error: { code: 'newer-file', figures: { file: 99, program: 1 } } });
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses a truncated file', () => {
    aJournal(path, { checkIns: 50 }).close();
    truncateSync(path, statSync(path).size - 8192);
    expect(open()).toMatchObject({ error: { code: 'corrupt' } });
  });

  it('refuses a file whose last event is none', () => {
    aJournal(path, { checkIns: 3 }).close();
    tamper(path, (db) => db.exec("UPDATE events SET bytes = CAST('{}' AS BLOB) WHERE seq = 4"));
    expect(open()).toEqual({ ok: false, error: { code: 'corrupt', figures: { arrival: 4 } } });
  });

  it('refuses a file without a genesis', () => {
    aJournal(path).close();
    tamper(path, (db) => db.exec('DELETE FROM genesis'));
    expect(open()).toMatchObject({ error: { code: 'corrupt' } });
  });

  it('that is open already is refused, in this process and in another', () => {
    const journal = aJournal(path, { checkIns: 1 });
    expect(open()).toMatchObject({ error: { code: 'in-use' } });
    const script = `
      const { default: Database } = await import('better-sqlite3');
      try { new Database(process.argv[1], { timeout: 50 }).prepare('SELECT * FROM events').all(); console.log('read'); }
      catch (error) { console.log(error.code); }`;
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' });
    expect(other.stdout.trim()).toBe('SQLITE_BUSY');
    journal.close();
    expect(open().ok).toBe(true);
  });
});

describe('the tables', () => {
  it('take no change and no removal of an event from a mistake of the program', () => {
    aJournal(path, { checkIns: 1 }).close();
    const db = new Database(path);
    expect(() => db.exec('UPDATE events SET at_ms = 1')).toThrow('events are only added');
    expect(() => db.exec('DELETE FROM events')).toThrow('events are only added');
    db.close();
  });
});
