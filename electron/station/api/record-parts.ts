import { recordNumberOf } from '../../../shared/domain/record-number.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import { isTimeDoubtful } from '../../../shared/domain/doubtful-time.ts';
import type { CandidateState, Confirmation, DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperSubject } from '../../../shared/documents/paper-subject.ts';
import type { RecordPerson, RecordTime } from '../../../shared/documents/room-record-input.ts';
import { withoutPin } from '../../../shared/documents/words.ts';
import type { IdentifiedBy } from '../../../shared/domain/events.ts';
import type { CandidateId, PaperId, StaffId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';

/** A room whose day is made. */
export interface RecordedRoom {
  readonly room: RoomState;
  readonly info: DayInfo;
  readonly timeline: Timeline;
}

/** Of which room's 科目 a paper is. */
export function subjectOf(day: OpenDay, { room, info, timeline }: RecordedRoom, paper: PaperId): PaperSubject {
  const { plannedStartsAt, plannedEndsAt } = timeline.papers[paper];
  return {
    site: info.site,
    exam: info.title,
    plan: info.plan,
    date: info.date,
    roomNo: room.room,
    place: room.place,
    paper,
    kind: day.journal.genesis.kind,
    planned: { startsAt: plannedStartsAt, endsAt: plannedEndsAt },
  };
}

/** A person of the list as the record names him. */
export function personOf(day: OpenDay, { candidate, seat }: CandidateState): RecordPerson {
  const person = day.candidates.find(candidate);
  return { seat, name: person?.name ?? '?', ticket: person?.ticket ?? '?' };
}

/** The same by id, '?' where the room does not know the id. */
export function personCalled(day: OpenDay, room: RoomState, candidate: CandidateId): RecordPerson {
  const known = room.candidates[room.aliases[candidate] ?? candidate];
  return known === undefined ? { seat: null, name: '?', ticket: '?' } : personOf(day, known);
}

/** When something confirmed happened. The state keeps it without its doubt: that is read from its event. */
export function confirmationTime(day: OpenDay, room: RoomState, { event, at, occurredAt }: Confirmation): RecordTime {
  const timeInDoubt = day.findEvent(event)?.timeInDoubt ?? false;
  return { at, occurredAt, timeInDoubt: isTimeDoubtful(room, { event, timeInDoubt }) };
}

/** Who recorded it: the acting person and the second one, by name; who went on without his PIN is said to have (PP4). */
export function recordersOf(day: OpenDay, ref: EventRef): readonly string[] {
  const event = day.findEvent(ref);
  if (event === undefined) return [];
  const { actor, actorBy, second, secondBy } = event;
  return [recorder(day, actor, actorBy), recorder(day, second, secondBy)].flatMap((one) => one ?? []);
}

function recorder(day: OpenDay, staff: StaffId | null, by: IdentifiedBy | null): string | null {
  if (staff === null) return null;
  return by === 'name' ? withoutPin(day.staffName(staff)) : day.staffName(staff);
}

/** A record as it is named on paper, "A#233". */
export function recordNumber(day: OpenDay, event: EventRef): string {
  return recordNumberOf(day.state.site.stations[event.station]?.label ?? '?', event);
}
