import type { RoomNo, StaffId } from '../ids.ts';
import { toHalfWidth } from './id-number.ts';
import { comparisonKey } from './names.ts';
import type { StaffDetails } from './person.ts';
import type { RecusalFact } from './recusal.ts';
import type { StaffRow, StaffRowProblem } from './staff-table.ts';
import { invigilatorsWanted } from './staffing.ts';
import type { DayState } from './state.ts';

/** What a row of a list is to do on this day. */
export interface PlacedRow extends Omit<StaffRow, 'room'> {
  /** Null where the list names none or the room cannot be had; the problems say why. */
  readonly room: RoomNo | null;
  /** Who it is already; null for somebody new. */
  readonly known: StaffId | null;
}

/** A row of a list against the day. error = left out, warning = taken as said, note = as it should be, and said. */
export interface StaffProblem {
  readonly row: number;
  readonly severity: 'error' | 'warning' | 'note';
  readonly code:
    | StaffRowProblem['code']
    | 'listed-twice'
    | 'another-chief'
    | 'room-unknown'
    | 'room-not-of-role'
    | 'room-full'
    | 'room-untrained'
    | 'room-recusal'
    | 'already-listed'
    | 'role-kept';
  readonly value: string;
}

export interface StaffPlan {
  readonly rows: readonly PlacedRow[];
  /** In order of row. */
  readonly problems: readonly StaffProblem[];
}

interface PlanInput {
  readonly state: DayState;
  readonly rows: readonly StaffRow[];
  readonly problems: readonly StaffRowProblem[];
  /** Everybody of the day with what is known of him in clear. */
  readonly present: readonly {
    readonly staff: StaffId;
    readonly name: string;
    readonly phone: string;
  }[];
  /** Why whoever is described so must keep away from a room; null for nothing. */
  readonly recusalOf: (details: StaffDetails, room: RoomNo) => RecusalFact | null;
}

/**
 * 导入考务人员 (ST2): each row placed on the day. Who is on the list already — the same name, and no other telephone — is
 * described anew and stays where he is. An invigilator who cannot have his room (R02, R05, R06) comes without one.
 */
export function planStaffImport({ state, rows, problems: given, present, recusalOf }: PlanInput): StaffPlan {
  const placed: PlacedRow[] = [];
  const problems: StaffProblem[] = [...given];
  const there = new Map<RoomNo, number>();
  const taken = new Set<StaffId>();
  const rules = state.site.day?.rules.values;
  const isFull = (room: RoomNo) => {
    const enlisted = Object.values(state.site.staff).filter((s) => s.role === 'invigilator' && s.room === room).length;
    const wanted = rules === undefined ? 2 : invigilatorsWanted(rules, state.rooms[room]?.expected ?? 0);
    return enlisted + (there.get(room) ?? 0) >= wanted;
  };
  for (const row of rows) {
    const say = (severity: StaffProblem['severity'], code: StaffProblem['code'], value: string) =>
      problems.push({ row: row.row, severity, code, value });
    const twin = placed.find((other) => isSame(other.name, other.details.phone, row));
    const alike = present.filter(({ staff, name, phone }) => !taken.has(staff) && isSame(name, phone, row));
    // Two of one name: whoever has this very telephone, before one of whom none is known.
    const known =
      (alike.find(({ phone }) => digitsOf(phone) === digitsOf(row.details.phone)) ?? alike[0])?.staff ?? null;
    if (twin !== undefined) {
      say('error', 'listed-twice', row.name);
    } else if (known !== null) {
      taken.add(known);
      const role = state.site.staff[known]?.role ?? row.role;
      if (role === row.role) say('note', 'already-listed', row.name);
      else say('warning', 'role-kept', row.name);
      placed.push({ ...row, role, room: null, known });
    } else if (row.role === 'chief') {
      say('error', 'another-chief', row.name);
    } else {
      const room = roomCalled(state, row.room);
      const fact = room === null ? null : recusalOf(row.details, room);
      const isInvigilator = row.role === 'invigilator';
      let place: RoomNo | null = null;
      if (row.room === '') place = null;
      else if (!isInvigilator && row.role !== 'technician') say('warning', 'room-not-of-role', row.room);
      else if (room === null) say('warning', 'room-unknown', row.room);
      else if (isInvigilator && !row.isTrained) say('warning', 'room-untrained', room);
      else if (isInvigilator && fact !== null) say('warning', 'room-recusal', `${room} ${fact.word}`);
      else if (isInvigilator && isFull(room)) say('warning', 'room-full', room);
      else place = room;
      if (place !== null && isInvigilator) there.set(place, (there.get(place) ?? 0) + 1);
      placed.push({ ...row, room: place, known: null });
    }
  }
  return { rows: placed, problems: problems.toSorted((a, b) => a.row - b.row) };
}

function isSame(name: string, phone: string, row: StaffRow): boolean {
  if (comparisonKey(name) !== comparisonKey(row.name)) return false;
  const [a, b] = [digitsOf(phone), digitsOf(row.details.phone)];
  return a === '' || b === '' || a === b;
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}

/** "001", "1", "第 001 考场": the room that is meant, where it is one. */
function roomCalled(state: DayState, text: string): RoomNo | null {
  const word = toHalfWidth(text).replaceAll(/[\s第号]|考场/g, '');
  const rooms = Object.values(state.rooms).map(({ room }) => room);
  const exact = rooms.find((room) => room === text || room === word);
  if (exact !== undefined) return exact;
  const alike = /^\d+$/.test(word) ? rooms.filter((room) => /^\d+$/.test(room) && Number(room) === Number(word)) : [];
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
