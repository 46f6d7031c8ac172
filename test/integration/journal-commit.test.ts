import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { aJournal, appendCheckIn, createTempFolder } from '../support/journal-fixture.ts';

const COMMITS = 400;
const ROW_BYTES = 700;

/** Milliseconds at a share of the sorted durations. */
function quantile(durations: readonly number[], share: number): number {
  return durations.toSorted((a, b) => a - b)[Math.floor(durations.length * share)] ?? 0;
}

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** The floor: one row of about an event's size in one WAL commit that is synced, and nothing else. */
function openBare(path: string) {
  const db = new Database(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE rows (n INTEGER PRIMARY KEY, bytes BLOB) STRICT');
  const insert = db.prepare('INSERT INTO rows (bytes) VALUES (?)');
  const bytes = Buffer.alloc(ROW_BYTES, 7);
  return { commit: () => void insert.run(bytes), close: () => db.close() };
}

it('one event is stored for at most 1.5 times a bare synced commit, or 1 ms more', () => {
  const folder = createTempFolder();
  const bare = openBare(join(folder.path, 'bare.db'));
  const journal = aJournal(join(folder.path, 'day.journal'));
  const floor: number[] = [];
  const appends: number[] = [];
  // Turn by turn, so that a slow moment of the machine falls on both.
  for (let number = 1; number <= COMMITS; number += 1) {
    floor.push(timed(bare.commit));
    appends.push(timed(() => appendCheckIn(journal, number)));
  }
  bare.close();
  journal.close();
  folder.remove();

  for (const share of [0.5, 0.95]) {
    const [least, taken] = [quantile(floor, share), quantile(appends, share)];
    console.log(`p${share * 100}: bare commit ${least.toFixed(3)} ms, append ${taken.toFixed(3)} ms`);
    expect(taken).toBeLessThanOrEqual(Math.max(1.5 * least, least + 1));
  }
});
