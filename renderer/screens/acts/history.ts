import { isTimeDoubtful } from '../../../shared/domain/doubtful-time.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { CandidateAct, CandidateState, NoteEntry, RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';

/** One recorded thing of a person in a paper, for the eye. */
export interface HistoryLine {
  readonly key: string;
  readonly act: CandidateAct | NoteEntry;
  /** 补录: written down later than it happened. */
  readonly isLate: boolean;
  /** 时间待核, not ratified yet. */
  readonly isTimeDoubtful: boolean;
  /** Whether taking it back leaves nothing in the air: no later act of the person and no tick of 已登记 rests on it. */
  readonly canUndo: boolean;
}

/** All that is recorded of a person in a paper, notes among it, the newest first; undone acts stay in view. */
export function historyOf(candidate: CandidateState, room: RoomState, paper: PaperId): readonly HistoryLine[] {
  const acts = candidate.acts[paper];
  const notes = room.notes.filter((note) => note.candidate === candidate.candidate && note.paper === paper);
  const standing = acts.filter((act) => !act.isUndone);
  const lastStep = standing.findLast((act) => act.kind !== 'violation') ?? null;
  const hasViolation = standing.some((act) => act.kind === 'violation');
  const isFree = (act: CandidateAct | NoteEntry): boolean => {
    if (act.isUndone || (isStep(act) && act !== lastStep)) return false;
    if (act.kind === 'checked-in') return !hasViolation;
    return room.registered[eventKey(act.event)] === undefined;
  };
  return [...acts, ...notes]
    .toSorted((a, b) => b.occurredAt - a.occurredAt || b.at - a.at || b.event.seq - a.event.seq)
    .map((act) => ({
      key: eventKey(act.event),
      act,
      isLate: act.occurredAt < act.at,
      isTimeDoubtful: isTimeDoubtful(room, act),
      canUndo: isFree(act),
    }));
}

/** 记一笔 of the room itself in a paper, the newest first. */
export function roomNotesOf(room: RoomState, paper: PaperId): readonly HistoryLine[] {
  return room.notes
    .filter((note) => note.candidate === null && note.paper === paper)
    .toSorted((a, b) => b.at - a.at || b.event.seq - a.event.seq)
    .map((act) => ({
      key: eventKey(act.event),
      act,
      isLate: act.occurredAt < act.at,
      isTimeDoubtful: isTimeDoubtful(room, act),
      canUndo: !act.isUndone,
    }));
}

/** 入场, 缺考, 交卷, 离场 follow on each other; a violation or a note stands by itself. */
function isStep(act: CandidateAct | NoteEntry): boolean {
  return (
    act.kind === 'checked-in' ||
    act.kind === 'refused' ||
    act.kind === 'absent' ||
    act.kind === 'submitted' ||
    act.kind === 'left'
  );
}
