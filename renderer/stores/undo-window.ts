import { UNDO_WINDOW_MS } from '../../shared/domain/decide-undo.ts';

/**
 * Whole seconds left, counted up so that the last one still shows "1". `actedAtMs` is null when this page did not see
 * the act happen (a reload): real time is not known then, and the way with a reason is offered instead.
 */
export function undoSecondsLeft(actedAtMs: number | null, nowMs: number): number {
  if (actedAtMs === null) return 0;
  return Math.max(0, Math.ceil((UNDO_WINDOW_MS - (nowMs - actedAtMs)) / 1000));
}
