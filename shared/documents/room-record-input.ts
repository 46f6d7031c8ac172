import type { EntryRefusalReason, NoteKind, ViolationDiscovery } from '../domain/events.ts';
import type { Edition } from '../domain/rules.ts';
import type { Level, SeatNo } from '../ids.ts';
import type { PaperSubject } from './paper-subject.ts';
import type {
  RecordAdjustment,
  RecordApproval,
  RecordCancellation,
  RecordSeatChange,
  RecordClockAct,
  RecordExemption,
  RecordSeatEnd,
  RecordSeating,
} from './record-course.ts';

/** A person as the record names him; `seat` null and empty texts for somebody who is on no list. */
export interface RecordPerson {
  readonly seat: SeatNo | null;
  readonly name: string;
  readonly ticket: string;
}

/** When something happened and when it was recorded, UTC ms: every act of the state can be given as it is. */
export interface RecordTime {
  readonly occurredAt: number;
  readonly at: number;
  readonly timeInDoubt: boolean;
}

export interface RecordAbsence {
  readonly person: RecordPerson;
  readonly time: RecordTime;
  /** The refusal of entry that stands, if there was one. */
  readonly refused: RecordTime | null;
  /** 取消考试资格 was said before he was marked absent: he may have been here. */
  readonly isCancelled: boolean;
}

export interface RecordLate {
  readonly person: RecordPerson;
  readonly time: RecordTime;
  readonly lateMinutes: number;
}

/** 拒绝入场, whatever became of the person later. */
export interface RecordRefusal {
  /** The entry that stands, of somebody who was let in after all. */
  readonly admitted: RecordTime | null;
  readonly person: RecordPerson;
  readonly time: RecordTime;
  readonly reason: EntryRefusalReason;
  /** What was noted; '' for nothing. */
  readonly note: string;
}

/** 违纪 or 口头警告. */
export interface RecordViolation {
  /** Record number: its event's place in the journal, "A#233". */
  readonly number: string;
  readonly person: RecordPerson;
  readonly time: RecordTime;
  /** A code of `violations.ts`. */
  readonly code: string;
  readonly discovery: ViolationDiscovery;
  /** '' for a warning without a word. */
  readonly facts: string;
  /** 暂扣物品; '' for none. */
  readonly held: string;
  readonly isTicketHeld: boolean;
  /** Names of who recorded it. */
  readonly by: readonly string[];
}

/** 更换监考员, by names. */
export interface RecordReplacement {
  readonly time: RecordTime;
  readonly leaves: string;
  readonly comes: string;
  /** The chief's opinion. */
  readonly opinion: string;
  readonly approval: RecordApproval;
  /** Names of who recorded it. */
  readonly by: readonly string[];
}

/** 记一笔. */
export interface RecordNote {
  readonly kind: NoteKind;
  /** Null = the room. */
  readonly person: RecordPerson | null;
  readonly time: RecordTime;
  readonly text: string;
  /** Name of who noted it. */
  readonly by: string;
}

/** 交卷情况: only what is out of the ordinary is listed. */
export interface RecordSubmissions {
  /** 已交卷, the forced and the early ones among them; after 收卷 everybody present who is not named. */
  readonly submitted: number;
  /** Who left before the end, in order of seat. */
  readonly early: readonly {
    readonly person: RecordPerson;
    /** Null where no submission was recorded. */
    readonly submitted: RecordTime | null;
    readonly left: RecordTime;
    readonly confirmedBy: 'invigilator' | 'invigilator-and-technician';
  }[];
  /** R40: submitted by the exam system when full screen was left. */
  readonly forced: readonly { readonly person: RecordPerson; readonly time: RecordTime }[];
  /** Named at 收卷. */
  readonly notSubmitted: readonly { readonly person: RecordPerson; readonly why: string }[];
}

/** 收卷 that stands. */
export interface RecordCollection {
  readonly time: RecordTime;
  /** R33: the technician has confirmed that all have submitted. */
  readonly isConfirmedByTechnician: boolean;
  /** The counts have changed since (`hasCollectionDrifted`). */
  readonly hasDrifted: boolean;
}

/**
 * What one record is made of: one room, one paper. Instants are UTC ms; names and texts in clear. Lists are taken as
 * they are, except that what is about people is put in order of seat, then of time.
 */
export interface RoomRecordInput extends PaperSubject {
  readonly edition: Edition;
  /** One of each person expected, in any order. */
  readonly levels: readonly Level[];
  /** `planned` as delays and extensions left it. */
  readonly adjusted: { readonly startsAt: number; readonly endsAt: number };
  /** Confirmed start and end of the room; null while nobody has confirmed them. */
  readonly actualStart: RecordTime | null;
  readonly actualEnd: RecordTime | null;
  /** Seats that end after the room, earliest first. */
  readonly seatEnds: readonly RecordSeatEnd[];
  readonly adjustments: readonly RecordAdjustment[];
  /** 连场 as it was chosen, in the order in which it was recorded; the last one counts. */
  readonly seatings: readonly RecordSeating[];
  /** 更换监考员 up to 收卷, in the order in which it was recorded. */
  readonly replacements: readonly RecordReplacement[];
  /** Up to 收卷: what is done to the clock later changes nothing that was signed. */
  readonly clockActs: readonly RecordClockAct[];
  /** As `countRoom` counts them; 应到 = 实到 + 缺考 + 未到 and 迟到 ⊂ 实到, else the builder throws. */
  readonly counts: {
    readonly expected: number;
    readonly present: number;
    readonly late: number;
    readonly absent: number;
    /** Neither in nor marked absent; 0 once collected. */
    readonly notYet: number;
    /** 名单外, counted apart. */
    readonly unlisted: number;
  };
  readonly absent: readonly RecordAbsence[];
  readonly late: readonly RecordLate[];
  readonly refused: readonly RecordRefusal[];
  readonly violations: readonly RecordViolation[];
  readonly warnings: readonly RecordViolation[];
  readonly cancellations: readonly RecordCancellation[];
  readonly seatChanges: readonly RecordSeatChange[];
  readonly exemptions: readonly RecordExemption[];
  /** Absences and violations that do not stand in 监考管理系统; `code` null for an absence. */
  readonly unregistered: readonly {
    readonly person: RecordPerson;
    readonly time: RecordTime;
    readonly code: string | null;
    /** The other way round: it stands there and holds here no more. */
    readonly isOvertaken: boolean;
  }[];
  readonly notes: readonly RecordNote[];
  readonly submissions: RecordSubmissions;
  /** Null before 收卷. */
  readonly collection: RecordCollection | null;
}
