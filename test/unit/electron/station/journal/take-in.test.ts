import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForeignFile } from '../../../../../electron/station/journal/foreign-file.ts';
import { createJournal, openJournal } from '../../../../../electron/station/journal/journal-file.ts';
import type { Journal } from '../../../../../electron/station/journal/journal.ts';
import { verifyJournal } from '../../../../../electron/station/journal/verify-journal.ts';
import {
  aGenesis,
  aJournal,
  appendCheckIn,
  createTempFolder,
  openingDraft,
  stationKeys,
  tamper,
  unwrap,
} from '../../../../support/journal-fixture.ts';

const A = stationKeys('station A');
const B = stationKeys('station B');
const folder = { path: '', remove: () => {} };
beforeEach(() => void Object.assign(folder, createTempFolder()));
afterEach(() => folder.remove());

function pathOf(name: string): string {
  return join(folder.path, `${name}.journal`);
}

/** B's own journal of the same day, in which nothing of A is. */
function journalOfB(): Journal {
  const journal = unwrap(createJournal({ path: pathOf('b'), genesis: aGenesis(), station: B.station }));
  journal.append({ command: null, drafts: [openingDraft(B)] });
  return journal;
}

function takeIn(into: Journal, name: string) {
  const file = unwrap(openForeignFile(pathOf(name)));
  try {
    return into.takeIn(file.rows());
  } finally {
    file.close();
  }
}

function expectSound(journal: Journal, station: string, seq: number): void {
  expect(journal.heads().find((head) => head.station === station)?.seq).toBe(seq);
  expect(verifyJournal({ content: journal.content(), kind: 'real', day: null, anchors: [] }).isSound).toBe(true);
}

describe('taking in another file of the day', () => {
  it('brings all of it once, goes on where it ended, and outlives a restart', () => {
    const a = aJournal(pathOf('a'), { checkIns: 3 });
    a.close();
    const b = journalOfB();
    const first = takeIn(b, 'a');
    expect(first.fault).toBeNull();
    expect(first.stored.map(({ arrival, event }) => [arrival, event.seq])).toEqual([2, 3, 4, 5].map((n) => [n, n - 1]));
    expect(takeIn(b, 'a').stored).toEqual([]);

    const again = unwrap(openJournal({ path: pathOf('a'), kind: 'real', day: null, station: A.station }));
    appendCheckIn(again, 4);
    again.close();
    expect(takeIn(b, 'a').stored.map(({ event }) => event.seq)).toEqual([5]);
    b.close();
    const reopened = unwrap(openJournal({ path: pathOf('b'), kind: 'real', day: null, station: B.station }));
    expectSound(reopened, A.station, 5);
    reopened.close();
  });

  it('stops before the first event whose bytes are not its own, and keeps what came before', () => {
    aJournal(pathOf('a'), { checkIns: 4 }).close();
    tamper(pathOf('a'), (db) =>
      db.exec(`UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), '"ok"', '"on"') AS BLOB) WHERE seq = 4`),
    );
    const b = journalOfB();
    expect(takeIn(b, 'a').fault).toEqual({ reason: 'not-authentic', at: { station: A.station, epoch: 1, seq: 4 } });
    expectSound(b, A.station, 3);
    b.close();
  });

  it('stops at a gap, and at another past of a chain that it knows', () => {
    aJournal(pathOf('a'), { checkIns: 4 }).close();
    tamper(pathOf('a'), (db) => db.exec('DELETE FROM events WHERE seq = 3'));
    const b = journalOfB();
    expect(takeIn(b, 'a').fault).toMatchObject({ reason: 'gap', at: { seq: 4 } });
    expectSound(b, A.station, 2);

    const other = unwrap(createJournal({ path: pathOf('fork'), genesis: aGenesis(), station: A.station }));
    other.append({ command: null, drafts: [openingDraft(A)] });
    appendCheckIn(other, 77);
    other.close();
    expect(takeIn(b, 'fork').fault).toMatchObject({ reason: 'fork', at: { seq: 2 } });
    expectSound(b, A.station, 2);
    b.close();
  });

  it('ends the chain with the fault only: the others of the file come in', () => {
    const a = aJournal(pathOf('a'), { checkIns: 4 });
    a.close();
    const both = unwrap(openJournal({ path: pathOf('a'), kind: 'real', day: null, station: B.station }));
    both.append({ command: null, drafts: [openingDraft(B)] });
    appendCheckIn(both, 9);
    both.close();
    const [first = '', second = ''] = [A.station, B.station].toSorted();
    tamper(pathOf('a'), (db) => db.prepare('DELETE FROM events WHERE station = ? AND seq = 1').run(first));
    const c = stationKeys('station C');
    const here = unwrap(createJournal({ path: pathOf('c'), genesis: aGenesis(), station: c.station }));
    here.append({ command: null, drafts: [openingDraft(c)] });
    expect(takeIn(here, 'a').fault).toMatchObject({ reason: 'gap', at: { station: first, seq: 2 } });
    expect(here.heads().find((head) => head.station === second)).toEqual(
      both.heads().find((head) => head.station === second),
    );
    here.close();
  });

  it('takes a damaged row for no event, whatever stands in its columns', () => {
    aJournal(pathOf('a'), { checkIns: 2 }).close();
    const rows = unwrap(openForeignFile(pathOf('a')));
    const damaged = [...rows.rows()].map((row) => (row.seq === 3 ? { ...row, hash: null as unknown as Buffer } : row));
    rows.close();
    const b = journalOfB();
    expect(b.takeIn(damaged).fault).toMatchObject({ reason: 'not-authentic', at: { seq: 3 } });
    expectSound(b, A.station, 2);
    b.close();
  });

  it('of a file with a bad page gives every row that lies elsewhere', () => {
    aJournal(pathOf('a'), { checkIns: 60 }).close();
    const db = new Database(pathOf('a'));
    db.pragma('journal_mode = DELETE');
    const index = db
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_events_1'")
      .pluck()
      .get();
    db.close();
    const bytes = readFileSync(pathOf('a'));
    bytes.fill(0x5a, (Number(index) - 1) * 4096, Number(index) * 4096);
    writeFileSync(pathOf('a'), bytes);
    const b = journalOfB();
    expect(takeIn(b, 'a').fault).toBeNull();
    expectSound(b, A.station, 61);
    b.close();
  });

  it('counts on from an epoch that another station opened under the same label', () => {
    const a = aJournal(pathOf('a'), { checkIns: 1 });
    const previous = a.ownHead();
    a.close();
    const opening = openingDraft(B);
    const spare = unwrap(openJournal({ path: pathOf('a'), kind: 'real', day: null, station: B.station }));
    spare.append({ command: null, drafts: [{ ...opening, data: { ...opening.data, previous } }] });
    expect(spare.epoch).toBe(2);
    spare.close();
    const again = unwrap(openJournal({ path: pathOf('a'), kind: 'real', day: null, station: A.station }));
    again.append({ command: null, drafts: [{ ...openingDraft(A), data: { ...openingDraft(A).data, previous } }] });
    expect(again.epoch).toBe(3);
    again.close();
  });

  it('never goes on in the epoch that is being written here', () => {
    const a = aJournal(pathOf('a'), { checkIns: 3 });
    a.close();
    const older = unwrap(createJournal({ path: pathOf('older'), genesis: aGenesis(), station: A.station }));
    older.append({ command: null, drafts: [openingDraft(A)] });
    expect(takeIn(older, 'a')).toEqual({
      stored: [],
      fault: { reason: 'own-epoch', at: { station: A.station, epoch: 1, seq: 2 } },
    });
    older.close();
  });
});

it('a foreign file says its day and heads, and one that is none of ours is told apart', () => {
  const a = aJournal(pathOf('a'), { checkIns: 2 });
  const head = a.ownHead();
  a.close();
  const file = unwrap(openForeignFile(pathOf('a')));
  expect([file.day, file.kind, file.heads()]).toEqual([a.day, 'real', [head]]);
  file.close();
  expect(openForeignFile(pathOf('nothing'))).toMatchObject({ error: { code: 'missing' } });
});
