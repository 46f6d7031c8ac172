import { isSameValue } from '../canonical.ts';
import type { RoomNo, StaffId } from '../ids.ts';
import type { Approval } from './course-events.ts';
import type { Event } from './events.ts';
import { type EventRef, eventKey } from './schema-parts.ts';

/** 批准 in one room so far: which codes are spent, and what waits for the chief. */
export interface ApprovalState {
  /** Numbers of 电话批准码 that stand in the record. */
  readonly usedNumbers: readonly number[];
  /** 已电话请示主考, 按姓名继续 and what a second person confirmed by name, in merged order, until ratified. */
  readonly toRatify: readonly RatifiableAct[];
}

/** What the chief still has to look at. */
export interface RatifiableAct {
  readonly event: EventRef;
  /** Its names in other chains that have said it again (PK4); 追认 of any is 追认 of it. */
  readonly retold: readonly EventRef[];
  readonly type: Event['type'];
  readonly room: RoomNo | null;
  readonly at: number;
  readonly occurredAt: number;
  readonly actor: StaffId | null;
  /** Who is said to have approved; nobody where it is a PIN that was not asked for. */
  readonly approver: StaffId | null;
}

export const NO_APPROVALS: ApprovalState = { usedNumbers: [], toRatify: [] };

/** One step of a room's approvals in merged order: any event may carry one. */
export function evolveApprovals(before: ApprovalState, event: Event): ApprovalState {
  if (event.type === 'ActRatified') return withoutMatter(before, event.data.target);
  if (event.type === 'ActUndone') return withoutMatter(before, event.data.target);
  const { type, room, at, occurredAt, actor } = event;
  const matter = { event: refOf(event), retold: [], type, room, at, occurredAt, actor };
  const approval = approvalOf(event);
  const used = approval?.number;
  const after = used === undefined ? before : { ...before, usedNumbers: [...before.usedNumbers, used] };
  if (approval?.how === 'phone') return withMatter(after, { ...matter, approver: approval.approver });
  const isByName = event.type === 'EnteredByName' || event.secondBy === 'name';
  return isByName ? withMatter(after, { ...matter, approver: null }) : after;
}

function withMatter(before: ApprovalState, matter: RatifiableAct): ApprovalState {
  const twin = before.toRatify.find((one) => isSaidAgain(one, matter));
  if (twin === undefined) return { ...before, toRatify: [...before.toRatify, matter] };
  const known = { ...twin, retold: [...twin.retold, matter.event] };
  return { ...before, toRatify: before.toRatify.map((one) => (one === twin ? known : one)) };
}

/** The same act of the same person at the same moment, from another chain. */
function isSaidAgain(one: RatifiableAct, other: RatifiableAct): boolean {
  if (one.event.station === other.event.station) return false;
  const said = [one.type, one.room, one.occurredAt, one.actor, one.approver];
  return isSameValue(said, [other.type, other.room, other.occurredAt, other.actor, other.approver]);
}

function withoutMatter(before: ApprovalState, target: EventRef): ApprovalState {
  const toRatify = before.toRatify.filter((matter) => !isNamed(matter, target));
  return toRatify.length === before.toRatify.length ? before : { ...before, toRatify };
}

/** Whether this is the matter's name, here or in another chain. */
export function isNamed({ event, retold }: RatifiableAct, target: EventRef): boolean {
  return [event, ...retold].some((name) => eventKey(name) === eventKey(target));
}

/** The approval that an event carries; null for none. */
function approvalOf(event: Event): Approval | null {
  return 'approval' in event.data ? (event.data.approval ?? null) : null;
}

function refOf({ station, epoch, seq }: EventRef): EventRef {
  return { station, epoch, seq };
}
