import { PAPER_IDS, type PaperId, type StaffId } from '../ids.ts';
import { isRecordedAfter } from './chain-order.ts';
import { collectionOf } from './collection.ts';
import { isOvertaken } from './overtaken.ts';
import type { EventRef } from './schema-parts.ts';
import type { IssuedPaper, RoomState } from './state.ts';
import { waitsForResume } from './timeline.ts';
import type { Milestone, MilestoneId, MilestoneKind, PaperTimeline, SignalKind, Timeline } from './timeline-types.ts';

/** A milestone that is done, and when it happened, UTC ms. */
export type MilestoneDone =
  | { readonly by: 'confirm'; readonly at: number; readonly event: EventRef; readonly actor: StaffId | null }
  /** Done by 收卷 or the record, and taken back there; `actor` null for a paper that was drawn. */
  | { readonly by: 'act'; readonly at: number; readonly actor: StaffId | null }
  /** At the office: its instant is over, and each room has ticked its own. */
  | { readonly by: 'time'; readonly at: number };

export type RailProgress = Readonly<Record<MilestoneId, MilestoneDone>>;

/** What is done in a room: every tick that stands, and what 收卷 and the issued record did. */
export function railProgress(room: RoomState): RailProgress {
  const progress: Record<MilestoneId, MilestoneDone> = {};
  for (const paper of PAPER_IDS) Object.assign(progress, doneByActs(room, paper));
  const moved = new Set(room.timeline?.milestones.filter((one) => isOvertakenIn(room, one)).map(({ id }) => id));
  for (const [key, { event, occurredAt, actor }] of Object.entries(room.confirmed)) {
    const id = key as MilestoneId; // the keys of `confirmed`
    if (!moved.has(id)) progress[id] = { by: 'confirm', at: occurredAt, event, actor };
  }
  return progress;
}

function isOvertakenIn({ confirmed }: RoomState, milestone: Milestone): boolean {
  const done = confirmed[milestone.id];
  return done !== undefined && isOvertaken(milestone, done.occurredAt);
}

/** Collected before them, since everybody had left: there is nobody to say it to. */
const TOLD_TO_WRITERS: readonly MilestoneKind[] = ['end-reminder', 'end', 'seat-end-reminder', 'seat-end'];

function doneByActs(room: RoomState, paper: PaperId): RailProgress {
  const collection = collectionOf(room, paper);
  if (collection === null) return {};
  const collected: MilestoneDone = { by: 'act', at: collection.occurredAt, actor: collection.actor };
  const progress: Record<MilestoneId, MilestoneDone> = { [`${paper}:all-submitted` as const]: collected };
  for (const { id, kind, at, paper: of } of room.timeline?.milestones ?? [])
    if (of === paper && TOLD_TO_WRITERS.includes(kind) && at > collection.occurredAt) progress[id] = collected;
  if (collection.said.isConfirmedByTechnician) progress[`${paper}:technician-confirmed`] = collected;
  const record = roomRecordOf(room, paper);
  if (record !== null) progress[`${paper}:room-record`] = { by: 'act', at: record.at, actor: null };
  return progress;
}

/** 考场情况记录单 of the 收卷 that stands; null before it is drawn. One drawn before this 收卷 tells of an earlier one. */
export function roomRecordOf(room: RoomState, paper: PaperId): IssuedPaper | null {
  const collection = collectionOf(room, paper);
  if (collection === null) return null;
  const isOfIt = (one: IssuedPaper) =>
    one.kind === 'room-record' && one.paper === paper && isRecordedAfter(one, collection);
  return room.issued.find(isOfIt) ?? null;
}

/** The chief's signal that a milestone is; null for all others. */
export function signalOf(kind: MilestoneKind): SignalKind | null {
  return kind === 'prepare' || kind === 'start' || kind === 'end' ? kind : null;
}

/**
 * What is done at the exam office: the chief's signals as given to every room. A signal that nobody gave lapses when the
 * next one's instant is there. What the rooms do they tick in their own rails; here it passes with its instant. Nothing
 * passes that waits for 恢复.
 */
export function officeProgress(common: RoomState, timeline: Timeline, now: number): RailProgress {
  const progress: Record<MilestoneId, MilestoneDone> = {};
  for (const milestone of timeline.milestones) {
    const { id, kind, paper, at } = milestone;
    const signal = signalOf(kind);
    const given = signal === null ? undefined : common.signals[paper][signal];
    const passesAt = signal === null ? at : lapsesAt(signal, timeline.papers[paper]);
    if (given !== undefined)
      progress[id] = { by: 'confirm', at: given.occurredAt, event: given.event, actor: given.actor };
    else if (passesAt <= now && !waitsForResume(timeline, milestone)) progress[id] = { by: 'time', at };
  }
  return progress;
}

function lapsesAt(signal: SignalKind, { startsAt, endsAt }: PaperTimeline): number {
  if (signal === 'prepare') return startsAt;
  return signal === 'start' ? endsAt : Number.POSITIVE_INFINITY;
}
