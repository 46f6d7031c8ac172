import type { RoomNo, StaffId } from '../ids.ts';
import type { DecideContext, Refusal } from './commands.ts';
import type { Approval } from './course-events.ts';
import { refusal, refuseSecond } from './decision.ts';
import type { Event } from './events.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { DayState } from './state.ts';

/** 批准 in one room so far: which codes are spent, and what waits for the chief. */
export interface ApprovalState {
  /** Numbers of 电话批准码 that stand in the record. */
  readonly usedNumbers: readonly number[];
  /** 已电话请示主考 and 按姓名继续, in merged order, until ratified. */
  readonly toRatify: readonly RatifiableAct[];
}

/** What the chief still has to look at. */
export interface RatifiableAct {
  readonly event: EventRef;
  readonly type: Event['type'];
  readonly room: RoomNo | null;
  readonly at: number;
  readonly actor: StaffId | null;
  /** Who is said to have approved; for 按姓名继续 nobody. */
  readonly approver: StaffId | null;
}

export const NO_APPROVALS: ApprovalState = { usedNumbers: [], toRatify: [] };

/** One step of a room's approvals in merged order: any event may carry one. */
export function evolveApprovals(before: ApprovalState, event: Event): ApprovalState {
  if (event.type === 'ActRatified') return withoutMatter(before, event.data.target);
  if (event.type === 'ActUndone') return withoutMatter(before, event.data.target);
  const matter = { event: refOf(event), type: event.type, room: event.room, at: event.at, actor: event.actor };
  if (event.type === 'EnteredByName')
    return { ...before, toRatify: [...before.toRatify, { ...matter, approver: null }] };
  const approval = approvalOf(event);
  if (approval === null) return before;
  if (approval.how === 'phone')
    return { ...before, toRatify: [...before.toRatify, { ...matter, approver: approval.approver }] };
  if (approval.number === undefined) return before;
  return { ...before, usedNumbers: [...before.usedNumbers, approval.number] };
}

function withoutMatter(before: ApprovalState, target: EventRef): ApprovalState {
  const toRatify = before.toRatify.filter(({ event }) => eventKey(event) !== eventKey(target));
  return toRatify.length === before.toRatify.length ? before : { ...before, toRatify };
}

/** The approval that an event carries; null for none. */
function approvalOf(event: Event): Approval | null {
  return 'approval' in event.data ? (event.data.approval ?? null) : null;
}

function refOf({ station, epoch, seq }: EventRef): EventRef {
  return { station, epoch, seq };
}

/**
 * D22: the chief or a deputy approves: on the spot by his own PIN, by a code of his list said on the telephone, or called,
 * and then two of the room sign that he did, until he ratifies it.
 */
export function refuseApproval(
  state: DayState,
  approval: Approval,
  room: RoomNo | null,
  context: DecideContext,
): Refusal | null {
  const role = state.site.staff[approval.approver]?.role;
  if (role !== 'chief' && role !== 'deputy') return refusal('approver-not-chief', 'D22');
  switch (approval.how) {
    case 'present': {
      const isSelf = approval.approver === context.actor;
      const isProven = isSelf ? context.actorBy === 'pin' : context.approvedBy === 'pin';
      return isProven ? null : refusal('approver-not-confirmed', 'D22');
    }
    case 'code':
      return refuseCode(state, approval, context);
    case 'phone': {
      const { second } = context;
      if (second === null) return refusal('second-person-missing', 'D22');
      // Who is on the telephone cannot sign in the room that he was.
      if (second === approval.approver || context.actor === approval.approver)
        return refusal('second-person-not-in-room', 'D22');
      return refuseSecond(state, { second, room }, context);
    }
  }
}

/** A code is good once, and in the room whose list it is of. */
function refuseCode(state: DayState, { number }: Approval, context: DecideContext): Refusal | null {
  const room = context.binding?.kind === 'room' ? context.binding.room : null;
  if (room === null || number === undefined) return refusal('approval-code-wrong', 'D22', { number: number ?? 0 });
  if (state.rooms[room]?.approved.usedNumbers.includes(number) === true)
    return refusal('approval-code-used', 'D22', { number });
  return context.approvedBy === 'code' ? null : refusal('approval-code-wrong', 'D22', { number });
}
