import { nextCopy } from '../../../shared/domain/decide-paper.ts';
import { type Drawing, drawingSchema } from '../../../shared/domain/drawing.ts';
import { invigilatorsOfPaper } from '../../../shared/domain/paper-signers.ts';
import { isOnDutyIn } from '../../../shared/domain/roles.ts';
import type { ApprovalEntry, RoomState } from '../../../shared/domain/state.ts';
import { roomRecordFileName } from '../../../shared/documents/file-name.ts';
import { buildRoomRecordView, printRoomRecord, roomRecordDigestInput } from '../../../shared/documents/room-record.ts';
import type { RecordSigner } from '../../../shared/documents/room-record-input.ts';
import { as, type DocumentId, type PaperId, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { digestOf, drawAndKeep, issuedIn, printedHead } from './issue-paper.ts';
import { presentRecord } from './room-record.ts';
import { refuseEarly } from './room-scope.ts';

/**
 * 考场情况记录单 of one room and paper, once collected: drawn with every signature that stands under this very content, kept
 * sealed, then recorded with the signed heads printed on it. Who has not signed gets a line to sign on by hand.
 */
export const issueRoomRecord: CommandHandler<'document.issueRoomRecord'> = {
  async prepare(context, day, { input, clock, call }) {
    const early = refuseEarly(day, call.actor, { type: 'issuePaper', room: input.room });
    if (early !== null) return early;
    const record = presentRecord(day, { ...input, actor: call.actor });
    if (!record.ok) return record;
    const { room, content, contentDigest, approvals, isCollected } = record.value;
    if (!isCollected) return fail('not-collected', 'D18');
    const { ports, stationDb } = context;
    const document = as<DocumentId>(ports.ids.id());
    // Read once, with the state that is drawn: while it is drawn, the chains grow.
    const chains = day.journal.chains();
    const view = buildRoomRecordView(content, {
      contentDigest,
      signers: signersOf(day, { room, paper: input.paper }, approvals),
      copy: nextCopy(room, 'room-record', input.paper),
      heads: chains.map(({ label, head }) => ({ label, ...head })),
      documentId: document,
      issuedAt: clock.nowMs,
    });
    const viewDigest = digestOf(roomRecordDigestInput(view));
    const kept = await drawAndKeep(context, day, { document, printable: printRoomRecord(view, viewDigest) });
    if (!kept.ok) return kept;
    return ok({
      type: 'issuePaper',
      document,
      kind: 'room-record',
      room: input.room,
      paper: input.paper,
      pages: kept.value.pages,
      viewDigest,
      heads: chains.map(({ head }) => printedHead(stationDb.identity, day.journal.day, head)),
    });
  },
  answer(events) {
    const { document, pages, copy, room, paper } = issuedIn(events);
    return { ...receiptOf(events), document, pages, copy, fileName: roomRecordFileName(room, { paper, copy }) };
  },
};

/** Whoever has signed, and of each role the people who should: all who were the room's invigilators in it (ST7), one technician, the chief. */
function signersOf(
  day: OpenDay,
  { room, paper }: { readonly room: RoomState; readonly paper: PaperId },
  approvals: readonly ApprovalEntry[],
): readonly RecordSigner[] {
  const invigilators = invigilatorsOfPaper(day.state, room.room, paper).map(({ staff }) => staff);
  const onDuty = Object.values(day.state.site.staff).filter((staff) => isOnDutyIn(staff, room.room));
  const roles = [
    { role: 'invigilator', due: invigilators, atMost: Number.POSITIVE_INFINITY },
    {
      role: 'technician',
      due: onDuty.filter(({ role }) => role === 'technician').map(({ staff }) => staff),
      atMost: 1,
    },
    { role: 'chief', due: onDuty.filter(({ role }) => role === 'chief').map(({ staff }) => staff), atMost: 1 },
  ] as const;
  return roles.flatMap(({ role, due, atMost }) => {
    const signed = approvals.filter((approval) => approval.role === role);
    const names = new Set([...due.slice(0, atMost), ...signed.flatMap(({ actor }) => actor ?? [])]);
    const ordered = atMost === 1 && signed.length > 0 ? [...names].filter((one) => hasSigned(signed, one)) : [...names];
    return ordered.map((staff) => ({ role, name: day.staffName(staff), signed: signatureOf(day, signed, staff) }));
  });
}

function hasSigned(approvals: readonly ApprovalEntry[], staff: StaffId): boolean {
  return approvals.some(({ actor }) => actor === staff);
}

function signatureOf(day: OpenDay, approvals: readonly ApprovalEntry[], staff: StaffId): RecordSigner['signed'] {
  const approval = approvals.find(({ actor }) => actor === staff);
  const drawing = approval === undefined ? null : openDrawing(day, approval);
  return approval === undefined || drawing === null ? null : { at: approval.at, drawing };
}

/** Null where the box does not open: a signature that cannot be shown is a line to sign on. */
function openDrawing(day: OpenDay, { drawing }: ApprovalEntry): Drawing | null {
  const opened = day.keys.boxes.openText(...PLACES.signatureDrawing, drawing);
  return opened.ok ? drawingSchema.parse(JSON.parse(opened.value)) : null;
}
