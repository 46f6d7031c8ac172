import type { DecideContext, MakeDay } from './commands.ts';
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
