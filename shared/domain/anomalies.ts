import { type CandidateId, PAPER_IDS, type PaperId, type RoomNo } from '../ids.ts';
import { isEntryAct } from './attendance.ts';
import { collectionOf, hasCollectionDrifted } from './collection.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { CandidateState, DayState, EntryAct, RoomState } from './state.ts';
import { leaveOf, submissionOf } from './submission.ts';

export type AnomalyKind =
  /** The screen refused, the merged timeline would have admitted: worst first. */
  | 'wrongful-refusal'
  /** The screen said on time or late, the merged timeline says otherwise. */
  | 'verdict-changed'
  | 'checked-in-twice'
  | 'refused-and-present'
  /** Marked absent by somebody who had not heard of the entry; a 补录 after the marking contradicts nothing. */
  | 'absent-and-present'
  /** A submission or a leave of somebody who never was in the room. */
  | 'submitted-unseen'
  | 'left-unsubmitted'
  /** 收卷 was said with other counts than those that hold now. */
  | 'collection-drifted'
  /** Acts of somebody who is not on this room's list (any more). */
  | 'unknown-candidate'
  | 'enrolled-twice'
  | 'undo-without-target'
  | 'day-made-twice'
  | 'clock-far-ahead';

/** Something that contradicts and that people must settle; the recorded act stands until then. */
export interface Anomaly {
  /** The same on every station that holds the same events. */
  readonly key: string;
  readonly kind: AnomalyKind;
  readonly event: EventRef;
  readonly room: RoomNo | null;
  readonly candidate: CandidateId | null;
  readonly paper: PaperId | null;
}

const ORDER: readonly AnomalyKind[] = [
  'wrongful-refusal',
  'verdict-changed',
  'checked-in-twice',
  'refused-and-present',
  'absent-and-present',
  'submitted-unseen',
  'left-unsubmitted',
  'collection-drifted',
  'unknown-candidate',
  'enrolled-twice',
  'undo-without-target',
  'day-made-twice',
  'clock-far-ahead',
];

/** Every open anomaly of the day, wrongful refusals first; derived from the state, so the same events give the same list. */
export function openAnomalies(state: DayState): readonly Anomaly[] {
  const rooms = Object.values(state.rooms);
  const found = [
    ...state.site.rivalDays.map((event) => anomaly('day-made-twice', event, null, null, null)),
    ...rooms.flatMap((room) => Object.values(room.candidates).flatMap((c) => candidateAnomalies(room, c))),
    ...rooms.flatMap(driftedCollections),
    ...orphanUndos(rooms),
    ...clocksAhead(rooms),
  ];
  const settled = new Set([state.site, ...rooms].flatMap((scope) => Object.keys(scope.settled)));
  return found
    .filter((one) => !settled.has(one.key))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** One event can contradict in several rooms, where it was told to all of them. */
function placeOf({ key, room }: Anomaly): string {
  return `${key} ${room ?? ''}`;
}

/** An undo that concerns the whole site stands in every room: it is an orphan only when no room has its target. */
function orphanUndos(rooms: readonly RoomState[]): Anomaly[] {
  const claimed = new Set(rooms.flatMap((room) => Object.keys(room.undoTargets)));
  const orphans = new Map<string, Anomaly>();
  for (const room of rooms) {
    for (const [target, event] of Object.entries(room.undone)) {
      if (claimed.has(target)) continue;
      const isSiteWide = orphans.has(target);
      orphans.set(target, anomaly('undo-without-target', event, isSiteWide ? null : room.room, null, null));
    }
  }
  return [...orphans.values()];
}

/** One anomaly a station, however many rooms its events concern; named by its first event that ran ahead. */
function clocksAhead(rooms: readonly RoomState[]): Anomaly[] {
  const first = new Map<string, EventRef>();
  for (const event of rooms.flatMap((room) => Object.values(room.clockAhead))) {
    const known = first.get(event.station);
    const isEarlier =
      known === undefined || event.epoch < known.epoch || (event.epoch === known.epoch && event.seq < known.seq);
    if (isEarlier) first.set(event.station, event);
  }
  return [...first.values()].map((event) => anomaly('clock-far-ahead', event, null, null, null));
}

function driftedCollections(room: RoomState): Anomaly[] {
  return PAPER_IDS.flatMap((paper) => {
    const entry = hasCollectionDrifted(room, paper) ? collectionOf(room, paper) : null;
    return entry === null ? [] : [anomaly('collection-drifted', entry.event, room.room, null, paper)];
  });
}

function candidateAnomalies(room: RoomState, candidate: CandidateState): Anomaly[] {
  const found: Anomaly[] = [];
  const add = (kind: AnomalyKind, event: EventRef, paper: PaperId | null) =>
    found.push(anomaly(kind, event, room.room, candidate.candidate, paper));
  for (const event of candidate.rivalEnrolments) add('enrolled-twice', event, null);
  for (const paper of PAPER_IDS) {
    const acts = candidate.acts[paper].filter((act) => !act.isUndone);
    const entries = acts.filter((act) => act.kind === 'checked-in');
    for (const act of acts) {
      if (!isEntryAct(act)) continue;
      if (isWrongfulRefusal(act)) add('wrongful-refusal', act.event, paper);
      else if (act.kind === 'checked-in' && isVerdictChanged(act)) add('verdict-changed', act.event, paper);
    }
    for (const act of entries.slice(1)) add('checked-in-twice', act.event, paper);
    const firstEntry = entries[0];
    if (firstEntry !== undefined) {
      // A refusal followed by a later admission is ordinary life; one recorded after the person was in contradicts.
      for (const act of acts.slice(acts.indexOf(firstEntry))) {
        if (act.kind === 'refused') add('refused-and-present', act.event, paper);
        if (act.kind === 'absent') add('absent-and-present', act.event, paper);
      }
    }
    const submission = submissionOf(candidate, paper);
    const leave = leaveOf(candidate, paper);
    const unseen = firstEntry === undefined ? (submission ?? leave) : null;
    if (unseen !== null) add('submitted-unseen', unseen.event, paper);
    if (leave !== null && submission === null) add('left-unsubmitted', leave.event, paper);
    if (candidate.standing === 'unknown') for (const act of acts) add('unknown-candidate', act.event, paper);
    // Taken off this room's list by a station that had not heard of the entry, or moved away after it.
    if (candidate.standing === 'withdrawn' || candidate.standing === 'moved-away')
      for (const act of entries) add('unknown-candidate', act.event, paper);
    if (candidate.standing === 'withdrawn')
      for (const act of acts) if (act.kind === 'violation') add('unknown-candidate', act.event, paper);
  }
  return found;
}

/** Turned away for the time alone, though the merged timeline would have let the person in. */
function isWrongfulRefusal(act: EntryAct): boolean {
  if (act.kind !== 'refused' || act.verdictThen === null) return false;
  if (act.refusal === 'late') return act.verdictThen.kind !== 'closed';
  return act.refusal === 'too-early' && act.verdictThen.kind !== 'too-early';
}

function isVerdictChanged(act: EntryAct): boolean {
  const then = act.verdictThen;
  if (then === null) return false;
  const lateMinutes = then.kind === 'late' || then.kind === 'closed' ? then.lateMinutes : 0;
  return then.kind !== act.said.entry || lateMinutes !== act.said.lateMinutes;
}

function anomaly(
  kind: AnomalyKind,
  event: EventRef,
  room: RoomNo | null,
  candidate: CandidateId | null,
  paper: PaperId | null,
): Anomaly {
  return { key: `${kind}:${eventKey(event)}`, kind, event, room, candidate, paper };
}
