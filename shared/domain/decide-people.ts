import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { EnterByName, RatifyAct, ResetPin } from './people-commands.ts';
import { SITE_LEADERS } from './roles.ts';
import { isNamed } from './approval-state.ts';
import type { DayState, StaffInfo } from './state.ts';
import { PAPER_IDS } from '../ids.ts';
import { err } from '../result.ts';

/** Wrong PINs in a row after which somebody may go on by name. */
export const WRONG_PINS_BEFORE_NAME = 5;

/** A new PIN (PP3): everybody his own; the chief and the deputies those of others who are none of them. */
export function decideResetPin(state: DayState, { staff, pin }: ResetPin, context: DecideContext): Decision {
  const of = state.site.staff[staff];
  if (of === undefined) return refuse('staff-unknown', 'PP3');
  const actor = context.actor === null ? undefined : state.site.staff[context.actor];
  const isOwn = staff === context.actor && context.actorBy === 'pin';
  const isForOther = staff !== context.actor && actor !== undefined && SITE_LEADERS.includes(actor.role);
  if (!isOwn && !isForOther) return refuse('role-not-allowed', 'PP3', { allowed: SITE_LEADERS.join(' ') });
  if (isForOther && SITE_LEADERS.includes(of.role)) return refuse('pin-of-leader', 'PP3');
  return accept({ type: 'PinReset', data: { staff, pin }, room: null, paper: null, occurredAt: context.nowMs });
}

/**
 * 按姓名继续 (PP4): nobody is locked out of a running exam. Open to a room's own staff, from the first entry to 收卷, after
 * several wrong PINs; it stands in the record and waits for the chief.
 */
export function decideEnterByName(state: DayState, command: EnterByName, context: DecideContext): Decision {
  const staff = state.site.staff[command.staff];
  if (staff === undefined) return refuse('staff-unknown', 'PP4');
  if (!isByNameOpen(state, staff, context)) return refuse('by-name-not-open', 'PP4', { pins: WRONG_PINS_BEFORE_NAME });
  if (command.wrongPins < WRONG_PINS_BEFORE_NAME)
    return refuse('by-name-not-open', 'PP4', { pins: WRONG_PINS_BEFORE_NAME });
  const room = context.binding?.kind === 'room' ? context.binding.room : null;
  return accept({
    type: 'EnteredByName',
    data: { staff: command.staff, wrongPins: command.wrongPins },
    room,
    paper: null,
    occurredAt: context.nowMs,
  });
}

/** Whether somebody could go on by name here and now, were his PIN refused (PP4). */
export function isByNameOpen(
  state: DayState,
  { role, room }: Pick<StaffInfo, 'role' | 'room'>,
  { binding, nowMs }: Pick<DecideContext, 'binding' | 'nowMs'>,
): boolean {
  if (binding?.kind !== 'room' || (role !== 'invigilator' && role !== 'technician')) return false;
  if (room !== null && room !== binding.room) return false;
  const here = state.rooms[binding.room];
  const { timeline } = here ?? { timeline: null };
  if (here === undefined || timeline === null) return false;
  return PAPER_IDS.some((paper) => {
    const isCollected = here.collections[paper].some((one) => !one.isUndone);
    return nowMs >= timeline.papers[paper].entryOpensAt && !isCollected;
  });
}

/** 追认 (PP5) of what waits for the chief. */
export function decideRatifyAct(state: DayState, { target }: RatifyAct, context: DecideContext): Decision {
  const matters = [state.site.common, ...Object.values(state.rooms)].flatMap(({ approved }) => approved.toRatify);
  const matter = matters.find((one) => isNamed(one, target));
  if (matter === undefined) return refuse('nothing-to-ratify', 'PP5');
  const elsewhere = matter.room === null ? null : refuseElsewhere(state, matter.room, context);
  if (elsewhere !== null) return err(elsewhere);
  return accept({
    type: 'ActRatified',
    data: { target: matter.event },
    room: matter.room,
    paper: null,
    occurredAt: context.nowMs,
  });
}
