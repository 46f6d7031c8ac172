import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createGenesis, type DayKind, type Genesis } from '../../electron/station/journal/genesis.ts';
import { createStationKeys, type StationKeys } from '../../electron/station/journal/head-signature.ts';
import type { Journal } from '../../electron/station/journal/journal.ts';
import { createJournal } from '../../electron/station/journal/journal-file.ts';
import type { EventDraft } from '../../electron/station/journal/plan-batch.ts';
import type { Ids, SecretStore } from '../../electron/station/ports.ts';
import { as, type CandidateId, type CommandId, type RoomNo, type SeatNo } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';

/** 2024-11-16 08:30 in Shanghai. */
export const MORNING_MS = Date.UTC(2024, 10, 16, 0, 30);

/** A folder of the test's own and its removal. */
export function createTempFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'proctor-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Ids that are the same in every run of a test and differ by seed. */
export function seededIds(seed: string): Ids {
  let count = 0;
  function bytes(length: number): Uint8Array {
    count += 1;
    return Uint8Array.from(createHash('shake256', { outputLength: length }).update(`${seed}/${count}`).digest());
  }
  return { bytes, id: () => Buffer.from(bytes(18)).toString('hex') };
}

/** Secrets that last as long as the test. */
export function memorySecrets(): SecretStore {
  const kept = new Map<string, Uint8Array>();
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, secret) => void kept.set(name, Uint8Array.from(secret)),
    destroy: (name) => void kept.delete(name),
  };
}

export function stationKeys(seed = 'station A'): StationKeys {
  return createStationKeys(seededIds(seed).bytes(32));
}

export function aGenesis(kind: DayKind = 'real', seed = 'day'): Genesis {
  return createGenesis({ kind, madeAt: MORNING_MS, nonce: seededIds(seed).bytes(32) });
}

export function commandId(number: number): CommandId {
  return as<CommandId>(`command-${String(number).padStart(6, '0')}`);
}

const FRAME = {
  timeInDoubt: false,
  reason: null,
  actor: null,
  actorBy: null,
  second: null,
  secondBy: null,
  room: as<RoomNo>('003'),
  paper: null,
} as const;

function times(at: number) {
  return { hlc: [at, 0] as [number, number], at, occurredAt: at, basis: { heads: [], timeline: null } };
}

export function openingDraft(keys = stationKeys(), at = MORNING_MS): EventDraft<'ChainOpened'> {
  const publicKey = keys.publicKey.toString('base64');
  const data = { label: 'A', keyAlg: 'Ed25519' as const, publicKey, previous: null, program: 'test' };
  return { ...FRAME, ...times(at), room: null, type: 'ChainOpened', data };
}

/** The clock set to `after` in the second of this number. */
export function clockSetDraft(number: number, after: number): EventDraft<'ClockSet'> {
  const now = MORNING_MS + number * 1000;
  const data = { kind: 'accept-wall' as const, before: now, after, wall: after };
  return { ...FRAME, ...times(now), room: null, type: 'ClockSet', data };
}

/** A check-in of candidate and seat `number`, one second after the one before. */
export function checkInDraft(number: number): EventDraft<'CandidateCheckedIn'> {
  return {
    ...FRAME,
    ...times(MORNING_MS + number * 1000),
    paper: 'theory',
    type: 'CandidateCheckedIn',
    data: {
      candidate: as<CandidateId>(number.toString(16).padStart(32, '0')),
      seat: as<SeatNo>((number % 999) + 1),
      found: 'ticket',
      checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
      said: { entry: 'on-time', lateMinutes: 0 },
    },
  };
}

/** The value of a Result that must be one. */
export function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`not ok: ${JSON.stringify(result.error)}`);
  return result.value;
}

interface JournalOptions {
  readonly checkIns?: number;
  readonly kind?: DayKind;
  readonly keys?: StationKeys;
}

/** A new journal with an open chain and `checkIns` check-ins, each a command of its own. */
export function aJournal(path: string, options: JournalOptions = {}): Journal {
  const { checkIns = 0, kind = 'real', keys = stationKeys() } = options;
  const journal = unwrap(createJournal({ path, genesis: aGenesis(kind), station: keys.station }));
  journal.append({ command: null, drafts: [openingDraft(keys)] });
  for (let number = 1; number <= checkIns; number += 1) appendCheckIn(journal, number);
  return journal;
}

export function appendCheckIn(journal: Journal, number: number) {
  return journal.append({
    command: { id: commandId(number), inputHash: 'ab'.repeat(32) },
    drafts: [checkInDraft(number)],
  });
}

/** Other hands at a closed file: without the triggers that stop the program's own mistakes. */
export function tamper(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path);
  db.exec('DROP TRIGGER IF EXISTS events_are_not_changed; DROP TRIGGER IF EXISTS events_are_not_removed;');
  change(db);
  db.close();
}
