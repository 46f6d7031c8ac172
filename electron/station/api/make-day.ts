import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { DecideContext, MakeDay } from '../../../shared/domain/commands.ts';
import { decide } from '../../../shared/domain/decide.ts';
import type { NewEvent } from '../../../shared/domain/events.ts';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import { EMPTY_SITE } from '../../../shared/domain/state.ts';
import { as, type CommandId, type DayId, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { createFold } from '../../../shared/sync/merge.ts';
import { OpenDay } from '../day/open-day.ts';
import { STATION_ITSELF, stampEvents } from '../day/stamp.ts';
import { createGenesis, dayIdOf } from '../journal/genesis.ts';
import { createJournal } from '../journal/journal-file.ts';
import { createDayKey } from '../keys/day-key.ts';
import { createDayKeys } from '../keys/day-keys.ts';
import { sealStaff } from './enlist-staff.ts';
import { fail, receiptOf, type Request } from './handler.ts';
import { notSaved, orNotSaved } from './or-not-saved.ts';
import { headNoter } from './note-heads.ts';
import { kindOf, PROGRAM, type StationContext } from './station-context.ts';

const NONCE_BYTES = 32;

/** The journals' folder in the data folder. */
export const DAYS_DIR = 'days';

/** Where a day's journal lies in the data folder. */
export function journalName(day: DayId): string {
  return `${DAYS_DIR}/${day}.journal`;
}

/**
 * 建立考核日 with its chief: genesis, key, journal and first events. A later day is made by a leader of the present one.
 * The day counts only once it stands in station.db; a crash or a full disk before that leaves files that nobody opens.
 */
export async function makeDay(
  context: StationContext,
  request: Request<'day.make'>,
  inputHashOf: (day: OpenDay) => string,
): Promise<Answer<MethodOutput<'day.make'>>> {
  const { ports, stationDb } = context;
  if (!mayMakeAnother(context, request)) return fail('day-already-made', 'D3');
  const { chief, ...wanted } = request.input;

  const nonce = ports.ids.bytes(NONCE_BYTES);
  const genesis = createGenesis({ kind: kindOf(ports), madeAt: request.clock.nowMs, nonce });
  const day = dayIdOf(genesis);
  const placeholder: MakeDay['chief'] = { staff: as<StaffId>(ports.ids.id()), person: NO_BOX, pin: NO_BOX };
  const decideOn = (of: MakeDay['chief']) =>
    decide({ site: EMPTY_SITE, rooms: {} }, { type: 'makeDay', ...wanted, chief: of }, contextOf(request));
  // Judged before anything is made on disk: an incomplete form leaves no trace.
  const judged = decideOn(placeholder);
  if (!judged.ok) return judged;

  const saved = await orNotSaved(context, async () => {
    const keys = createDayKeys(createDayKey(day, ports), ports.ids);
    const decision = decideOn({
      staff: placeholder.staff,
      ...(await sealStaff({ keys, ...chief, pinCost: ports.pinCost })),
    });
    if (!decision.ok) return decision;
    const fileName = journalName(day);
    mkdirSync(join(ports.dataDir, DAYS_DIR), { recursive: true, mode: 0o700 });
    const journal = createJournal({
      path: join(ports.dataDir, fileName),
      genesis,
      station: stationDb.identity.station,
    });
    if (!journal.ok) return notSaved(context, journal.error.code);
    try {
      const open = new OpenDay(journal.value, keys, headNoter(context, day));
      const stored = appendFirstEvents(context, request, open, decision.value, inputHashOf(open));
      const { title, date } = wanted;
      stationDb.addDay({ day, kind: genesis.kind, title, date, fileName, madeAtMs: request.clock.nowMs });
      return ok({ open, stored });
    } catch (thrown) {
      journal.value.close();
      throw thrown;
    }
  });
  if (!saved.ok) return saved;
  const { open, stored } = saved.value;
  context.health.writeTrouble = null;
  context.day?.close();
  context.day = open;
  context.restarts.look();
  context.locked = null;
  return ok(receiptOf(stored));
}

function appendFirstEvents(
  context: StationContext,
  request: Request<'day.make'>,
  open: OpenDay,
  decided: readonly NewEvent[],
  inputHash: string,
): readonly StoredEvent[] {
  const { journal } = open;
  const drafts = stampEvents([chainOpened(context, request, null), ...decided], {
    station: journal.station,
    clock: request.clock,
    context: STATION_ITSELF,
    fold: createFold(),
    lastHlc: journal.lastHlc(),
  });
  const id = request.call.command as CommandId; // dispatch refuses commands without an id
  const stored = journal.append({ command: { id, inputHash }, drafts });
  open.remember(stored, request.elapsedMs);
  return stored;
}

const NO_BOX = { alg: 'A256GCM', keyId: '0000000000000000', nonce: '', ct: '' } as const;

/** The first day is anybody's to make; another one is made by the chief or a deputy of the open day. */
function mayMakeAnother(context: StationContext, request: Request<'day.make'>): boolean {
  if (context.day === null) return true;
  const { actor } = request.call;
  const role = actor === null ? undefined : context.day.state.site.staff[actor]?.role;
  return role === 'chief' || role === 'deputy';
}

function contextOf(request: Request<'day.make'>): DecideContext {
  return {
    command: request.call.command as CommandId, // as above
    nowMs: request.clock.nowMs,
    actor: null,
    actorBy: null,
    second: null,
    secondBy: null,
    approvedBy: null,
    occurredAt: null,
    reason: null,
    binding: null,
    undoAgeMs: null,
  };
}

/** The first event of a chain: who writes from now on, and the last head known of the chain that it follows. */
export function chainOpened(
  context: StationContext,
  request: { clock: { nowMs: number } },
  previous: Head | null,
  label: string = context.stationDb.identity.label,
): NewEvent<'ChainOpened'> {
  const { publicKey } = context.stationDb.identity;
  return {
    type: 'ChainOpened',
    data: { label, keyAlg: 'Ed25519', publicKey: publicKey.toString('base64'), previous, program: PROGRAM },
    room: null,
    paper: null,
    occurredAt: request.clock.nowMs,
  };
}
