import type { PaperId, RoomNo, StaffId } from '../ids.ts';
import { collectionOf } from './collection.ts';
import { isOnDutyIn } from './roles.ts';
import { eventKey } from './schema-parts.ts';
import type { SignedPaperRef, SignerRole } from './signed-papers.ts';
import { invigilatorsDuring } from './staff-state.ts';
import type { ApprovalEntry, DayState, StaffInfo } from './state.ts';
import { allViolations } from './violation-acts.ts';

/** A line to sign on. */
export interface SignerLine {
  readonly role: SignerRole;
  /** Null = whoever signs in this capacity: nobody is known for it. */
  readonly staff: StaffId | null;
  /** Without this signature the paper is not sealed; the others may sign before or after. */
  readonly isDue: boolean;
}

/** ST7: the invigilators who sign a paper's record: all who worked in the room between its start and its 收卷. */
export function invigilatorsOfPaper(state: DayState, roomNo: RoomNo, paper: PaperId): readonly StaffInfo[] {
  const room = state.rooms[roomNo];
  const times = room?.timeline?.papers[paper];
  if (room === undefined || times === undefined) return [];
  const until = collectionOf(room, paper)?.occurredAt ?? times.lastEndsAt;
  return invigilatorsDuring(state.site, roomNo, { from: times.startsAt, until });
}

/**
 * SE1: who signs a paper, in the order of its lines. Invigilators have to, technician (of the record) and chief may; of
 * these two one each, who has signed before who could.
 */
export function signerLines(
  state: DayState,
  ref: SignedPaperRef,
  signed: readonly Pick<ApprovalEntry, 'actor' | 'role'>[],
): readonly SignerLine[] {
  const onDuty = Object.values(state.site.staff).filter((staff) => isOnDutyIn(staff, ref.room));
  const oneOf = (role: 'technician' | 'chief'): readonly SignerLine[] => {
    const has = signed.filter((one) => one.role === role).map(({ actor }) => actor);
    const could = onDuty.find((staff) => staff.role === role)?.staff ?? null;
    return (has.length > 0 ? [...new Set(has)] : [could]).map((staff) => ({ role, staff, isDue: false }));
  };
  return [
    ...invigilatorLines(invigilatorsFor(state, ref), signed),
    ...(ref.kind === 'room-record' ? oneOf('technician') : []),
    ...oneOf('chief'),
  ];
}

/** Two lines at least (R02): where only one is known, another signs by hand or later. */
function invigilatorLines(
  { known, due }: InvigilatorsOfPaper,
  signed: readonly Pick<ApprovalEntry, 'actor' | 'role'>[],
): readonly SignerLine[] {
  const others = signed.filter(({ role }) => role === 'invigilator').flatMap(({ actor }) => actor ?? []);
  const people: readonly (StaffId | null)[] = [...new Set([...known, ...due, ...others])];
  const blanks = Array.from({ length: Math.max(0, 2 - people.length) }, () => null);
  return [...people, ...blanks].map((staff) => ({
    role: 'invigilator',
    staff,
    isDue: staff !== null && due.includes(staff),
  }));
}

interface InvigilatorsOfPaper {
  /** Who has a line, on duty or not. */
  readonly known: readonly StaffId[];
  readonly due: readonly StaffId[];
}

/**
 * Who left acts no more (ST5): his line waits for his hand, and the seal waits for those who are here. Where that is nobody,
 * whoever is the room's invigilator by now signs.
 */
function invigilatorsFor(state: DayState, ref: SignedPaperRef): InvigilatorsOfPaper {
  const known = knownInvigilators(state, ref);
  const here = Object.values(state.site.staff)
    .filter((staff) => staff.role === 'invigilator' && isOnDutyIn(staff, ref.room))
    .map(({ staff }) => staff);
  const due = known.filter((staff) => here.includes(staff));
  return { known, due: due.length === 0 ? here : due };
}

/** Whom a paper is signed by: who recorded the violation, or who worked in the room. */
function knownInvigilators(state: DayState, { kind, room, paper, about }: SignedPaperRef): readonly StaffId[] {
  const roomState = state.rooms[room];
  if (kind === 'violation-notice' && about !== null && roomState !== undefined) {
    const act = allViolations(roomState, paper).find(({ event }) => eventKey(event) === eventKey(about));
    const by = [act?.actor ?? null, act?.second ?? null];
    return by.filter((staff) => staff !== null && state.site.staff[staff]?.role === 'invigilator') as StaffId[]; // nulls are gone
  }
  return invigilatorsOfPaper(state, room, paper).map(({ staff }) => staff);
}
