import { actBaseOf, confirmationOf, isUndone, refOf } from './act-base.ts';
import type { Event } from './events.ts';
import { eventKey } from './schema-parts.ts';
import type { RoomState } from './state.ts';

type PaperEvent = Event<
  | 'NoteTaken'
  | 'RegisteredInExamSystem'
  | 'PaperCollected'
  | 'PaperIssued'
  | 'PaperApproved'
  | 'PaperSealed'
  | 'PaperScanFiled'
  | 'CorrectionOpened'
  | 'SheetHandedOut'
>;

/** What concerns a room's paper as a whole: notes, ticks of registration, 收卷, prints, signatures, seals, scans, the sheet's hand-out. */
export function evolvePaper(room: RoomState, event: PaperEvent): RoomState {
  const { paper } = event;
  if (paper === null) return room;
  switch (event.type) {
    case 'NoteTaken': {
      const { kind, candidate, text } = event.data;
      const who = candidate === null ? null : (room.aliases[candidate] ?? candidate);
      return { ...room, notes: [...room.notes, { ...actBaseOf(room, event, paper), kind, candidate: who, text }] };
    }
    case 'RegisteredInExamSystem': {
      const target = eventKey(event.data.target);
      if (room.registered[target] !== undefined || isUndone(room, event)) return room;
      return { ...room, registered: { ...room.registered, [target]: confirmationOf(event) } };
    }
    case 'PaperCollected': {
      const entry = { ...actBaseOf(room, event, paper), said: event.data };
      return { ...room, collections: { ...room.collections, [paper]: [...room.collections[paper], entry] } };
    }
    case 'PaperApproved': {
      const { kind, contentDigest, as: role, drawing, about = null } = event.data;
      // A paper is signed by somebody: an approval without an actor has no form.
      const by = event.actorBy ?? 'name';
      const entry = { ...actBaseOf(room, event, paper), kind, about, contentDigest, role, drawing, by };
      return { ...room, approvals: [...room.approvals, entry] };
    }
    case 'PaperIssued': {
      const { about = null, ...issued } = event.data;
      const entry = { ...issued, about, event: refOf(event), paper, at: event.at, seals: [] };
      return { ...room, issued: [...room.issued, entry] };
    }
    case 'PaperSealed': {
      const seal = { ...event.data, event: refOf(event), at: event.at };
      const issued = room.issued.map((one) =>
        one.document === seal.document ? { ...one, seals: [...one.seals, seal] } : one,
      );
      return { ...room, issued };
    }
    case 'CorrectionOpened': {
      const entry = { ...actBaseOf(room, event, paper), ...event.data };
      return { ...room, corrections: [...room.corrections, entry] };
    }
    case 'PaperScanFiled': {
      const { at, actor } = event;
      return { ...room, scans: [...room.scans, { ...event.data, event: refOf(event), at, actor }] };
    }
    case 'SheetHandedOut': {
      if (room.handedOut[paper] !== undefined || isUndone(room, event)) return room;
      return { ...room, handedOut: { ...room.handedOut, [paper]: confirmationOf(event) } };
    }
  }
}
