import type { Answer } from '../../../shared/contract/call.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { refuseElsewhere } from '../../../shared/domain/decision.ts';
import type { Role } from '../../../shared/domain/events.ts';
import { ALLOWED_ROLES, isOnDutyIn } from '../../../shared/domain/roles.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { RoomNo, StaffId } from '../../../shared/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { fail } from './handler.ts';

/** A room that this station holds, asked for by one of its own staff or of the whole site's (D6). */
export function findRoomFor(day: OpenDay, actor: StaffId | null, roomNo: RoomNo): Answer<RoomState> {
  const { binding } = day;
  if (binding?.kind === 'room' && binding.room !== roomNo) return fail('room-not-here', 'D6', { room: binding.room });
  const staff = actor === null ? undefined : day.state.site.staff[actor];
  if (staff !== undefined && !isOnDutyIn(staff, roomNo)) return fail('room-not-here', 'D6', { room: staff.room ?? '' });
  const room = day.state.rooms[roomNo];
  if (room === undefined || room.day === null || room.timeline === null)
    return fail('room-not-here', 'D6', { room: roomNo });
  return ok(room);
}

/** What `decide` would refuse anyway for who asks (D1), before anything slow or secret is done for it. */
export function refuseRole(
  day: OpenDay,
  actor: StaffId | null,
  type: Exclude<Command['type'], 'makeDay'>,
): Answer<never> | null {
  return refuseOthers(day, actor, ALLOWED_ROLES[type]);
}

/** Whoever is of none of these roles (D1). */
export function refuseOthers(day: OpenDay, actor: StaffId | null, allowed: readonly Role[]): Answer<never> | null {
  const role = actor === null ? undefined : day.state.site.staff[actor]?.role;
  if (role !== undefined && allowed.includes(role)) return null;
  return fail('role-not-allowed', 'D1', { allowed: allowed.join(' ') });
}

/**
 * What `decide` would refuse anyway for who asks and where (D1, D6), before anything is drawn or compared: papers are slow,
 * and a file that nobody may issue should not lie about.
 */
export function refuseEarly(
  day: OpenDay,
  actor: StaffId | null,
  act: { readonly type: Exclude<Command['type'], 'makeDay'>; readonly room: RoomNo | null },
): Answer<never> | null {
  const role = refuseRole(day, actor, act.type);
  if (role !== null) return role;
  const elsewhere = refuseElsewhere(day.state, act.room, { binding: day.binding, actor });
  return elsewhere === null ? null : err(elsewhere);
}
