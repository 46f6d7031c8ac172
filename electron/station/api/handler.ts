import type { Answer, Call, ContractError, ContractErrorCode } from '../../../shared/contract/call.ts';
import type { MethodName, Methods } from '../../../shared/contract/methods.ts';
import type { ClockView, StoredEvent } from '../../../shared/contract/views.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { IdentifiedBy } from '../../../shared/domain/events.ts';
import { err } from '../../../shared/result.ts';
import type { z } from 'zod';
import type { OpenDay } from '../day/open-day.ts';
import type { StationContext } from './station-context.ts';

type Input<M extends MethodName> = z.output<Methods[M]['input']>;
type Output<M extends MethodName> = z.input<Methods[M]['output']>;

/** One parsed, authorised call. */
export interface Request<M extends MethodName> {
  readonly input: Input<M>;
  readonly call: Call;
  /** How the acting person is known; null where the call names none. */
  readonly actorBy: IdentifiedBy | null;
  /** Guarded time and real time at the moment the call arrived. */
  readonly clock: ClockView;
  readonly elapsedMs: number;
}

/** Answers a question; changes nothing that is kept. */
export type QueryHandler<M extends MethodName> = (
  context: StationContext,
  request: Request<M>,
) => Answer<Output<M>> | Promise<Answer<Output<M>>>;

/**
 * Turns a call into a domain command (sealing, hashing, drawing: whatever is slow or random) and its stored events into
 * the answer. `answer` sees only what is stored, so that a repeated call gets the same one.
 */
export interface CommandHandler<M extends MethodName> {
  prepare(context: StationContext, day: OpenDay, request: Request<M>): Answer<Command> | Promise<Answer<Command>>;
  /** Once the events are on disk and folded, before any other command; not again when a call is repeated. */
  carriedOut?(context: StationContext, events: readonly StoredEvent[]): void;
  answer(events: readonly StoredEvent[], day: OpenDay, context: StationContext): Output<M>;
}

/** An expected failure as the contract carries it. */
export function fail(code: ContractErrorCode, rule = '', figures: ContractError['figures'] = {}): Answer<never> {
  return err({ code, rule, figures });
}

/** What a command answers: its events, when they were recorded, and the arrival number of the last. */
export function receiptOf(events: readonly StoredEvent[]) {
  const last = events.at(-1);
  return {
    events: events.map(({ event: { station, epoch, seq } }) => ({ station, epoch, seq })),
    at: last?.event.at ?? 0,
    arrival: last?.arrival ?? 0,
  };
}
