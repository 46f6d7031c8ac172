import type { ClockView } from '../../../shared/contract/views.ts';
import { ok } from '../../../shared/result.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

/**
 * The clock set by two people. The moment at which the call arrived is the one that counts; the clock is set once the
 * event is on disk, so that after a kill it stands where the record says.
 */
export const setClock: CommandHandler<'clock.set'> = {
  prepare: (_context, _day, { input, clock }) => {
    const wall = wallOf(clock);
    const isBelieved = clock.notice === null || (input.kind === 'accept-wall' && wall === clock.nowMs);
    const after = input.kind === 'accept-wall' ? wall : input.time;
    return ok({ type: 'setClock', kind: input.kind, before: clock.nowMs, after, wall, isInDoubt: !isBelieved });
  },
  carriedOut: ({ clock }, [stored]) => {
    if (stored?.event.type !== 'ClockSet') return;
    clock.set(stored.event.data);
  },
  answer: (events) => receiptOf(events),
};

/** 时间核实. */
export const ratifyClock: CommandHandler<'clock.ratify'> = {
  prepare: (_context, { journal }, { clock }) =>
    ok({ type: 'ratifyClock', station: journal.station, isInDoubt: clock.timeInDoubt }),
  carriedOut: ({ clock }) => clock.ratify(),
  answer: (events) => receiptOf(events),
};

/** What the computer's own clock said when guarded time was read: only a jump forward was taken over already. */
function wallOf({ nowMs, notice }: ClockView): number {
  return notice === null || notice.code === 'jumped-forward' ? nowMs : nowMs + notice.deltaMs;
}
