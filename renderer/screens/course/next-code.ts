import type { Binding } from '../../../shared/domain/events.ts';
import type { DayState } from '../../../shared/domain/state.ts';

/**
 * 请求码: the room's next approval code that nobody has used, after this one where there is a later one; null where this
 * computer has none (left).
 */
export function nextCode(state: DayState, binding: Binding | null, after = 0): number | null {
  if (binding?.kind !== 'room') return null;
  const used = state.rooms[binding.room]?.approved.usedNumbers ?? [];
  const codes = state.site.approvalCodes[binding.room] ?? [];
  const free = codes.map(({ number }) => number).filter((number) => !used.includes(number));
  const later = free.filter((number) => number > after);
  if (later.length > 0) return Math.min(...later);
  return free.length === 0 ? null : Math.min(...free);
}
