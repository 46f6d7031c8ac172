import type { Answer } from '../../../shared/contract/call.ts';
import { collectionOf } from '../../../shared/domain/collection.ts';
import type { ApprovalEntry, RoomState } from '../../../shared/domain/state.ts';
import { buildRoomRecordContent, roomRecordDigestInput } from '../../../shared/documents/room-record.ts';
import type { RoomRecordContent } from '../../../shared/documents/room-record-view.ts';
import type { PaperId, RoomNo, StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { digestOf } from './issue-paper.ts';
import { roomRecordInput } from './room-record-input.ts';
import { findRoomFor, refuseEarly } from './room-scope.ts';

/** 考场情况记录单 as the state of this moment makes it, and who has signed it. */
export interface PresentRecord {
  readonly room: RoomState;
  readonly content: RoomRecordContent;
  /** What signers approve: SHA-256 of the content's canonical text, hex. */
  readonly contentDigest: string;
  /** Signatures under exactly this content. */
  readonly approvals: readonly ApprovalEntry[];
  /** People whose signature stands under an earlier content only: they would have to sign again. */
  readonly lapsed: number;
  readonly isCollected: boolean;
}

interface RecordAsked {
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly actor: StaffId | null;
}

/** The record of a room that this person may see; refused for another's (D6). */
export function presentRecord(day: OpenDay, { room: roomNo, paper, actor }: RecordAsked): Answer<PresentRecord> {
  const found = findRoomFor(day, actor, roomNo);
  if (!found.ok) return found;
  const room = found.value;
  if (room.day === null || room.timeline === null) return fail('room-not-here', 'D6', { room: roomNo });
  const content = buildRoomRecordContent(
    roomRecordInput(day, { room, info: room.day, timeline: room.timeline }, paper),
  );
  const contentDigest = digestOf(roomRecordDigestInput(content));
  const given = room.approvals.filter(
    (approval) => approval.kind === 'room-record' && approval.paper === paper && !approval.isUndone,
  );
  const approvals = given.filter((approval) => approval.contentDigest === contentDigest);
  const signed = new Set(approvals.map(({ actor: signer }) => signer));
  const lapsed = new Set(given.map(({ actor: signer }) => signer).filter((signer) => !signed.has(signer)));
  return ok({
    room,
    content,
    contentDigest,
    approvals,
    lapsed: lapsed.size,
    isCollected: collectionOf(room, paper) !== null,
  });
}

/** The record before it is printed. */
export const roomRecordPreview: QueryHandler<'roomRecord.preview'> = ({ day }, { input, call }) => {
  if (day === null) return fail('no-day', 'D1');
  const record = presentRecord(day, { ...input, actor: call.actor });
  if (!record.ok) return record;
  const { content, contentDigest, approvals, lapsed, isCollected } = record.value;
  return ok({
    content,
    contentDigest,
    canSign: isCollected,
    approvals: approvals.flatMap(({ actor, role, at }) => (actor === null ? [] : [{ staff: actor, role, at }])),
    lapsed,
  });
};

/** 手写签名: holds only for the content that the signer saw. */
export const approveRoomRecord: CommandHandler<'roomRecord.approve'> = {
  prepare(_context, day, { input, call }) {
    const early = refuseEarly(day, call.actor, { type: 'approvePaper', room: input.room });
    if (early !== null) return early;
    const record = presentRecord(day, { ...input, actor: call.actor });
    if (!record.ok) return record;
    const { room, paper, contentDigest, drawing } = input;
    // Before 收卷 there is nothing to sign, whatever was shown: that refusal is decide's.
    if (record.value.isCollected && contentDigest !== record.value.contentDigest) return fail('approval-stale', 'D18');
    return ok({
      type: 'approvePaper',
      kind: 'room-record',
      room,
      paper,
      contentDigest,
      drawing: day.keys.boxes.sealText(...PLACES.signatureDrawing, JSON.stringify(drawing)),
    });
  },
  answer: (events) => receiptOf(events),
};
