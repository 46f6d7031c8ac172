import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Schema } from '../../../../../electron/station/sqlite/migrate.ts';
import { openDatabase } from '../../../../../electron/station/sqlite/open-database.ts';
import { createTempFolder, unwrap } from '../../../../support/journal-fixture.ts';

const first = { version: 1, sql: 'CREATE TABLE people (id INTEGER PRIMARY KEY, seat TEXT NOT NULL) STRICT;' };
const second = {
  version: 2,
  sql: 'CREATE TABLE rooms (id INTEGER PRIMARY KEY) STRICT; INSERT INTO rooms SELECT id FROM people;',
};
const failing = {
  version: 3,
  sql: 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT; INSERT INTO absent VALUES (1);',
};
const folder = { path: '', remove: () => {} };
let path = '';

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  path = join(folder.path, 'a.db');
});
afterEach(() => folder.remove());

function schema(...migrations: Schema['migrations']): Schema {
  return { applicationId: 77, migrations };
}

function open(of: Schema, mustExist = false) {
  return openDatabase({ path, schema: of, mustExist });
}

/** A version 1 file with one person in it. */
function writeVersion1(): void {
  const db = unwrap(open(schema(first)));
  db.prepare('INSERT INTO people (id, seat) VALUES (7, ?)').run('12');
  db.close();
}

describe('a file of an earlier version', () => {
  it('is brought to the present one, its content kept, and a copy of it as it was is left', () => {
    writeVersion1();
    const db = unwrap(open(schema(first, second)));
    expect(db.prepare('SELECT id FROM rooms').all()).toEqual([{ id: 7 }]);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    db.close();
    const copy = new Database(`${path}.before-v2`);
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.prepare('SELECT id, seat FROM people').all()).toEqual([{ id: 7, seat: '12' }]);
    copy.close();
  });

  it('stays at the last step that went through when a step fails, and goes on from there', () => {
    writeVersion1();
    expect(() => open(schema(first, second, failing))).toThrow('no such table: absent');
    const db = unwrap(open(schema(first, second)));
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'more'").all()).toEqual([]);
    db.close();
  });

  it('has its copy made anew at each attempt, over what a crash left', () => {
    writeVersion1();
    writeFileSync(`${path}.before-v2.new`, 'half');
    writeFileSync(`${path}.before-v2`, 'an older copy');
    unwrap(open(schema(first, second))).close();
    expect(readFileSync(`${path}.before-v2`).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(existsSync(`${path}.before-v2.new`)).toBe(false);
  });

  it('is not copied when there is nothing to change, nor when it is new', () => {
    writeVersion1();
    unwrap(open(schema(first))).close();
    expect(existsSync(`${path}.before-v1`)).toBe(false);
  });
});

describe('a file that is refused', () => {
  it('of a newer program says both versions and stays untouched', () => {
    unwrap(open(schema(first, second))).close();
    const before = readFileSync(path);
    expect(open(schema(first))).toEqual({ ok: false, error: { code: 'newer-file', figures: { file: 2, program: 1 } } });
    expect(readFileSync(path)).toEqual(before);
  });

  it('of another kind is foreign', () => {
    writeVersion1();
    expect(open({ ...schema(first), applicationId: 78 })).toMatchObject({ error: { code: 'foreign-file' } });
  });
});

describe('an open file', () => {
  it('syncs every commit, keeps foreign keys, and lets nobody else in', () => {
    const db = unwrap(open(schema(first)));
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('locking_mode')]).toEqual([
      'wal',
      2,
      1,
      'exclusive',
    ]);
    expect(open(schema(first))).toMatchObject({ error: { code: 'in-use' } });
    db.close();
  });
});
