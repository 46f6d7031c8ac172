import { err } from '../result.ts';
import type { DecideContext, Undo } from './commands.ts';
import { refuseSealed } from './corrections.ts';
import { accept, type Decision, refuse, refuseElsewhere, refuseWithoutWitness } from './decision.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState } from './state.ts';
import { findUndoTarget } from './undo-targets.ts';

/** How long one's own act can be taken back alone, real time. */
export const UNDO_WINDOW_MS = 30_000;

/**
 * 撤销 the act that the screen showed: one's own, within the window (D9); later, or somebody else's, only with a reason
 * and a second person (D2). A corrected check-in is entered again as 补录 and so keeps its own time.
 */
export function decideUndo(state: DayState, command: Undo, context: DecideContext): Decision {
  const target = findUndoTarget(state, eventKey(command.target));
  if (target === null) return refuse('undo-target-unknown', 'D9');
  const elsewhere = refuseElsewhere(state, target.room, context);
  if (elsewhere !== null) return err(elsewhere);
  if (target.isFinal) return refuse('undo-not-possible', 'D9');
  if (target.isUndone) return refuse('undo-already-done', 'D9');
  if (target.dependants.length > 0) {
    return refuse('undo-has-dependants', 'D9', {
      count: target.dependants.length,
      first: target.dependants[0]?.occurredAt ?? 0,
    });
  }
  const rooms =
    target.room === null ? Object.values(state.rooms) : [state.rooms[target.room]].filter((one) => one !== undefined);
  const sealed = refuseSealed(rooms, { ...target, event: command.target });
  if (sealed !== null) return err(sealed);
  const isWitnessed = context.reason !== null || context.second !== null;
  if (isWitnessed) {
    const refusal = refuseWithoutWitness(state, target.room, context);
    if (refusal !== null) return err(refusal);
  } else {
    if (target.actor !== context.actor) return refuse('undo-not-own-act', 'D9');
    if (context.undoAgeMs === null || context.undoAgeMs > UNDO_WINDOW_MS) {
      return refuse('undo-too-late', 'D9', { windowSec: UNDO_WINDOW_MS / 1000 });
    }
  }
  return accept({
    type: 'ActUndone',
    data: { target: command.target },
    room: target.room,
    paper: target.paper,
    occurredAt: context.nowMs,
  });
}
