import { attendanceOf, isPresent } from './attendance.ts';
import type { DecideContext, MarkAbsent } from './commands.ts';
import { findPeople, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState } from './state.ts';

/** 缺考登记 (R35, D11): from the cut-off on, by name, of people who are not in; one event a person, by seat. */
export function decideMarkAbsent(state: DayState, command: MarkAbsent, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { timeline, paper, when } = place.value;
  if (when < timeline.entryClosesAt) return refuse('absence-not-open', 'R35', { closesAt: timeline.entryClosesAt });
  if (command.candidates.length === 0) return refuse('nobody-named', 'D11');
  const people = findPeople(place.value, command.candidates);
  if (!people.ok) return people;
  for (const person of people.value) {
    const attendance = attendanceOf(person, paper);
    const figures = { at: attendance.occurredAt ?? 0, seat: person.seat };
    if (isPresent(attendance)) return refuse('already-checked-in', 'D5', figures);
    if (attendance.status === 'absent') return refuse('already-absent', 'D11', figures);
  }
  return accept(
    ...people.value.map(({ candidate }) => ({
      type: 'CandidateMarkedAbsent' as const,
      data: { candidate },
      room: command.room,
      paper,
      occurredAt: when,
    })),
  );
}
