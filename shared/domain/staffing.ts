import type { RoomNo } from '../ids.ts';
import type { Role } from './events.ts';
import type { Rules } from './rules.ts';

/** R04: fewer people than this do not run a site. */
const MANAGEMENT_AT_LEAST = 5;

/** R02: two for up to 40 candidates, and for every 40 more; a room without candidates yet is one of up to 40. */
export function invigilatorsWanted(
  { invigilatorsPerRoom, seatsPerRoom }: Pick<Rules, 'invigilatorsPerRoom' | 'seatsPerRoom'>,
  people: number,
): number {
  return invigilatorsPerRoom * Math.max(1, Math.ceil(people / seatsPerRoom));
}

/** What the check looks at: who is here, and the rooms with their people. */
export interface StaffingInput {
  readonly rules: Rules;
  readonly rooms: readonly { readonly room: RoomNo; readonly expected: number }[];
  readonly staff: readonly {
    readonly role: Role;
    readonly room: RoomNo | null;
    readonly isTrained: boolean;
    readonly leftAt: number | null;
  }[];
}

/** An open point of the staffing; `have` and `want` are numbers of people. */
export interface StaffingGap {
  readonly kind:
    | 'too-few-invigilators'
    | 'too-many-invigilators'
    | 'untrained-invigilators'
    | 'too-few-deputies'
    | 'too-many-deputies'
    | 'too-few-technicians'
    | 'too-few-managers';
  readonly rule: 'R02' | 'R03' | 'R04' | 'R06';
  /** Null for the whole site. */
  readonly room: RoomNo | null;
  readonly have: number;
  readonly want: number;
}

/**
 * 人员配备 against the manual: the site's points first, then room by room; none = complete. 考务管理人员 (R04) is everybody
 * but the invigilators.
 */
export function staffingGaps({ rules, rooms, staff }: StaffingInput): readonly StaffingGap[] {
  const present = staff.filter(({ leftAt }) => leftAt === null);
  const count = (role: Role) => present.filter((one) => one.role === role).length;
  const managers = present.length - count('invigilator');
  const ofSite = { room: null, rule: 'R03' } as const;
  const deputies = { ...ofSite, have: count('deputy') };
  const technicians = { ...ofSite, have: count('technician'), want: rules.technicianPerRoom * rooms.length };
  const gaps: (StaffingGap | null)[] = [
    managers < MANAGEMENT_AT_LEAST
      ? { kind: 'too-few-managers', rule: 'R04', room: null, have: managers, want: MANAGEMENT_AT_LEAST }
      : null,
    deputies.have < rules.deputyChiefMin ? { kind: 'too-few-deputies', ...deputies, want: rules.deputyChiefMin } : null,
    deputies.have > rules.deputyChiefMax
      ? { kind: 'too-many-deputies', ...deputies, want: rules.deputyChiefMax }
      : null,
    technicians.have < technicians.want ? { kind: 'too-few-technicians', ...technicians } : null,
    ...rooms.toSorted((a, b) => (a.room < b.room ? -1 : 1)).flatMap((room) => roomGaps(rules, room, present)),
  ];
  return gaps.filter((gap) => gap !== null);
}

function roomGaps(
  rules: Rules,
  { room, expected }: StaffingInput['rooms'][number],
  present: StaffingInput['staff'],
): readonly (StaffingGap | null)[] {
  const there = present.filter((one) => one.role === 'invigilator' && one.room === room);
  const have = there.length;
  const want = invigilatorsWanted(rules, expected);
  const untrained = there.filter(({ isTrained }) => !isTrained).length;
  return [
    have < want ? { kind: 'too-few-invigilators', rule: 'R02', room, have, want } : null,
    have > want ? { kind: 'too-many-invigilators', rule: 'R02', room, have, want } : null,
    untrained > 0 ? { kind: 'untrained-invigilators', rule: 'R06', room, have: untrained, want: 0 } : null,
  ];
}
