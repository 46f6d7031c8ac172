import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { readCheckCode } from '../../../shared/domain/check-code.ts';
import { type CheckMoment, checkMoments } from '../../../shared/domain/check-moments.ts';
import { readRecordNumber } from '../../../shared/domain/record-number.ts';
import { type EventRef, eventKey, type Head } from '../../../shared/domain/schema-parts.ts';
import { bindingOf, type NotedCode } from '../../../shared/domain/state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { computeCheckCode } from '../journal/check-code.ts';
import { signHead } from '../journal/head-signature.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';

type Verdict = MethodOutput<'checkCodes.read'>['noted'][number]['verdict'];

/** 已报主考: what was said is put on record, with the head that it is of, signed. */
export const giveCheckCode: CommandHandler<'checkCode.give'> = {
  async prepare({ stationDb }, day, { input }) {
    const moment = momentsOf(day, input.room).find(({ milestone }) => milestone.id === input.milestone);
    const head = moment === undefined ? null : headOf(day, moment.head);
    // Who may say it, and whether there is anything to say, is decided in one place.
    if (head === null || moment?.given !== null) return ok({ type: 'giveCheckCode', ...input, said: null });
    const code = await codeOf(day, head);
    const said = { head: signHead(stationDb.identity, day.journal.day, head), code };
    return ok({ type: 'giveCheckCode', ...input, said });
  },
  answer: (events) => receiptOf(events),
};

/** 校验码 as heard in the exam office. */
export const noteCheckCode: CommandHandler<'checkCode.note'> = {
  prepare(_context, _day, { input: { room, number, code } }) {
    const place = readRecordNumber(number);
    const heard = readCheckCode(code);
    if (place === null || heard === null) return fail('bad-input'); // the method's own form has checked both
    return ok({ type: 'noteCheckCode', room, ...place, code: heard });
  },
  answer: (events) => receiptOf(events),
};

/** What is still to be read out in this room, and how what was noted here agrees with the journal. */
export const readCheckCodes: QueryHandler<'checkCodes.read'> = async ({ day }) => {
  if (day === null) return fail('no-day', 'D1');
  const { binding } = day;
  const waiting = binding?.kind === 'room' ? momentsOf(day, binding.room).filter(({ given }) => given === null) : [];
  const toGive = waiting.flatMap(({ milestone, head }) => {
    const found = headOf(day, head);
    return found === null ? [] : [{ milestone: milestone.id, head, found }];
  });
  const noted = Object.values(day.state.rooms).flatMap(({ codesNoted }) => codesNoted);
  return ok({
    toGive: await Promise.all(
      toGive.map(async ({ found, ...moment }) => ({ ...moment, code: await codeOf(day, found) })),
    ),
    noted: await Promise.all(noted.map(async (one) => ({ event: one.event, verdict: await verdictOn(day, one) }))),
  });
};

/** A code costs 0.3 s of a core and 64 MiB; what is recorded gets no other one. */
const computed = new WeakMap<OpenDay, Map<string, Promise<string>>>();

function codeOf(day: OpenDay, head: Head): Promise<string> {
  const codes = computed.get(day) ?? new Map<string, Promise<string>>();
  computed.set(day, codes);
  const key = eventKey(head);
  const known = codes.get(key);
  if (known !== undefined) return known;
  const code = computeCheckCode(day.journal.day, head);
  codes.set(key, code);
  code.catch(() => codes.delete(key)); // memory may have been short for once
  return code;
}

/** Of this station's own records alone: what another one confirmed, that one reads out. */
function momentsOf(day: OpenDay, roomNo: RoomNo): readonly CheckMoment[] {
  const room = day.state.rooms[roomNo];
  return room === undefined ? [] : checkMoments(room).filter(({ head }) => head.station === day.journal.station);
}

function headOf(day: OpenDay, place: EventRef): Head | null {
  const hash = day.journal.hashAt(place);
  return hash === null ? null : { ...place, hash };
}

/** By the chains of the room that called: labels are short, and a station that is not enrolled may bear any other's. */
async function verdictOn(day: OpenDay, { room, label, epoch, seq, code }: NotedCode): Promise<Verdict> {
  const chains = day.journal.chains().filter(({ head, ...chain }) => {
    const binding = bindingOf(day.state.site, head.station);
    return binding?.kind === 'room' && binding.room === room && chain.label === label && head.epoch === epoch;
  });
  const heads = chains.flatMap(({ head: { station } }) => headOf(day, { station, epoch, seq }) ?? []);
  if (heads.length === 0) return 'not-here';
  const codes = await Promise.all(heads.map((head) => codeOf(day, head)));
  return codes.includes(code) ? 'agrees' : 'differs';
}
