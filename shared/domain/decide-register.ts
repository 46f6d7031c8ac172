import { registrables } from './collection.ts';
import type { DecideContext, RegisterInExamSystem } from './commands.ts';
import { findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState } from './state.ts';

/** 已在监考管理系统登记 (R35, D16): a tick for each absence and violation that stands, once. */
export function decideRegister(state: DayState, command: RegisterInExamSystem, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const known = new Map(registrables(place.value.room, command.paper).map((one) => [eventKey(one.act.event), one]));
  const targets = new Map(command.targets.map((target) => [eventKey(target), target]));
  if (targets.size === 0) return refuse('not-registrable', 'D16');
  for (const key of targets.keys()) {
    const one = known.get(key);
    if (one === undefined) return refuse('not-registrable', 'D16');
    if (one.registered !== null) {
      return refuse('already-registered', 'D16', { at: one.registered.occurredAt, seat: one.candidate.seat });
    }
  }
  return accept(
    ...[...targets.values()].map((target) => ({
      type: 'RegisteredInExamSystem' as const,
      data: { target },
      room: command.room,
      paper: command.paper,
      occurredAt: place.value.when,
    })),
  );
}
