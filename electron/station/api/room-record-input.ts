import { attendanceOf, countRoom, expectedIn, isEntryAct, isPresent } from '../../../shared/domain/attendance.ts';
import { isRecordedAfter } from '../../../shared/domain/chain-order.ts';
import { collectionOf, hasCollectionDrifted, openRegistrables } from '../../../shared/domain/collection.ts';
import { withRatifiedTimes } from '../../../shared/domain/doubtful-time.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import type { CollectionEntry, Confirmation, EntryAct, RoomState, ViolationAct } from '../../../shared/domain/state.ts';
import { leaveOf, submissionOf } from '../../../shared/domain/submission.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type {
  RecordNote,
  RecordPerson,
  RecordRefusal,
  RecordSubmissions,
  RecordViolation,
  RoomRecordInput,
} from '../../../shared/documents/room-record-input.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { recordedCourse } from './record-course.ts';
import {
  confirmationTime,
  personCalled,
  personOf,
  type RecordedRoom,
  recordNumber,
  recordersOf,
  subjectOf,
} from './record-parts.ts';
import { recordedReplacements } from './record-staff.ts';
import { openText } from './records.ts';

/** What 考场情况记录单 of a room's paper is made of, in clear: the folded state alone, never the present instant. */
export function roomRecordInput(day: OpenDay, recorded: RecordedRoom, paper: PaperId): RoomRecordInput {
  const { info, timeline } = recorded;
  const room = withRatifiedTimes(asCollected(recorded.room, paper));
  const times = timeline.papers[paper];
  const signals = room.signals[paper];
  const people = expectedIn(room, paper).map((candidate) => {
    const attendance = attendanceOf(candidate, paper);
    return { candidate, person: personOf(day, candidate), ...attendance };
  });
  const confirmedTime = (given: Confirmation | undefined) =>
    given === undefined ? null : confirmationTime(day, room, given);
  const violations = allViolations(room, paper).filter((act) => !act.isUndone);
  const violationsOf = (measure: ViolationAct['measure']) =>
    violations.filter((act) => act.measure === measure).map((act) => violationOf(day, room, act));
  const collected = collectionOf(room, paper);
  return {
    ...subjectOf(day, recorded, paper),
    edition: info.rules.edition,
    levels: people.map(({ candidate }) => candidate.level),
    adjusted: { startsAt: times.startsAt, endsAt: times.endsAt },
    actualStart: confirmedTime(signals.start ?? room.confirmed[`${paper}:start`]),
    actualEnd: confirmedTime(signals.end ?? room.confirmed[`${paper}:end`]),
    ...recordedCourse(day, { ...recorded, room }, paper),
    replacements: recordedReplacements(day, { room }, paper),
    counts: countRoom(room, paper),
    absent: people.flatMap(({ status, candidate, person, act, refusal }) => {
      if (status !== 'absent' || act === null) return [];
      const out = cancellationOf(room, candidate.candidate);
      const isCancelled = out !== null && out.occurredAt <= act.occurredAt;
      return [{ person, time: act, refused: refusal, isCancelled }];
    }),
    late: people.flatMap(({ status, person, act, lateMinutes }) =>
      status === 'late' && act !== null ? [{ person, time: act, lateMinutes }] : [],
    ),
    refused: refusalsIn(day, room, paper),
    violations: violationsOf('recorded'),
    warnings: violationsOf('warned'),
    unregistered: openRegistrables(room, paper).map(({ candidate, act, isOvertaken }) => ({
      person: personOf(day, candidate),
      time: act,
      code: act.kind === 'violation' ? act.code : null,
      isOvertaken,
    })),
    notes: notesIn(day, room, paper),
    submissions: submissionsIn(day, room, { paper, times, collected }),
    collection:
      collected === null
        ? null
        : {
            time: collected,
            isConfirmedByTechnician: collected.said.isConfirmedByTechnician,
            hasDrifted: hasCollectionDrifted(room, paper),
          },
  };
}

/** Those on the list and those on no list here, each refusal that stands. */
function refusalsIn(day: OpenDay, room: RoomState, paper: PaperId): readonly RecordRefusal[] {
  const stands = (act: EntryAct) => act.kind === 'refused' && !act.isUndone && act.paper === paper;
  const named = Object.values(room.candidates).flatMap((candidate) => {
    const { act: entry } = attendanceOf(candidate, paper);
    const admitted = entry?.kind === 'checked-in' ? entry : null;
    const person = personOf(day, candidate);
    return candidate.acts[paper]
      .filter(isEntryAct)
      .filter(stands)
      .map((act) => refusalOf(day, act, { person, admitted }));
  });
  const strangers = room.strangers.filter(stands).map((act) => refusalOf(day, act, { person: null, admitted: null }));
  return [...named, ...strangers];
}

/** The state keeps neither the ticket nor the note of a refusal: they are read from its event. */
function refusalOf(
  day: OpenDay,
  act: EntryAct,
  { person, admitted }: { readonly person: RecordPerson | null; readonly admitted: EntryAct | null },
): RecordRefusal {
  const event = day.findEvent(act.event);
  const { ticket, note } = event?.type === 'EntryRefused' ? event.data : { ticket: null, note: null };
  return {
    person: person ?? { seat: null, name: '', ticket: openText(day, PLACES.refusedTicket, ticket) },
    time: act,
    reason: act.refusal ?? 'other',
    note: openText(day, PLACES.refusalNote, note),
    admitted,
  };
}

export function violationOf(day: OpenDay, room: RoomState, act: ViolationAct): RecordViolation {
  return {
    number: recordNumber(day, act.event),
    person: personCalled(day, room, act.candidate),
    time: act,
    code: act.code,
    discovery: act.discovery,
    facts: openText(day, PLACES.violationFacts, act.facts),
    held: openText(day, PLACES.violationHeld, act.held),
    isTicketHeld: act.isTicketHeld,
    by: recordersOf(day, act.event),
  };
}

function notesIn(day: OpenDay, room: RoomState, paper: PaperId): readonly RecordNote[] {
  return room.notes
    .filter((note) => note.paper === paper && !note.isUndone)
    .map((note) => ({
      kind: note.kind,
      person: note.candidate === null ? null : personCalled(day, room, note.candidate),
      time: note,
      text: openText(day, PLACES.noteText, note.text),
      by: recordersOf(day, note.event)[0] ?? '',
    }));
}

interface Submitting {
  readonly paper: PaperId;
  readonly times: PaperTimeline;
  readonly collected: CollectionEntry | null;
}

function submissionsIn(day: OpenDay, room: RoomState, { paper, times, collected }: Submitting): RecordSubmissions {
  const present = expectedIn(room, paper)
    .filter((candidate) => isPresent(attendanceOf(candidate, paper)))
    .map((candidate) => ({
      candidate,
      person: personOf(day, candidate),
      submission: submissionOf(candidate, paper),
      leave: leaveOf(candidate, paper),
    }));
  // Who was named at 收卷 and has submitted since (补录) is named no more.
  const named = (collected?.said.notSubmitted ?? []).flatMap(({ candidate, why }) => {
    const one = present.find((each) => each.candidate.candidate === (room.aliases[candidate] ?? candidate));
    return one === undefined || one.submission !== null ? [] : [{ one, why }];
  });
  const recorded = present.filter(({ submission }) => submission !== null).length;
  return {
    submitted: collected === null ? recorded : present.length - named.length,
    early: present.flatMap(({ candidate, person, submission, leave }) =>
      leave === null || leave.occurredAt >= timelineOfSeat(times, candidate.seat).endsAt
        ? []
        : [{ person, submitted: submission, left: leave, confirmedBy: leave.confirmedBy }],
    ),
    forced: present.flatMap(({ person, submission }) =>
      submission?.how === 'full-screen-left' ? [{ person, time: submission }] : [],
    ),
    notSubmitted: named.map(({ one, why }) => ({
      person: one.person,
      why: openText(day, PLACES.notSubmittedWhy, why),
    })),
  };
}

/** The room as 收卷 left it, as far as the clock goes: a 核实 that the chief gives in the evening undoes no signatures. */
export function asCollected(room: RoomState, paper: PaperId): RoomState {
  const collected = collectionOf(room, paper);
  if (collected === null) return room;
  const clockActs = room.course.clockActs.filter((act) => !isRecordedAfter(act, collected));
  return { ...room, course: { ...room.course, clockActs } };
}
