import type { RoomNo, StaffId } from '../ids.ts';
import { toHalfWidth } from './id-number.ts';
import { comparisonKey } from './names.ts';
import type { Person, StaffDetails } from './person.ts';
import type { Rules } from './rules.ts';

/** Why somebody must keep away (R05): the class that he leads, the major that he teaches, his own department. */
export interface RecusalFact {
  readonly kind: 'class' | 'major' | 'department';
  /** The class, major or department in its own words. */
  readonly word: string;
}

/** The same with the room that it is about. */
export interface RecusalConflict extends RecusalFact {
  readonly room: RoomNo;
}

/** What is compared; names are not. */
export interface RecusalInput {
  readonly scope: Rules['recusalScope'];
  readonly staff: readonly {
    readonly staff: StaffId;
    readonly details: Pick<StaffDetails, 'major' | 'department' | 'classes'>;
  }[];
  readonly candidates: readonly {
    readonly room: RoomNo;
    readonly person: Pick<Person, 'major' | 'className' | 'school'>;
  }[];
}

/**
 * The rooms that each must keep away from (R05), one reason for each room, the nearest one: who leads a class keeps away
 * from it, who teaches a major from its candidates, in every scope. By the scope 'department' (C17) everybody keeps away
 * from the majors of his whole department too: a roster names no department, so those are the majors that its members are
 * listed with, and a candidate whose school is given as that department. Who has no conflict is left out.
 */
export function recusalConflicts({
  scope,
  staff,
  candidates,
}: RecusalInput): Readonly<Record<StaffId, readonly RecusalConflict[]>> {
  const rooms = wordsByRoom(candidates);
  const found: Record<StaffId, readonly RecusalConflict[]> = {};
  for (const { staff: id, details } of staff) {
    const reasons = [
      ...wordsOf(details.classes).map((word) => ({ kind: 'class', word, among: 'classes' }) as const),
      ...wordsOf(details.major).map((word) => ({ kind: 'major', word, among: 'majors' }) as const),
      ...(scope === 'department' ? departmentReasons(details.department, staff) : []),
    ];
    const conflicts = rooms.flatMap(({ room, ...words }): readonly RecusalConflict[] => {
      const reason = reasons.find(({ word, among }) => words[among].has(keyOf(word)));
      return reason === undefined ? [] : [{ room, kind: reason.kind, word: reason.word }];
    });
    if (conflicts.length > 0) found[id] = conflicts;
  }
  return found;
}

interface RoomWords {
  readonly room: RoomNo;
  readonly classes: ReadonlySet<string>;
  readonly majors: ReadonlySet<string>;
  readonly schools: ReadonlySet<string>;
}

function wordsByRoom(candidates: RecusalInput['candidates']): readonly RoomWords[] {
  const rooms = new Map<RoomNo, { classes: Set<string>; majors: Set<string>; schools: Set<string> }>();
  for (const { room, person } of candidates) {
    const words = rooms.get(room) ?? { classes: new Set(), majors: new Set(), schools: new Set() };
    rooms.set(room, words);
    words.classes.add(keyOf(person.className));
    words.majors.add(keyOf(person.major));
    words.schools.add(keyOf(person.school));
  }
  return [...rooms].map(([room, words]) => ({ room, ...words })).sort((a, b) => (a.room < b.room ? -1 : 1));
}

interface Reason extends RecusalFact {
  readonly among: 'classes' | 'majors' | 'schools';
}

function departmentReasons(department: string, staff: RecusalInput['staff']): readonly Reason[] {
  const own = keyOf(department);
  if (own === '') return [];
  const majors = staff
    .filter(({ details }) => keyOf(details.department) === own)
    .flatMap(({ details }) => wordsOf(details.major));
  return [
    ...majors.map((word): Reason => ({ kind: 'department', word, among: 'majors' })),
    { kind: 'department', word: department.trim(), among: 'schools' },
  ];
}

/** "软件2301、软件2302" as typed into one cell. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[、，,;；/\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Written wide, narrow, in capitals, with blanks or with 班 and 专业 at the end, a class or a major is the same one. */
function keyOf(text: string): string {
  return comparisonKey(toHalfWidth(text))
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .replace(/(.)(班级|班|专业)$/u, '$1');
}
