import { isPending, systemTargetOf, withdrawalOf } from '../../../shared/domain/course.ts';
import type { Adjustment, Withdrawal } from '../../../shared/domain/course-state.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { Confirmation, RoomState } from '../../../shared/domain/state.ts';
import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';

/** One item of a day's course for the eye. */
export interface CourseLine {
  readonly key: string;
  readonly paper: PaperId;
  readonly act: Adjustment;
  readonly state: 'undone' | 'withdrawn' | 'to-set-back' | 'pending' | 'set' | 'said';
  readonly withdrawal: Withdrawal | null;
  /** 考试系统已设置, of the item or of its 撤回. */
  readonly tick: Confirmation | null;
  /** A delay or an extension that stands can be withdrawn until 收卷. */
  readonly canWithdraw: boolean;
  /** The last pause or resume of its paper can be taken back; a delay or an extension is withdrawn instead. */
  readonly canUndo: boolean;
}

/** What moved the minutes of both papers, the newest first; undone and withdrawn items stay in view. */
export function courseLines(room: RoomState): readonly CourseLine[] {
  return PAPER_IDS.flatMap((paper) => linesOf(room, paper)).toSorted(
    (a, b) => b.act.occurredAt - a.act.occurredAt || b.act.at - a.act.at || b.act.event.seq - a.act.event.seq,
  );
}

function linesOf(room: RoomState, paper: PaperId): readonly CourseLine[] {
  const { course } = room;
  const acts = course.adjustments[paper];
  const isCollected = room.collections[paper].some((entry) => !entry.isUndone);
  const last = acts.findLast((act) => !act.isUndone);
  return acts.map((act): CourseLine => {
    const key = eventKey(act.event);
    const plain = { key, paper, act, withdrawal: null, tick: null, canWithdraw: false, canUndo: false };
    if (act.isUndone) return { ...plain, state: 'undone' };
    if (act.kind === 'pause' || act.kind === 'resume')
      return { ...plain, state: 'said', canUndo: act === last && !isCollected };
    const withdrawal = withdrawalOf(course, act);
    const tick = course.setInSystem[eventKey(systemTargetOf(course, act))] ?? null;
    const waits = isPending(course, act);
    if (withdrawal !== null) return { ...plain, state: waits ? 'to-set-back' : 'withdrawn', withdrawal, tick };
    const hasBegun = act.kind === 'delay' && room.signals[paper].start !== undefined;
    return { ...plain, state: waits ? 'pending' : 'set', tick, canWithdraw: !isCollected && !hasBegun };
  });
}
