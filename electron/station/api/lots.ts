import { createHash } from 'node:crypto';
import type { LotDrawView } from '../../../shared/contract/lot-methods.ts';
import { drawLots, isDrawnByRule, type LotTask, lotReserve, type Sha256 } from '../../../shared/domain/lots-draw.ts';
import { type LotDraw, lotTaskOf } from '../../../shared/domain/lots-state.ts';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import { lotResultFileName } from '../../../shared/documents/file-name.ts';
import { buildLotResult, nameWithTail } from '../../../shared/documents/lot-result.ts';
import { printCodes, printDigestInput } from '../../../shared/documents/paper-print.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import type { RoomNo, StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { digestOf, drawingFailed } from './issue-paper.ts';
import { openText } from './records.ts';
import { refuseOthers, refuseRole } from './room-scope.ts';
import { staffConflicts, staffDetails } from './staff-known.ts';
import { kindOf } from './station-context.ts';

/** 128 bits: nobody finds a seed whose draw he would like better. */
const SEED_BYTES = 16;

const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** 抽签: drawn here, because the randomness and the hash are the station's; judged by `decide` on the same state. */
export const drawLotsNow: CommandHandler<'lots.draw'> = {
  prepare(context, day, { input, call }) {
    const early = refuseRole(day, call.actor, 'drawLots') ?? refuseNotOffice(day);
    if (early !== null) return early;
    const task = lotTask(day);
    const source = { seed: Buffer.from(context.ports.ids.bytes(SEED_BYTES)).toString('hex'), called: input.called };
    const wanted = task.rooms.reduce((sum, { places }) => sum + places, 0);
    // Too few people or no places at all: `decide` says so, with its figures.
    if (wanted === 0 || task.pool.length < wanted) {
      return ok({ type: 'drawLots', ...task, ...source, result: [], shuffles: 0 });
    }
    const drawn = drawLots(task, source, sha256);
    if (drawn.ok) return ok({ type: 'drawLots', ...task, ...source, ...drawn.value });
    const { rooms, barred } = drawn.error;
    return fail('lots-not-possible', 'LO3', {
      rooms: rooms.join('、'),
      names: barred.map((staff) => nameIn(day, staff)).join('、'),
    });
  },
  answer: (events) => receiptOf(events),
};

/** Whom lots would be drawn for, and the draws so far with their names; each is computed again from its seed. */
export const readLots: QueryHandler<'lots.read'> = ({ day }, { call }) => {
  if (day === null) return fail('no-day', 'D1');
  const early = refuseOthers(day, call.actor, SITE_LEADERS) ?? refuseNotOffice(day);
  if (early !== null) return early;
  const { pool, rooms } = lotTaskOf(day.state);
  const { lots } = day.state.site;
  return ok({
    isInRules: day.state.site.day?.rules.values.hasLotDraw === true,
    pool: pool.map((staff) => personIn(day, staff)),
    rooms: rooms.map(({ room, places }) => ({ room, place: placeOf(day, room), places })),
    draws: lots.map((draw, at) => drawView(day, draw, at + 1)).toReversed(),
  });
};

/** 抽签结果 as PDF. */
export const readLotSheet: QueryHandler<'lots.sheet'> = async (context, { input, call, clock }) => {
  const { day, ports } = context;
  if (day === null || day.state.site.day === null) return fail('no-day', 'D1');
  const early = refuseOthers(day, call.actor, SITE_LEADERS) ?? refuseNotOffice(day);
  if (early !== null) return early;
  const found = findDraw(day, input.draw);
  if (!found.ok) return found;
  const { draw, number } = found.value;
  const { title, site, date } = day.state.site.day;
  const { drawn } = draw;
  const { isVerified, rooms, reserve, by, reason } = drawView(day, draw, number);
  const view = buildLotResult({
    exam: title,
    site,
    date,
    algorithm: drawn.algorithm,
    seed: drawn.seed,
    called: drawn.called,
    number,
    drawnAt: draw.occurredAt,
    drawnBy: by,
    reason,
    rows: rooms.map(({ room, place, people }) => ({ room, place, people: people.map(({ name }) => name) })),
    reserve: reserve.map(({ name }) => name),
    pool: drawn.pool.map((staff) => nameIn(day, staff)),
    recused: drawn.forbidden.length,
    shuffles: drawn.shuffles,
    isVerified,
    kind: kindOf(ports),
    printedAt: clock.nowMs,
    heads: day.journal.chains().map(({ label, head }) => ({ label, ...head })),
  });
  const codes = printCodes(view, digestOf(printDigestInput(view)));
  const pdf = await context.renderer.render({ kind: 'lot-result', view, ...codes });
  if (!pdf.ok) return drawingFailed(context, pdf.error);
  return ok({ fileName: lotResultFileName(number), bytes: Buffer.from(pdf.value.bytes).toString('base64') });
};

/** 回避 as it is known here: of those in the pool, and of the rooms that are drawn for. */
function lotTask(day: OpenDay): LotTask {
  const { pool, rooms } = lotTaskOf(day.state);
  const drawn = new Set(rooms.map(({ room }) => room));
  const conflicts = staffConflicts(day);
  const forbidden = pool.flatMap((staff) => {
    const kept = [...new Set((conflicts[staff] ?? []).map(({ room }) => room))].filter((room) => drawn.has(room));
    return kept.length === 0 ? [] : [{ staff, rooms: kept.toSorted() }];
  });
  return { pool, rooms, forbidden };
}

function refuseNotOffice(day: OpenDay): Answer<never> | null {
  if (day.binding === null) return null; // `decide` says that
  return day.binding.kind === 'room' ? fail('office-only', 'LO1') : null;
}

function findDraw(day: OpenDay, ref: EventRef): Answer<{ readonly draw: LotDraw; readonly number: number }> {
  const at = day.state.site.lots.findIndex(({ event }) => eventKey(event) === eventKey(ref));
  const draw = day.state.site.lots[at];
  return draw === undefined ? fail('lots-unknown', 'LO2') : ok({ draw, number: at + 1 });
}

function drawView(day: OpenDay, draw: LotDraw, number: number): LotDrawView {
  const { drawn, event, occurredAt, actor, reason } = draw;
  return {
    event,
    number,
    at: occurredAt,
    by: actor === null ? '?' : day.staffName(actor),
    seed: drawn.seed,
    called: drawn.called,
    reason: openText(day, PLACES.reason, reason),
    isVerified: isDrawnByRule(drawn, sha256),
    rooms: drawn.rooms.map(({ room }) => ({
      room,
      place: placeOf(day, room),
      people: drawn.result.filter((one) => one.room === room).map(({ staff }) => personIn(day, staff)),
    })),
    reserve: lotReserve(drawn).map((staff) => personIn(day, staff)),
  };
}

function personIn(day: OpenDay, staff: StaffId) {
  return { staff, name: nameIn(day, staff) };
}

/** Two of one name are told apart, else nobody knows whom a room is read out for. */
function nameIn(day: OpenDay, staff: StaffId): string {
  const name = day.staffName(staff);
  const isShared = Object.values(day.state.site.staff).some(
    (other) => other.staff !== staff && other.role === 'invigilator' && day.staffName(other.staff) === name,
  );
  return isShared ? nameWithTail(name, staffDetails(day, staff)?.phone ?? '') : name;
}

function placeOf(day: OpenDay, room: RoomNo): string {
  return day.state.rooms[room]?.place ?? '';
}
