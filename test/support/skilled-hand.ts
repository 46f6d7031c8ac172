import type Database from 'better-sqlite3';
import { canonicalText } from '../../shared/canonical.ts';
import type { Event } from '../../shared/domain/events.ts';
import { eventHash } from '../../electron/station/journal/chain.ts';
import { genesisHash, parseGenesis } from '../../electron/station/journal/genesis.ts';
import { readGenesisBytes } from '../../electron/station/journal/journal-rows.ts';
import { unwrap } from './journal-fixture.ts';

/** Any JSON object: a record as somebody rewrites it. */
export type LooseEvent = { [K in keyof Event]?: unknown } & Pick<Event, 'station' | 'epoch' | 'seq' | 'type'> & {
    data: Record<string, unknown>;
  };

/** The records of a file in the order in which it took them in. */
export function recordsOf(db: Database.Database): LooseEvent[] {
  const rows = db.prepare<[], { bytes: Buffer }>('SELECT bytes FROM events ORDER BY arrival').all();
  return rows.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as LooseEvent); // written by a journal
}

/**
 * Writes the whole file anew so that it agrees with itself, as anybody can who can write it and knows how it is made:
 * numbers, hashes, copies, and what papers' records and openings say of heads. What he lacks is the station's key: where a
 * head has become another one he drops the signature, and the record of a code, which is nothing without one.
 */
export function rewrite(db: Database.Database, records: readonly LooseEvent[]): void {
  const genesis = genesisHash(unwrap(parseGenesis(readGenesisBytes(db) ?? Buffer.alloc(0))));
  const ends = new Map<string, { seq: number; hash: Buffer }>();
  const renamed = new Map<string, { seq: number; hash: string }>();
  db.exec('DELETE FROM events');
  const insert = db.prepare(
    `INSERT INTO events (arrival, station, epoch, seq, hash, bytes, type, at_ms, room, command_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let arrival = 0;
  for (const record of records) {
    const { station, epoch } = record;
    if (record.type === 'CheckCodeGiven' && isOther(record.data['head'] as SaidHead, renamed)) continue;
    arrival += 1;
    const chain = `${station}/${epoch}`;
    const end = ends.get(chain);
    const seq = (end?.seq ?? 0) + 1;
    const event = { ...record, seq, data: withHeads(record, renamed) };
    const bytes = Buffer.from(unwrap(canonicalText(event)), 'utf8');
    const hash = eventHash({ genesisHash: genesis, previousHash: end?.hash ?? null, bytes });
    ends.set(chain, { seq, hash });
    renamed.set(`${chain}/${record.seq}`, { seq, hash: hash.toString('hex') });
    const { at, room, command, type } = event;
    insert.run(arrival, station, epoch, seq, hash, bytes, type, at, room, command);
  }
}

interface SaidHead {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

type Renamed = ReadonlyMap<string, { readonly seq: number; readonly hash: string }>;

function nowCalled({ station, epoch, seq }: SaidHead, renamed: Renamed): { seq: number; hash: string } | undefined {
  return renamed.get(`${station}/${epoch}/${seq}`);
}

/** Its record is gone, or has another hash now. */
function isOther(head: SaidHead, renamed: Renamed): boolean {
  return nowCalled(head, renamed)?.hash !== head.hash;
}

/** What a record says of heads, told anew. */
function withHeads({ type, data }: LooseEvent, renamed: Renamed): Record<string, unknown> {
  const toldAnew = (head: SaidHead) => {
    if (!isOther(head, renamed)) return head;
    return { ...head, ...nowCalled(head, renamed), ...('signature' in head ? { signature: null } : {}) };
  };
  // As the schemas of these two types say. A head whose record is gone is not spoken of any more.
  if (type === 'PaperIssued') {
    const heads = (data['heads'] as SaidHead[]).filter((head) => nowCalled(head, renamed) !== undefined);
    return { ...data, heads: heads.map(toldAnew) };
  }
  if (type === 'ChainOpened' && data['previous'] !== null)
    return { ...data, previous: toldAnew(data['previous'] as SaidHead) };
  return data;
}
