import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeVerification } from '../../electron/hosts/machine/verify-words.ts';
import type { Anchor } from '../../electron/station/journal/check-anchor.ts';
import { dayIdOf, parseGenesis } from '../../electron/station/journal/genesis.ts';
import { readGenesisBytes, readJournalContent } from '../../electron/station/journal/journal-rows.ts';
import { readAnchor } from '../../electron/station/journal/read-anchor.ts';
import { type VerifyReport, verifyJournal } from '../../electron/station/journal/verify-journal.ts';
import type { Head } from '../../shared/domain/schema-parts.ts';
import { as, type StationId } from '../../shared/ids.ts';
import { aFileOfADay } from '../support/a-file-of-a-day.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { type LooseEvent, recordsOf, rewrite } from '../support/skilled-hand.ts';

/*
 * A real file: the whole day of room 001, papers and a spoken code in it, and a second station's chain with a second epoch.
 * Clumsy hands change what they see; skilled ones make the whole file agree with itself again. Every row is tried.
 */

interface Row {
  readonly arrival: number;
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
}

let whole: Buffer;
let rows: readonly Row[];
let ends: readonly Head[];

beforeAll(async () => {
  whole = await aFileOfADay();
  onCopy((db) => {
    rows = db.prepare<[], Row>('SELECT arrival, station, epoch, seq, type FROM events ORDER BY arrival').all();
    ends = verify(db).chains.flatMap(({ end }) => end ?? []);
  });
}, 60_000);

/** Does something to a copy of the file, in memory. */
function onCopy<T>(act: (db: Database.Database) => T): T {
  const db = new Database(whole);
  db.pragma('foreign_keys = OFF');
  try {
    return act(db);
  } finally {
    db.close();
  }
}

function verify(db: Database.Database, anchors: readonly Anchor[] = []): VerifyReport {
  return verifyJournal({ content: readJournalContent(db), kind: null, day: null, anchors });
}

/** What a backup says of these places. */
function backupOf(heads: readonly Head[]): readonly Anchor[] {
  return heads.map(({ station, ...place }) => ({
    source: 'backup',
    day: null,
    kind: null,
    chain: { station },
    ...place,
    signature: null,
  }));
}

const nameOf = ({ station, epoch, seq, type }: Row) => `${station}/${epoch}/${seq} ${type}`;
const isAt = (row: Row, { firstBad }: VerifyReport) =>
  firstBad?.station === row.station && firstBad.epoch === row.epoch && firstBad.seq === row.seq;

/** The rows of which this does not hold. */
function rowsWithout(holds: (row: Row) => boolean, of = rows): readonly string[] {
  return of.filter((row) => !holds(row)).map(nameOf);
}

/** The next of the same chain. */
function nextOf({ station, epoch, seq }: Row): Row | undefined {
  return rows.find((one) => one.station === station && one.epoch === epoch && one.seq === seq + 1);
}

describe('the file as it was written', () => {
  it('is sound, with three chains, papers and a code in it', () => {
    const report = onCopy((db) => verify(db, backupOf(ends)));
    expect(report).toMatchObject({ isSound: true, missingArrivals: 0 });
    expect(report.chains.map(({ label, epoch, end, anchoredTo }) => [label, epoch, anchoredTo === end?.seq])).toEqual(
      expect.arrayContaining([
        ['A', 1, true],
        ['B', 1, true],
        ['B', 2, true],
      ]),
    );
    expect(new Set(report.anchors.map(({ anchor }) => anchor.source))).toEqual(
      new Set(['backup', 'paper-record', 'code-record', 'next-epoch']),
    );
    expect(rows.length).toBeGreaterThan(100);
  });
});

describe('a clumsy hand', () => {
  it('that edits any record is found at that record', () => {
    const missed = rowsWithout((row) =>
      onCopy((db) => {
        const sql = `UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), '"v":1', '"v":2') AS BLOB)`;
        db.prepare(`${sql} WHERE arrival = ?`).run(row.arrival);
        const report = verify(db);
        return isAt(row, report) && report.firstBad?.reason === 'hash-differs' && !report.isSound;
      }),
    );
    expect(missed).toEqual([]);
  });

  it('that edits a column beside a record is found there, and the column is named', () => {
    const edits: readonly (readonly [column: string, sql: string])[] = [
      ['hash', 'hash = zeroblob(32)'],
      ['type', `type = 'SomethingElse'`],
      ['at_ms', 'at_ms = at_ms + 60000'],
      ['room', `room = '999'`],
      ['command_id', `command_id = 'another-command'`],
    ];
    // Each column in turn, so that every row and every column is tried.
    const missed = rowsWithout((row) => {
      const [column, sql] = edits[row.arrival % edits.length] ?? ['', ''];
      return onCopy((db) => {
        db.prepare(`UPDATE events SET ${sql} WHERE arrival = ?`).run(row.arrival);
        const { firstBad, ...report } = verify(db);
        const isNamed = column === 'hash' ? firstBad?.reason === 'hash-differs' : firstBad?.column === column;
        return isNamed && isAt(row, { ...report, firstBad }) && !report.isSound;
      });
    });
    expect(missed).toEqual([]);
  });

  it('that moves a record to another place or chain leaves a gap, or what does not belong there', () => {
    const moves = ['seq = 9999', 'epoch = 9', `station = 'ffffffffffffffff'`, 'arrival = 9999'];
    const missed = rowsWithout((row) => {
      const move = moves[row.arrival % moves.length] ?? '';
      return onCopy((db) => {
        db.prepare(`UPDATE events SET ${move} WHERE arrival = ?`).run(row.arrival);
        const report = verify(db);
        if (move.startsWith('arrival')) return report.missingArrivals > 0 && !report.isSound;
        return report.firstBad !== null && !report.isSound;
      });
    });
    expect(missed).toEqual([]);
  });

  it('that takes any record out is found by the hole, the last of a chain too', () => {
    const missed = rowsWithout((row) =>
      onCopy((db) => {
        db.prepare('DELETE FROM events WHERE arrival = ?').run(row.arrival);
        const report = verify(db);
        const next = nextOf(row);
        if (report.isSound) return false;
        if (next !== undefined) return report.firstBad?.reason === 'gap' && isAt(next, report);
        // The file's very last one leaves no hole behind: what was cut off is the anchor's to tell.
        return row.arrival === rows.length || report.missingArrivals === 1;
      }),
    );
    expect(missed).toEqual([nameOf(rows.at(-1)!)]);
  });

  it('that swaps two neighbours is found at the first of them', () => {
    const missed = rowsWithout((row) => {
      const next = nextOf(row);
      if (next === undefined) return true;
      return onCopy((db) => {
        const place = db.prepare('UPDATE events SET seq = ? WHERE arrival = ?');
        for (const [seq, { arrival }] of [
          [9999, row],
          [row.seq, next],
          [next.seq, row],
        ] as const)
          place.run(seq, arrival);
        return isAt(row, verify(db));
      });
    });
    expect(missed).toEqual([]);
  });

  it('that slips a record in is found where it stands', () => {
    const missed = rowsWithout(
      (row) =>
        onCopy((db) => {
          const { station, epoch, seq, arrival } = row;
          db.prepare('UPDATE events SET seq = seq + 100000 WHERE station = ? AND epoch = ? AND seq >= ?').run(
            station,
            epoch,
            seq,
          );
          db.prepare('UPDATE events SET seq = seq - 99999 WHERE seq > 100000').run();
          db.prepare(
            `INSERT INTO events (arrival, station, epoch, seq, hash, bytes, type, at_ms, room, command_id)
             SELECT ?, station, epoch, ?, hash, bytes, type, at_ms, room, command_id FROM events WHERE arrival = ?`,
          ).run(rows.length + 1, seq, arrival);
          // Of two that say the same the first is as it was: the second is one too many.
          return isAt({ ...row, seq: seq + 1 }, verify(db));
        }),
      sampled(3),
    );
    expect(missed).toEqual([]);
  });

  it('that changes what the chains are called, or where they begin, is found', () => {
    const edits: readonly (readonly [sql: string, expected: object])[] = [
      [
        `UPDATE chains SET label = 'C' WHERE label = 'A'`,
        { firstBad: { seq: 1, reason: 'copy-differs', column: 'label' } },
      ],
      [`UPDATE chains SET public_key = zeroblob(32) WHERE label = 'A'`, { firstBad: { seq: 1, column: 'public_key' } }],
      [`DELETE FROM chains WHERE label = 'A'`, { firstBad: { seq: 1, reason: 'copy-differs' } }],
      [`DELETE FROM events WHERE epoch = 2`, { firstBad: { epoch: 2, reason: 'all-missing' } }],
      [
        `UPDATE genesis SET bytes = CAST(replace(CAST(bytes AS TEXT), '"real"', '"rehearsal"') AS BLOB)`,
        { firstBad: { seq: 1, reason: 'hash-differs' } },
      ],
      [`UPDATE genesis SET bytes = zeroblob(9)`, { genesisFault: 'not-a-genesis' }],
      [`DELETE FROM genesis`, { genesisFault: 'not-a-genesis' }],
    ];
    for (const [sql, expected] of edits) {
      const report = onCopy((db) => {
        db.exec(sql);
        return verify(db);
      });
      expect(report, sql).toMatchObject({ ...expected, isSound: false });
    }
  });
});

/** Every nth row, from a place that is another one for each n. */
function sampled(step: number): readonly Row[] {
  return rows.filter(({ arrival }) => arrival % step === 1 % step);
}

describe('a skilled hand', () => {
  /** What he does to the records, by the place of one of them. */
  const deeds: readonly (readonly [what: string, deed: (records: LooseEvent[], index: number) => LooseEvent[]])[] = [
    ['edited', (records, at) => records.map((one, index) => (index === at ? { ...one, occurredAt: 1 } : one))],
    ['removed', (records, at) => records.filter((_, index) => index !== at)],
    ['swapped', (records, at) => swapped(records, at)],
    [
      'inserted',
      (records, at) => [
        ...records.slice(0, at),
        { ...records[at]!, command: 'slipped-in-later' },
        ...records.slice(at),
      ],
    ],
  ];

  it('who does nothing leaves the file as it was: what is found below is the deed', () => {
    const report = onCopy((db) => {
      rewrite(db, recordsOf(db));
      return verify(db, backupOf(ends));
    });
    expect(report).toEqual(onCopy((db) => verify(db, backupOf(ends))));
  });

  it.each(deeds)('is out of reach without an anchor, and found by one after it: a record %s', (_what, deed) => {
    const targets = sampled(4).filter(({ seq }) => seq > 1); // an opening is a chain's first, or there is no chain
    for (const row of targets) {
      const name = nameOf(row);
      const { alone, anchored } = onCopy((db) => {
        rewrite(db, deed(recordsOf(db), row.arrival - 1));
        return { alone: verify(db), anchored: verify(db, backupOf(ends)) };
      });
      expect(alone.isSound, name).toBe(true);
      expect(
        alone.chains.every(({ anchoredTo }) => anchoredTo === 0),
        name,
      ).toBe(true);
      expect(anchored.isSound, name).toBe(false);
      const failed = anchored.anchors.filter(({ finding }) => finding !== 'holds').map(({ anchor }) => anchor);
      expect(failed, name).toContainEqual(
        expect.objectContaining({ source: 'backup', chain: { station: row.station }, epoch: row.epoch }),
      );
      expect(
        failed.every(({ chain }) => 'station' in chain && chain.station === row.station),
        name,
      ).toBe(true);
    }
    expect(targets.length).toBeGreaterThan(25);
  });

  it('that cuts the tail is found only by an anchor from beyond the cut', () => {
    const chainA = rows.filter(({ station, epoch }) => station === rows[0]?.station && epoch === 1);
    const [endA] = ends.filter(({ station }) => station === rows[0]?.station);
    for (const { seq } of chainA.filter((row) => row.seq % 10 === 0)) {
      const before = onCopy((db) => headAt(db, seq));
      const { alone, held, beyond } = onCopy((db) => {
        rewrite(
          db,
          recordsOf(db).filter((one) => one.station !== before.station || one.seq <= seq),
        );
        return { alone: verify(db), held: verify(db, backupOf([before])), beyond: verify(db, backupOf([endA!])) };
      });
      expect(alone.isSound, String(seq)).toBe(true);
      // An anchor at the cut or before holds, and claims nothing of what was after it.
      expect(held.isSound).toBe(true);
      expect(held.chains.find(({ station }) => station === before.station)?.anchoredTo).toBe(seq);
      expect(describeVerification('x', held).join('\n')).toContain(
        '文件末尾之后是否还有过记录：只有更晚的锚点说得出来。',
      );
      const finding = beyond.anchors[0]?.finding;
      expect([finding, beyond.isSound]).toEqual([seq === endA?.seq ? 'holds' : 'beyond-the-end', seq === endA?.seq]);
    }
  });

  it('cannot pass the code that was said, nor is it blamed for what came after', () => {
    const given = onCopy((db) => recordsOf(db).find(({ type }) => type === 'CheckCodeGiven'));
    const head = given?.data['head'] as Head;
    const spoken = unwrap(readAnchor(`spoken:A#${head.seq}:${given?.data['code'] as string}`));
    const edited = (seq: number) =>
      onCopy((db) => {
        rewrite(
          db,
          recordsOf(db).map((one) =>
            one.station === head.station && one.seq === seq ? { ...one, occurredAt: 1 } : one,
          ),
        );
        return verify(db, spoken);
      });
    expect(edited(head.seq - 1).anchors[0]).toMatchObject({ finding: 'contradicts' });
    expect(edited(head.seq).anchors[0]).toMatchObject({ finding: 'contradicts' });
    const after = edited(head.seq + 2);
    expect(after.anchors[0]).toMatchObject({ finding: 'holds' });
    expect(after.chains.find(({ station }) => station === head.station)?.anchoredTo).toBe(head.seq);
    expect(describeVerification('x', after).join('\n')).toContain(`A#${head.seq + 1} 至 A#`);
  });

  it('that makes the whole file anew, as another day, is found by any anchor that names the day', () => {
    const { day } = onCopy((db) => verify(db)).genesis!;
    const report = onCopy((db) => {
      db.exec(`UPDATE genesis SET bytes = CAST(replace(CAST(bytes AS TEXT), '"nonce":"', '"nonce":"0') AS BLOB)`);
      db.exec(
        `UPDATE genesis SET bytes = CAST(substr(CAST(bytes AS TEXT), 1, instr(CAST(bytes AS TEXT), '"nonce":"') + 72) || '","v":1}' AS BLOB)`,
      );
      const made = dayIdOf(unwrap(parseGenesis(readGenesisBytes(db)!)));
      rewrite(
        db,
        recordsOf(db).map((one) => ({ ...one, day: made })),
      );
      return {
        alone: verify(db),
        anchored: verify(
          db,
          backupOf(ends).map((one) => ({ ...one, day })),
        ),
        paper: verify(db, backupOf(ends)),
      };
    });
    expect(report.alone.isSound).toBe(true);
    expect(report.anchored.anchors.slice(0, ends.length).map(({ finding }) => finding)).toEqual(
      ends.map(() => 'other-day'),
    );
    const onPaper = report.paper.anchors.slice(0, ends.length);
    expect(onPaper.filter(({ finding }) => finding !== 'contradicts' && finding !== 'beyond-the-end')).toEqual([]);
  });

  it('may change the order of arrival and the answers to commands: neither is part of the record', () => {
    const report = onCopy((db) => {
      db.exec('UPDATE command_answers SET extra = NULL, input_hash = hex(zeroblob(32))');
      for (const [from, to] of [
        [5, 9999],
        [6, 5],
        [9999, 6],
      ])
        db.prepare('UPDATE events SET arrival = ? WHERE arrival = ?').run(to, from);
      return verify(db, backupOf(ends));
    });
    expect(report.isSound).toBe(true);
  });

  function headAt(db: Database.Database, seq: number): Head {
    const { station } = rows[0]!;
    const row = db
      .prepare<unknown[], { hash: Buffer }>('SELECT hash FROM events WHERE station = ? AND epoch = 1 AND seq = ?')
      .get(station, seq);
    return { station: as<StationId>(station), epoch: 1, seq, hash: row!.hash.toString('hex') };
  }

  function swapped(records: LooseEvent[], at: number): LooseEvent[] {
    const own = (one: LooseEvent) => one.station === records[at]?.station && one.epoch === records[at].epoch;
    const next = records.findIndex((one, index) => index > at && own(one));
    // The last of a chain has no neighbour after it: it takes the place of the one before.
    const other = next === -1 ? records.findLastIndex((one, index) => index < at && own(one)) : next;
    return records.with(at, records[other]!).with(other, records[at]!);
  }
});
