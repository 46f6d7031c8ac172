import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '../../../../../shared/canonical.ts';
import { as, type StationId } from '../../../../../shared/ids.ts';
import { eventHash } from '../../../../../electron/station/journal/chain.ts';
import type { Anchor } from '../../../../../electron/station/journal/check-anchor.ts';
import { dayIdOf, genesisBytes, genesisHash } from '../../../../../electron/station/journal/genesis.ts';
import { signHead } from '../../../../../electron/station/journal/head-signature.ts';
import { readJournalContent } from '../../../../../electron/station/journal/journal-rows.ts';
import { openJournal } from '../../../../../electron/station/journal/journal-file.ts';
import { verifyJournalFile } from '../../../../../electron/station/journal/verify-file.ts';
import { type VerifyReport, verifyJournal } from '../../../../../electron/station/journal/verify-journal.ts';
import {
  aGenesis,
  aJournal,
  appendCheckIn,
  checkInDraft,
  createTempFolder,
  openingDraft,
  stationKeys,
  tamper,
  unwrap,
} from '../../../../support/journal-fixture.ts';

const keys = stationKeys();
const day = dayIdOf(aGenesis());
const folder = { path: '', remove: () => {} };
let path = '';
/** Heads as they were while the journal was written: seq → hash. */
let hashes: readonly string[] = [];

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  path = join(folder.path, 'day.journal');
  const journal = aJournal(path, { checkIns: 9 });
  hashes = journal.readSince(0, 100).map(({ hash }) => hash);
  journal.close();
});
afterEach(() => folder.remove());

function verify(anchors: readonly Anchor[] = [], kind: 'real' | 'rehearsal' = 'real'): VerifyReport {
  return unwrap(verifyJournalFile(path, { kind, day: null, anchors }));
}

/** What a paper printed at `seq` says. */
function paperAt(seq: number, changes: Partial<Anchor> = {}): Anchor {
  const hash = hashes[seq - 1]!.slice(0, 16);
  return {
    source: 'paper',
    day: null,
    kind: 'real',
    chain: { label: 'A' },
    epoch: 1,
    seq,
    hash,
    signature: null,
    ...changes,
  };
}

function findings(report: VerifyReport) {
  return report.anchors.map(({ finding }) => finding);
}

/** Rewrites the whole file so that it agrees with itself, as anybody who can write it can. */
function rehash(db: Database.Database): void {
  let previousHash: Buffer | null = null;
  const rows = db
    .prepare<[], { arrival: number; bytes: Buffer }>('SELECT arrival, bytes FROM events ORDER BY seq')
    .all();
  rows.forEach(({ arrival, bytes }, index) => {
    const seq = index + 1;
    const event = JSON.parse(bytes.toString());
    const next: Buffer = Buffer.from(unwrap(canonicalText({ ...event, seq })));
    previousHash = eventHash({ genesisHash: genesisHash(aGenesis()), previousHash, bytes: next });
    db.prepare('UPDATE events SET arrival = ?, seq = ?, bytes = ?, hash = ? WHERE arrival = ?').run(
      seq,
      seq,
      next,
      previousHash,
      arrival,
    );
  });
}

describe('a journal as it was written', () => {
  it('is sound, and without an anchor claims nothing about its tail', () => {
    const report = verify();
    expect(report).toMatchObject({ isSound: true, firstBad: null, missingArrivals: 0, genesis: { day, kind: 'real' } });
    expect(report.chains).toEqual([
      {
        station: keys.station,
        epoch: 1,
        label: 'A',
        end: { station: keys.station, epoch: 1, seq: 10, hash: hashes[9] },
        firstBad: null,
        anchoredTo: 0,
      },
    ]);
  });

  it('is anchored up to the farthest anchor that holds, and no farther', () => {
    const report = verify([paperAt(3), paperAt(7), paperAt(5)]);
    expect(report).toMatchObject({ isSound: true, chains: [{ anchoredTo: 7, end: { seq: 10 } }] });
    expect(findings(report)).toEqual(['holds', 'holds', 'holds']);
  });

  it('gives the same report while the station has it open', () => {
    const closed = verify();
    const journal = unwrap(openJournal({ path, kind: 'real', day, station: keys.station }));
    expect(verifyJournal({ content: journal.content(), kind: 'real', day, anchors: [] })).toEqual(closed);
    expect(verifyJournalFile(path, { kind: 'real', day, anchors: [] })).toMatchObject({ error: { code: 'in-use' } });
    journal.close();
  });
});

describe('an event that was', () => {
  it('edited is named', () => {
    tamper(path, (db) =>
      db.exec(
        `UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), '"seat":5', '"seat":6') AS BLOB) WHERE seq = 5`,
      ),
    );
    expect(verify([paperAt(4), paperAt(5), paperAt(9)])).toMatchObject({
      isSound: false,
      firstBad: { station: keys.station, epoch: 1, seq: 5, arrival: 5, reason: 'hash-differs' },
      anchors: [{ finding: 'holds' }, { finding: 'contradicts' }, { finding: 'contradicts' }],
    });
  });

  it('removed leaves a gap', () => {
    tamper(path, (db) => db.exec('DELETE FROM events WHERE seq = 5'));
    const report = verify([paperAt(4), paperAt(9)]);
    expect(report).toMatchObject({ isSound: false, missingArrivals: 1, firstBad: { seq: 6, reason: 'gap' } });
    expect(findings(report)).toEqual(['holds', 'contradicts']);
  });

  it('removed, with the others moved up, breaks the chain at its place', () => {
    tamper(path, (db) =>
      db.exec('DELETE FROM events WHERE seq = 5; UPDATE events SET seq = seq - 1, arrival = arrival - 1 WHERE seq > 5'),
    );
    expect(verify()).toMatchObject({ firstBad: { seq: 5, reason: 'hash-differs' } });
  });

  it('swapped with another is named', () => {
    tamper(path, (db) =>
      db.exec(
        'UPDATE events SET seq = 1005 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 6; UPDATE events SET seq = 6 WHERE seq = 1005',
      ),
    );
    expect(verify()).toMatchObject({ firstBad: { seq: 5, arrival: 6, reason: 'hash-differs' } });
  });

  it('put in between breaks the chain there', () => {
    tamper(path, (db) =>
      db.exec(`
        UPDATE events SET seq = seq + 1000, arrival = arrival + 1000 WHERE seq >= 5;
        UPDATE events SET seq = seq - 999, arrival = arrival - 999 WHERE seq >= 1000;
        INSERT INTO events SELECT 5, station, epoch, 5, hash, bytes, type, at_ms, room, command_id FROM events WHERE seq = 4`),
    );
    expect(verify()).toMatchObject({ firstBad: { seq: 5, reason: 'hash-differs' } });
  });

  it.each([
    ['room', `room = '004'`],
    ['at_ms', 'at_ms = at_ms + 60000'],
    ['type', `type = 'EntryRefused'`],
    ['command_id', 'command_id = NULL'],
  ])('left alone but shown otherwise in the column %s is named', (column, change) => {
    tamper(path, (db) => db.exec(`UPDATE events SET ${change} WHERE seq = 8`));
    const report = verify([paperAt(9)]);
    expect(report).toMatchObject({ isSound: false, firstBad: { seq: 8, reason: 'copy-differs', column } });
    expect(findings(report)).toEqual(['holds']);
  });

  it('written in another form with a hash of that form is named', () => {
    tamper(path, (db) => {
      const last = db.prepare<[], { bytes: Buffer }>('SELECT bytes FROM events WHERE seq = 10').get()!;
      const bytes = Buffer.from(` ${last.bytes.toString()}`);
      const previousHash = Buffer.from(hashes[8]!, 'hex');
      const hash = eventHash({ genesisHash: genesisHash(aGenesis()), previousHash, bytes });
      db.prepare('UPDATE events SET bytes = ?, hash = ? WHERE seq = 10').run(bytes, hash);
    });
    expect(verify()).toMatchObject({ firstBad: { seq: 10, reason: 'not-an-event' } });
  });
});

describe('a cut tail', () => {
  beforeEach(() => tamper(path, (db) => db.exec('DELETE FROM events WHERE seq > 6')));

  it('does not show without an anchor, and nothing is claimed', () => {
    expect(verify()).toMatchObject({ isSound: true, chains: [{ end: { seq: 6 }, anchoredTo: 0 }] });
  });

  it('does not show against an anchor from before the cut, which proves no more than its own place', () => {
    expect(verify([paperAt(6)])).toMatchObject({ isSound: true, chains: [{ end: { seq: 6 }, anchoredTo: 6 }] });
  });

  it('shows against an anchor from after it', () => {
    const report = verify([paperAt(4), paperAt(8)]);
    expect(report).toMatchObject({ isSound: false, firstBad: null, chains: [{ anchoredTo: 4 }] });
    expect(findings(report)).toEqual(['holds', 'beyond-the-end']);
  });
});

describe('a chain of which nothing is left', () => {
  it('is named, not passed over', () => {
    tamper(path, (db) => db.exec('DELETE FROM events'));
    const report = verify([paperAt(4)]);
    expect(report).toMatchObject({
      isSound: false,
      firstBad: { seq: 1, reason: 'all-missing' },
      chains: [{ end: null }],
    });
    expect(findings(report)).toEqual(['beyond-the-end']);
    const opened = openJournal({ path, kind: 'real', day: null, station: keys.station });
    expect(opened).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  });
});

describe('a file rewritten from the first event to the last', () => {
  beforeEach(() =>
    tamper(path, (db) => {
      db.exec('DELETE FROM events WHERE seq = 5');
      rehash(db);
    }),
  );

  it('agrees with itself, and without an anchor nothing more is claimed', () => {
    expect(verify()).toMatchObject({ isSound: true, firstBad: null, chains: [{ anchoredTo: 0 }] });
  });

  it('contradicts every anchor from after the change', () => {
    const report = verify([paperAt(4), paperAt(5), paperAt(9)]);
    expect(report).toMatchObject({ isSound: false, firstBad: null, chains: [{ anchoredTo: 4 }] });
    expect(findings(report)).toEqual(['holds', 'contradicts', 'contradicts']);
  });
});

describe("a rehearsal's journal", () => {
  it('is told from a real one by its genesis', () => {
    path = join(folder.path, 'rehearsal');
    aJournal(path, { kind: 'rehearsal', checkIns: 3 }).close();
    expect(verify()).toMatchObject({ isSound: false, genesisFault: 'kind-differs', genesis: { kind: 'rehearsal' } });
    expect(verify([], 'rehearsal').isSound).toBe(true);
    expect(findings(verify([paperAt(2)], 'rehearsal'))).toEqual(['other-kind']);
  });

  it('given the genesis of a real day belongs to no event of it', () => {
    path = join(folder.path, 'rehearsal');
    aJournal(path, { kind: 'rehearsal', checkIns: 3 }).close();
    tamper(path, (db) => db.prepare('UPDATE genesis SET bytes = ?').run(genesisBytes(aGenesis('real'))));
    expect(verify()).toMatchObject({
      isSound: false,
      genesisFault: null,
      firstBad: { seq: 1, reason: 'hash-differs' },
    });
  });

  it('without a readable genesis proves nothing', () => {
    tamper(path, (db) => db.exec(`UPDATE genesis SET bytes = CAST('{}' AS BLOB)`));
    expect(verify()).toMatchObject({ isSound: false, genesis: null, genesisFault: 'not-a-genesis', chains: [] });
  });
});

describe('an anchor', () => {
  const whole = (seq: number) => ({ station: keys.station, epoch: 1, seq, hash: hashes[seq - 1]! });

  it('with a signature is checked against the key that the station is named by', () => {
    const { signature } = signHead(keys, day, whole(8));
    const signed = paperAt(8, {
      source: 'acknowledged',
      day,
      chain: { station: keys.station },
      hash: hashes[7]!,
      signature,
    });
    expect(verify([signed])).toMatchObject({ isSound: true, anchors: [{ finding: 'holds', signature: 'good' }] });
    expect(verify([{ ...signed, seq: 7, hash: hashes[6]! }])).toMatchObject({
      isSound: false,
      anchors: [{ finding: 'signature-wrong', signature: 'wrong' }],
    });
  });

  it.each([
    ['of another day', { day: dayIdOf(aGenesis('real', 'other')) }, 'other-day'],
    ['of an unknown label', { chain: { label: 'B' } }, 'unknown-chain'],
    ['of an unknown station', { chain: { station: as<StationId>('0'.repeat(16)) } }, 'unknown-chain'],
    ['of a later epoch', { epoch: 2 }, 'unknown-chain'],
    ['with no hash to speak of', { hash: '' }, 'malformed'],
    ['with another hash', { hash: '0'.repeat(16) }, 'contradicts'],
  ] as const)('%s does not hold', (_, changes, finding) => {
    expect(findings(verify([paperAt(5, changes)]))).toEqual([finding]);
  });

  it('is also what the opening of a later epoch says of the earlier one', () => {
    path = join(folder.path, 'epochs');
    const journal = aJournal(path, { checkIns: 4 });
    const opening = openingDraft();
    const previous = journal.ownHead();
    journal.append({ command: null, drafts: [{ ...opening, data: { ...opening.data, previous } }, checkInDraft(8)] });
    appendCheckIn(journal, 9);
    journal.close();
    expect(verify()).toMatchObject({
      isSound: true,
      anchors: [{ anchor: { source: 'next-epoch', seq: 5 }, finding: 'holds' }],
    });
    expect(verify().chains.map(({ epoch, anchoredTo }) => [epoch, anchoredTo])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    tamper(path, (db) => db.exec('DELETE FROM events WHERE epoch = 1 AND seq = 5'));
    expect(verify()).toMatchObject({ isSound: false, missingArrivals: 1, anchors: [{ finding: 'beyond-the-end' }] });
  });
});

describe('a file that was opened with other tools', () => {
  it.each([
    ['a number in the place of the bytes', { bytes: 5 }, 'not-an-event'],
    ['nothing in the place of the bytes', { bytes: null }, 'not-an-event'],
    ['a text in the place of the hash', { hash: 'abc' }, 'not-an-event'],
  ])('names the record with %s', (_what, change, reason) => {
    const db = new Database(path, { readonly: true });
    const content = readJournalContent(db);
    const rows = [...content.rows].map((row) => (row.seq === 5 ? { ...row, ...change } : row) as typeof row);
    db.close();
    const { firstBad, isSound } = verifyJournal({ content: { ...content, rows }, kind: null, day: null, anchors: [] });
    expect(firstBad).toMatchObject({ seq: 5, reason });
    expect(isSound).toBe(false);
  });

  it.each([[null], ['abc'], [Buffer.from('a key of other hands')]])(
    'takes %o in the chains table for no key',
    (key) => {
      const db = new Database(path, { readonly: true });
      const content = readJournalContent(db);
      const rows = [...content.rows];
      db.close();
      const chains = content.chains.map((chain) => ({ ...chain, public_key: key }) as typeof chain);
      const options = { kind: null, day: null, anchors: [{ ...paperAt(3), signature: 'AAAA' }] } as const;
      expect(verifyJournal({ content: { ...content, chains, rows }, ...options }).firstBad).toMatchObject({
        seq: 1,
        column: 'public_key',
      });
      const signed = { ...options.anchors[0], day, chain: { station: keys.station } };
      const emptied = verifyJournal({ content: { ...content, chains, rows: [] }, ...options, anchors: [signed] });
      expect(emptied.anchors[0]?.signature).toBe('key-unknown');
    },
  );

  it.each(['events', 'chains', 'genesis'])('and whose table of %s is gone is damaged', (table) => {
    tamper(path, (db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(`DROP TABLE ${table}`);
    });
    expect(verifyJournalFile(path, { kind: null, day: null, anchors: [] })).toMatchObject({
      ok: false,
      error: { code: 'corrupt' },
    });
  });

  it('a name that no station bears opens no chain', () => {
    tamper(path, (db) => {
      const bytes = db.prepare<[], Buffer>('SELECT bytes FROM events WHERE seq = 1').pluck().get();
      const opening = JSON.parse(String(bytes));
      const next = Buffer.from(unwrap(canonicalText({ ...opening, data: { ...opening.data, label: 'A\n结论' } })));
      db.prepare('UPDATE events SET bytes = ? WHERE seq = 1').run(next);
      db.prepare('UPDATE chains SET label = ?').run('A\n结论');
      rehash(db);
    });
    const { chains, firstBad } = verify();
    expect(chains[0]?.label).toBeNull();
    expect(firstBad).toMatchObject({ seq: 1, reason: 'not-opened' });
  });
});
