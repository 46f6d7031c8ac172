import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { JOURNAL_SCHEMA } from '../../../../../electron/station/journal/journal-schema.ts';
import { migrate, type Schema } from '../../../../../electron/station/sqlite/migrate.ts';
import { STATION_SCHEMA } from '../../../../../electron/station/station-db/station-schema.ts';
import { unwrap } from '../../../../support/journal-fixture.ts';

const SCHEMAS = { journal: JOURNAL_SCHEMA, station: STATION_SCHEMA } as const;

function makeDatabase(schema: Schema) {
  const db = new Database(':memory:');
  unwrap(migrate({ db, path: ':memory:', schema, mayBeEmpty: true }));
  return db;
}

function listTables(db: Database.Database) {
  return db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
}

function columnTypes(db: Database.Database, table: string) {
  const columns = db
    .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(table);
  return new Map(columns.map(({ name, type }) => [name, type]));
}

describe.each(Object.entries(SCHEMAS))('the schema of the %s file', (name, schema) => {
  const db = makeDatabase(schema);

  it('is the golden one', () => {
    const made = db
      .prepare<[], { sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
      .all();
    const golden = fileURLToPath(new URL(`../../../../fixtures/schemas/${name}.sql`, import.meta.url));
    expect(`${made.map(({ sql }) => `${sql};`).join('\n\n')}\n`).toBe(readFileSync(golden, 'utf8'));
  });

  it('has versions without gaps', () => {
    expect(schema.migrations.map(({ version }) => version)).toEqual(schema.migrations.map((_, index) => index + 1));
  });

  it('has strict tables only', () => {
    expect(listTables(db).length).toBeGreaterThan(0);
    expect(listTables(db).filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('has names in lower_snake', () => {
    const names = listTables(db).flatMap(({ name: table }) => [table, ...columnTypes(db, table).keys()]);
    expect(names.filter((each) => !/^[a-z]+(_[a-z]+)*$/.test(each))).toEqual([]);
  });

  it('has foreign keys of the type of what they name, and an index that begins with them', () => {
    for (const { name: table } of listTables(db)) {
      const keys = db
        .prepare<[string], { table: string; from: string; to: string }>(
          'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)',
        )
        .all(table);
      for (const key of keys) {
        expect(columnTypes(db, table).get(key.from)).toBe(columnTypes(db, key.table).get(key.to));
        const plan = db
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${key.from} = 1`)
          .all();
        expect(`${table}.${key.from}: ${plan[0]?.detail}`).toContain('SEARCH');
        break; // of a key of several columns the first leads the index
      }
    }
  });
});

describe('the queries that a station runs all day', () => {
  const db = makeDatabase(JOURNAL_SCHEMA);

  it.each([
    'SELECT arrival, hash, bytes FROM events WHERE arrival > 5 ORDER BY arrival LIMIT 10',
    'SELECT arrival, hash, bytes FROM events WHERE arrival BETWEEN 5 AND 6 ORDER BY arrival',
    "SELECT arrival, seq, hash, bytes FROM events WHERE station = 'a' AND epoch = 1 ORDER BY seq DESC LIMIT 1",
    "SELECT input_hash, first_arrival, last_arrival, extra FROM command_answers WHERE command_id = 'c'",
  ])('are searched by an index and sort nothing: %s', (sql) => {
    const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH /)]);
  });

  it('read the whole journal in order of chain without sorting it', () => {
    const plan = db
      .prepare<[], { detail: string }>(
        'EXPLAIN QUERY PLAN SELECT arrival, bytes FROM events ORDER BY station, epoch, seq',
      )
      .all();
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX')]);
  });
});
