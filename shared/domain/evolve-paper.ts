import { actBaseOf, confirmationOf, isUndone } from './act-base.ts';
import type { Event } from './events.ts';
import { eventKey } from './schema-parts.ts';
import type { RoomState } from './state.ts';

type PaperEvent = Event<'NoteTaken' | 'RegisteredInExamSystem' | 'PaperCollected' | 'PaperApproved' | 'SheetHandedOut'>;

/** What concerns a room's paper as a whole: notes, ticks of registration, 收卷, signatures, the sheet's hand-out. */
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
      const { kind, contentDigest, as: role, drawing } = event.data;
      const entry = { ...actBaseOf(room, event, paper), kind, contentDigest, role, drawing };
      return { ...room, approvals: [...room.approvals, entry] };
    }
    case 'SheetHandedOut': {
      if (room.handedOut[paper] !== undefined || isUndone(room, event)) return room;
      return { ...room, handedOut: { ...room.handedOut, [paper]: confirmationOf(event) } };
    }
  }
}
