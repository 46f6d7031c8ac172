import { err, ok, type Result } from '../result.ts';
import type { DecideContext, Refusal, RefusalCode } from './commands.ts';
import type { NewEvent } from './events.ts';
import type { DayState } from './state.ts';

/** What a command leads to: new events, or a refusal with the rule it rests on. */
export type Decision = Result<readonly NewEvent[], Refusal>;

/** D2: a reason, and a second person of this room who is not the acting one. */
export function refuseWithoutWitness(state: DayState, context: DecideContext): Refusal | null {
  if (context.reason === null) return refusal('reason-missing', 'D2');
  if (context.second === null) return refusal('second-person-missing', 'D2');
  if (context.second === context.actor) return refusal('second-person-same', 'D2');
  const second = state.site.staff[context.second];
  const room = context.binding?.kind === 'room' ? context.binding.room : null;
  if (second === undefined || (second.room !== null && room !== null && second.room !== room)) {
    return refusal('second-person-not-in-room', 'D2');
  }
  return null;
}

/** A refusal as a value. */
export function refusal(code: RefusalCode, rule: string, figures: Refusal['figures'] = {}): Refusal {
  return { code, rule, figures };
}

/** Shorthand of the decide functions. */
export function refuse(code: RefusalCode, rule: string, figures: Refusal['figures'] = {}): Decision {
  return err(refusal(code, rule, figures));
}

/** Shorthand of the decide functions. */
export function accept(...events: readonly NewEvent[]): Decision {
  return ok(events);
}
