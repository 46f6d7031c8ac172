import { err } from '../result.ts';
import type { RoomNo } from '../ids.ts';
import { refuseApproval } from './approvals.ts';
import type { DecideContext, EnlistStaff, Refusal } from './commands.ts';
import { accept, type Decision, refusal, refuse, refuseElsewhere } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { RecusalFact } from './recusal.ts';
import type {
  DescribeStaff,
  ImportStaff,
  ListDutyPhones,
  PostStaff,
  RemoveStaff,
  ReplaceStaff,
  TakeUpPost,
} from './staff-commands.ts';
import { invigilatorsWanted } from './staffing.ts';
import type { DayState, StaffInfo } from './state.ts';

/** 登记考务人员 (D4), with what is said of him. An invigilator may wait for his room, and then is on duty nowhere (ST3). */
export function decideEnlistStaff(state: DayState, command: EnlistStaff, context: DecideContext): Decision {
  const { staff, role, room, person, pin, described = null, recusal = null } = command;
  if (state.site.staff[staff] !== undefined) return refuse('staff-already-enlisted', 'D4');
  if (role === 'invigilator' && room !== null) {
    if (state.rooms[room] === undefined) return refuse('station-not-bound', 'D4');
    // Enlisted without a word, as the set-up of a room does it, the tick is still to come.
    const isTrained = described?.isTrained ?? true;
    const unfit = refusePlace(state, { isTrained }, { room, recusal });
    if (unfit !== null) return err(unfit);
  }
  const enlisted: NewEvent = { type: 'StaffEnlisted', data: { staff, role, room, person, pin }, ...ofSite(context) };
  if (described === null) return accept(enlisted);
  return accept(enlisted, { type: 'StaffDescribed', data: { staff, ...described }, ...ofSite(context) });
}

/** What is known of somebody (ST1): said anew as a whole. */
export function decideDescribeStaff(state: DayState, command: DescribeStaff, context: DecideContext): Decision {
  const { staff, isTrained, details } = command;
  if (state.site.staff[staff] === undefined) return refuse('staff-unknown', 'ST1');
  return accept({ type: 'StaffDescribed', data: { staff, isTrained, details }, ...ofSite(context) });
}

/** 导入考务人员 (ST2): all in one, each by the same rules as one by one. */
export function decideImportStaff(state: DayState, { entries, known }: ImportStaff, context: DecideContext): Decision {
  if (entries.length === 0 && known.length === 0) return refuse('staff-list-empty', 'ST2');
  const events: NewEvent[] = [];
  const placed = new Map<RoomNo, number>();
  for (const { staff, role, room, person, pin, isTrained, details, recusal } of entries) {
    if (state.site.staff[staff] !== undefined) return refuse('staff-already-enlisted', 'D4');
    if (role === 'invigilator' && room !== null) {
      const before = placed.get(room) ?? 0;
      const unfit = refusePlace(state, { isTrained }, { room, recusal, alsoThere: before });
      if (unfit !== null) return err(unfit);
      placed.set(room, before + 1);
    }
    events.push(
      { type: 'StaffEnlisted', data: { staff, role, room, person, pin }, ...ofSite(context) },
      { type: 'StaffDescribed', data: { staff, isTrained, details }, ...ofSite(context) },
    );
  }
  for (const { staff, isTrained, details } of known) {
    if (state.site.staff[staff] === undefined) return refuse('staff-unknown', 'ST1');
    events.push({ type: 'StaffDescribed', data: { staff, isTrained, details }, ...ofSite(context) });
  }
  return accept(...events);
}

/** A leader gives somebody a room or takes it away (ST3): a room's station its own, the office every one. */
export function decidePostStaff(state: DayState, command: PostStaff, context: DecideContext): Decision {
  const { room, recusal } = command;
  const staff = state.site.staff[command.staff];
  const scope = room ?? staff?.room ?? null;
  const elsewhere = scope === null ? null : refuseElsewhere(state, scope, context);
  if (elsewhere !== null) return err(elsewhere);
  if (staff === undefined) return refuse('staff-unknown', 'ST3');
  if (staff.role !== 'invigilator' && staff.role !== 'technician') return refuse('not-postable', 'ST3');
  if (staff.leftAt !== null) return refuse('staff-left', 'ST5', { at: staff.leftAt });
  if (staff.room === room) return refuse('already-posted', 'ST3', { room: room ?? '' });
  if (room !== null && state.rooms[room] === undefined) return refuse('room-not-here', 'D6', { room });
  const unfit = room === null || staff.role === 'technician' ? null : refusePlace(state, staff, { room, recusal });
  if (unfit !== null) return err(unfit);
  return accept({ type: 'StaffPosted', data: { staff: staff.staff, room, how: 'assigned' }, ...ofSite(context) });
}

/** 移出名单 (ST8): whoever should not be on it and is in no record; the chief stays, and nobody removes himself. */
export function decideRemoveStaff(
  state: DayState,
  { staff: id, hasActed }: RemoveStaff,
  context: DecideContext,
): Decision {
  const staff = state.site.staff[id];
  if (staff === undefined || staff.isRemoved) return refuse('staff-unknown', 'ST8');
  if (staff.role === 'chief' || id === context.actor) return refuse('staff-not-removable', 'ST8');
  if (hasActed) return refuse('staff-has-acted', 'ST8');
  return accept({ type: 'StaffRemoved', data: { staff: id }, ...ofSite(context) });
}

/** 到岗 (ST4): an invigilator without a room takes one up himself, in the room that needs one. */
export function decideTakeUpPost(state: DayState, { recusal }: TakeUpPost, context: DecideContext): Decision {
  if (context.binding?.kind !== 'room') return refuse('station-not-bound', 'D6');
  const { room } = context.binding;
  const staff = context.actor === null ? undefined : state.site.staff[context.actor];
  if (staff === undefined) return refuse('actor-unknown', 'D1');
  if (staff.role !== 'invigilator') return refuse('not-postable', 'ST4');
  if (staff.room !== null) return refuse('already-posted', 'ST4', { room: staff.room });
  const unfit = refusePlace(state, staff, { room, recusal });
  if (unfit !== null) return err(unfit);
  return accept({ type: 'StaffPosted', data: { staff: staff.staff, room, how: 'arrived' }, ...ofSite(context) });
}

/**
 * 更换监考员 (ST5): with the chief's opinion and approval, by a leader at the office or by the room's own staff. Whoever
 * comes is free, was here before, or is new.
 */
export function decideReplaceStaff(state: DayState, command: ReplaceStaff, context: DecideContext): Decision {
  const { room, leaves, comes, enlists, recusal, opinion, approval } = command;
  const elsewhere = refuseElsewhere(state, room, context);
  if (elsewhere !== null) return err(elsewhere);
  const unapproved = refuseApproval(state, approval, room, context);
  if (unapproved !== null) return err(unapproved);
  const leaving = state.site.staff[leaves];
  if (leaving?.role !== 'invigilator' || leaving.room !== room) return refuse('not-in-this-room', 'ST5', { room });
  const coming = state.site.staff[comes];
  if (enlists === null) {
    if (coming?.role !== 'invigilator' || coming.isRemoved) return refuse('staff-unknown', 'ST5');
    if (coming.room !== null) return refuse('posted-elsewhere', 'ST5', { room: coming.room });
  } else if (coming !== undefined) return refuse('staff-already-enlisted', 'D4');
  const unfit = refusePerson(enlists ?? coming ?? { isTrained: false }, { room, recusal });
  if (unfit !== null) return err(unfit);
  const replaced: NewEvent = {
    type: 'StaffReplaced',
    data: { leaves, comes, room, opinion, approval },
    ...ofSite(context),
    room,
  };
  if (enlists === null) return accept(replaced);
  const { person, pin, isTrained, details } = enlists;
  return accept(
    {
      type: 'StaffEnlisted',
      data: { staff: comes, role: 'invigilator', room: null, person, pin },
      ...ofSite(context),
    },
    { type: 'StaffDescribed', data: { staff: comes, isTrained, details }, ...ofSite(context) },
    replaced,
  );
}

/** 值班电话 (ST6): all of them anew. */
export function decideListDutyPhones(_state: DayState, { phones }: ListDutyPhones, context: DecideContext): Decision {
  return accept({ type: 'DutyPhonesListed', data: { phones }, ...ofSite(context) });
}

interface Place {
  readonly room: RoomNo;
  readonly recusal: RecusalFact | null;
}

/** R06, R05. */
function refusePerson({ isTrained }: Pick<StaffInfo, 'isTrained'>, { room, recusal }: Place): Refusal | null {
  if (!isTrained) return refusal('not-trained', 'R06');
  return recusal === null ? null : refusal('recusal-needed', 'R05', { room, kind: recusal.kind, word: recusal.word });
}

/** R06, R05, and R02: a room takes no more invigilators than its candidates want. */
function refusePlace(
  state: DayState,
  person: Pick<StaffInfo, 'isTrained'>,
  place: Place & { readonly alsoThere?: number },
): Refusal | null {
  const unfit = refusePerson(person, place);
  if (unfit !== null) return unfit;
  const there = Object.values(state.site.staff).filter((s) => s.role === 'invigilator' && s.room === place.room);
  const rules = state.site.day?.rules.values;
  const wanted = rules === undefined ? 2 : invigilatorsWanted(rules, state.rooms[place.room]?.expected ?? 0);
  const isFull = there.length + (place.alsoThere ?? 0) >= wanted;
  return isFull ? refusal('invigilators-complete', 'R02', { wanted }) : null;
}

function ofSite({ nowMs, occurredAt }: DecideContext): Pick<NewEvent, 'room' | 'paper' | 'occurredAt'> {
  return { room: null, paper: null, occurredAt: occurredAt ?? nowMs };
}
