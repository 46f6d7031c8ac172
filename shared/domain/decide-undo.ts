import { PAPER_IDS, type RoomNo } from '../ids.ts';
import { err } from '../result.ts';
import type { DecideContext, Undo } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere, refuseWithoutWitness } from './decision.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState, EntryAct, RoomState } from './state.ts';

/** How long one's own act can be taken back alone, real time. */
export const UNDO_WINDOW_MS = 30_000;

interface Target {
  readonly room: RoomNo | null;
  readonly paper: EntryAct['paper'] | null;
  readonly actor: EntryAct['actor'];
  readonly isUndone: boolean;
  /** Later acts on the same person and paper that would hang in the air. */
  readonly dependants: readonly EntryAct[];
}

/**
 * 撤销 the act that the screen showed: one's own, within the window (D9); later, or somebody else's, only with a reason
 * and a second person (D2). A corrected check-in is entered again as 补录 and so keeps its own time.
 */
export function decideUndo(state: DayState, command: Undo, context: DecideContext): Decision {
  const target = findTarget(state, eventKey(command.target));
  if (target === null) return refuse('undo-target-unknown', 'D9');
  const elsewhere = refuseElsewhere(state, target.room, context);
  if (elsewhere !== null) return err(elsewhere);
  if (target.isUndone) return refuse('undo-already-done', 'D9');
  if (target.dependants.length > 0) {
    return refuse('undo-has-dependants', 'D9', {
      count: target.dependants.length,
      first: target.dependants[0]?.occurredAt ?? 0,
    });
  }
  const isWitnessed = context.reason !== null || context.second !== null;
  if (isWitnessed) {
    const refusal = refuseWithoutWitness(state, context);
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

function findTarget(state: DayState, key: string): Target | null {
  for (const room of Object.values(state.rooms)) {
    for (const candidate of Object.values(room.candidates)) {
      for (const paper of PAPER_IDS) {
        const target = targetAmong(room, candidate.acts[paper], key, true);
        if (target !== null) return target;
      }
    }
    const stranger = targetAmong(room, room.strangers, key, false);
    if (stranger !== null) return stranger;
    for (const paper of PAPER_IDS) {
      const milestones = Object.entries(room.confirmed).filter(([milestone]) => milestone.startsWith(`${paper}:`));
      const confirmations = [...milestones.map(([, done]) => done), ...Object.values(room.signals[paper])];
      const done = confirmations.find((confirmation) => eventKey(confirmation.event) === key);
      if (done !== undefined) return { room: done.room, paper, actor: done.actor, isUndone: false, dependants: [] };
    }
    if (room.undone[key] !== undefined)
      return { room: room.room, paper: null, actor: null, isUndone: true, dependants: [] };
  }
  return null;
}

function targetAmong(room: RoomState, acts: readonly EntryAct[], key: string, isOnePerson: boolean): Target | null {
  const place = acts.findIndex((act) => eventKey(act.event) === key);
  const act = acts[place];
  if (act === undefined) return null;
  const later = isOnePerson ? acts.slice(place + 1).filter((other) => !other.isUndone) : [];
  return { room: room.room, paper: act.paper, actor: act.actor, isUndone: act.isUndone, dependants: later };
}
