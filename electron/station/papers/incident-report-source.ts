import type { Answer } from '../../../shared/contract/call.ts';
import { attendanceOf, isPresent } from '../../../shared/domain/attendance.ts';
import { withRatifiedTimes } from '../../../shared/domain/doubtful-time.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import type { NoteEntry, RoomState } from '../../../shared/domain/state.ts';
import { leaveOf } from '../../../shared/domain/submission.ts';
import { buildIncidentReportContent } from '../../../shared/documents/incident-report.ts';
import type { IncidentReportContent } from '../../../shared/documents/incident-report-view.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import { recordedCourse } from '../api/record-course.ts';
import { type RecordedRoom, recordNumber, recordersOf, subjectOf } from '../api/record-parts.ts';
import { openText } from '../api/records.ts';
import { asCollected } from '../api/room-record-input.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { personThen } from './violation-notice-source.ts';

/** 突发事件报告 of a noted incident that stands. */
export function incidentReport(
  day: OpenDay,
  recorded: RecordedRoom,
  { paper, about }: Pick<SignedPaperRef, 'paper' | 'about'>,
): Answer<IncidentReportContent> {
  const { timeline } = recorded;
  const room = withRatifiedTimes(asCollected(recorded.room, paper));
  const notes = room.notes.filter((note) => note.paper === paper && !note.isUndone);
  const wanted = about === null ? null : eventKey(about);
  const incident = notes.find(({ event, kind }) => kind === 'incident' && eventKey(event) === wanted);
  if (incident === undefined) return fail('paper-subject-gone', 'SE5');
  const times = timeline.papers[paper];
  const { adjustments, seatChanges } = recordedCourse(day, { ...recorded, room }, paper);
  return ok(
    buildIncidentReportContent({
      ...subjectOf(day, recorded, paper),
      adjusted: { startsAt: times.startsAt, endsAt: times.endsAt },
      number: recordNumber(day, incident.event),
      incident: noteOf(day, room, incident),
      adjustments,
      seatChanges,
      notes: notes.map((note) => ({ ...noteOf(day, room, note), number: recordNumber(day, note.event) })),
      inRoom: countInRoom(room, paper, incident.occurredAt),
    }),
  );
}

function noteOf(day: OpenDay, room: RoomState, note: NoteEntry) {
  const { candidate, event, at, kind } = note;
  return {
    kind,
    person: candidate === null ? null : personThen(day, room, { candidate, event, at }),
    time: note,
    text: openText(day, PLACES.noteText, note.text),
    by: recordersOf(day, event)[0] ?? '',
  };
}

/** Whoever had come in by then and had not left. */
function countInRoom(room: RoomState, paper: PaperId, at: number): number {
  return Object.values(room.candidates).filter((candidate) => {
    const attendance = attendanceOf(candidate, paper);
    const left = leaveOf(candidate, paper);
    const cameBy = attendance.act !== null && attendance.act.occurredAt <= at;
    return isPresent(attendance) && cameBy && (left === null || left.occurredAt > at);
  }).length;
}
