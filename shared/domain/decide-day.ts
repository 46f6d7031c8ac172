import type { DecideContext, EnlistStaff, MakeDay } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RuleAnswerProblem } from './rule-sets/resolve.ts';
import { resolveRules } from './rule-sets/resolve.ts';
import type { DayState } from './state.ts';

/** 建立考核日: once, with complete rules, and the chief who makes it. */
export function decideMakeDay(state: DayState, command: MakeDay, context: DecideContext): Decision {
  if (state.site.day !== null) return refuse('day-already-made', 'D3');
  const rules = resolveRules(command.edition, command.answers);
  if (!rules.ok) {
    const first = rules.error[0];
    return refuse('rules-incomplete', 'D3', { count: rules.error.length, kind: first?.kind ?? '', key: keyOf(first) });
  }
  const { title, site, plan, date, chief } = command;
  const occurredAt = context.nowMs;
  return accept(
    { type: 'DayMade', data: { title, site, plan, date, rules: rules.value }, room: null, paper: null, occurredAt },
    { type: 'StaffEnlisted', data: { ...chief, role: 'chief', room: null }, room: null, paper: null, occurredAt },
  );
}

function keyOf(problem: RuleAnswerProblem | undefined): string {
  if (problem === undefined) return '';
  if ('key' in problem) return problem.key;
  return 'keys' in problem ? problem.keys.join(' ') : '';
}

/** Staff of the day. R02: two invigilators per 40 candidates, so a room takes no third one. */
export function decideEnlistStaff(state: DayState, command: EnlistStaff, context: DecideContext): Decision {
  if (state.site.staff[command.staff] !== undefined) return refuse('staff-already-enlisted', 'D4');
  if (command.role === 'invigilator') {
    if (command.room === null || state.rooms[command.room] === undefined) return refuse('station-not-bound', 'D4');
    const there = Object.values(state.site.staff).filter((s) => s.role === 'invigilator' && s.room === command.room);
    const wanted = state.site.day?.rules.values.invigilatorsPerRoom ?? 2;
    if (there.length >= wanted) return refuse('invigilators-complete', 'R02', { wanted });
  }
  const { staff, role, room, person, pin } = command;
  return accept({
    type: 'StaffEnlisted',
    data: { staff, role, room, person, pin },
    room: null,
    paper: null,
    occurredAt: context.nowMs,
  });
}
