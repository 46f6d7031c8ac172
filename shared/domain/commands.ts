import type { CandidateId, CommandId, DocumentId, PaperId, RoomNo, SeatNo, StaffId } from '../ids.ts';
import type {
  Binding,
  DocumentKind,
  EntryChecks,
  EntryRefusalReason,
  EventData,
  IdentifiedBy,
  NoteKind,
  Role,
  SubmissionHow,
  ViolationDiscovery,
} from './events.ts';
import type { CheckCodeCommand, CheckCodeRefusalCode } from './check-code-commands.ts';
import type { CheckCommand, CheckRefusalCode } from './checks-commands.ts';
import type { CourseCommand, CourseRefusalCode } from './course-commands.ts';
import type { Approval, Despite } from './course-events.ts';
import type { KeyCommand, KeyRefusalCode } from './key-commands.ts';
import type { DrawLots, LotRefusalCode } from './lots-commands.ts';
import type { PackageCommand, PackageRefusalCode } from './package-commands.ts';
import type { PeopleCommand, PeopleRefusalCode } from './people-commands.ts';
import type { RuleAnswers } from './rule-sets/resolve.ts';
import type { Edition } from './rules.ts';
import type { EventRef, SealedBox, PrintedHead } from './schema-parts.ts';
import type { RecusalFact } from './recusal.ts';
import type { CorrectionRefusalCode, OpenCorrection } from './decide-correction.ts';
import type { FileScan, ScanRefusalCode } from './decide-scan.ts';
import type { ChooseCompanionSeal, CompanionRefusalCode } from './companion-seal.ts';
import type { SealCommand, SealRefusalCode } from './seal-commands.ts';
import type { StaffCommand, StaffDescription, StaffRefusalCode } from './staff-commands.ts';
import type { MilestoneId, SignalKind } from './timeline-types.ts';

/** What the person at the screen wants, personal texts already sealed by the api layer. */
export type Command =
  | MakeDay
  | EnlistStaff
  | ImportRoster
  | GiveSignal
  | ConfirmMilestone
  | CheckIn
  | RefuseEntry
  | Undo
  | IssuePaper
  | IssueSitePapers
  | MarkAbsent
  | RecordSubmission
  | RecordLeave
  | RecordViolation
  | TakeNote
  | RegisterInExamSystem
  | CollectPaper
  | SealCommand
  | ChooseCompanionSeal
  | OpenCorrection
  | FileScan
  | HandOutSheet
  | FilePhotos
  | CheckCodeCommand
  | CourseCommand
  | KeyCommand
  | StaffCommand
  | PackageCommand
  | CheckCommand
  | DrawLots
  | PeopleCommand;

export interface MakeDay {
  readonly type: 'makeDay';
  readonly title: string;
  readonly site: string;
  readonly plan: string;
  readonly date: string;
  readonly edition: Edition;
  readonly answers: RuleAnswers;
  readonly chief: { readonly staff: StaffId; readonly person: SealedBox; readonly pin: SealedBox };
}

export interface EnlistStaff {
  readonly type: 'enlistStaff';
  readonly staff: StaffId;
  readonly role: Role;
  /** Null for who works everywhere, and for an invigilator who waits for his room. */
  readonly room: RoomNo | null;
  readonly person: SealedBox;
  readonly pin: SealedBox;
  /** Left out in the set-up of a room, which asks for a name and a PIN alone. */
  readonly described?: StaffDescription;
  /** Why he must keep away from that room. */
  readonly recusal?: RecusalFact | null;
}

/** One roster row as the api layer hands it on: keyed hashes and a sealed person. */
export interface RosterEntry {
  readonly candidate: CandidateId;
  readonly room: RoomNo;
  readonly seat: SeatNo;
  readonly papers: readonly PaperId[];
  readonly level: EventData<'CandidateEnrolled'>['level'];
  readonly person: SealedBox;
  readonly personHash: string;
  readonly idHash: string | null;
  readonly marks: readonly string[];
}

/** 导入名单: binds the station and enrols, in one commit. `entries` are the people this station is to hold. */
export interface ImportRoster {
  readonly type: 'importRoster';
  readonly binding: Binding;
  readonly rooms: readonly { readonly room: RoomNo; readonly place: string; readonly expected: number }[];
  readonly entries: readonly RosterEntry[];
  readonly otherRooms: Readonly<Record<string, readonly CandidateId[]>>;
  readonly summary: EventData<'RosterImported'>;
}

export interface GiveSignal {
  readonly type: 'giveSignal';
  readonly signal: SignalKind;
  readonly paper: PaperId;
}

export interface ConfirmMilestone {
  readonly type: 'confirmMilestone';
  readonly milestone: MilestoneId;
}

export interface CheckIn {
  readonly type: 'checkIn';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  readonly found: EventData<'CandidateCheckedIn'>['found'];
  readonly checks: EntryChecks;
  /** What stands against it and was asked; empty where nothing was. */
  readonly despite: readonly Despite[];
  /** The chief's, where something stands against it. */
  readonly approval: Approval | null;
}

export interface RefuseEntry {
  readonly type: 'refuseEntry';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId | null;
  readonly ticket: SealedBox | null;
  readonly reason: EntryRefusalReason;
  readonly note: SealedBox | null;
}

/** Takes back the act that the screen showed. */
export interface Undo {
  readonly type: 'undo';
  readonly target: EventRef;
}

export interface IssuePaper {
  readonly type: 'issuePaper';
  readonly document: DocumentId;
  readonly kind: DocumentKind;
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly pages: number;
  readonly viewDigest: string;
  readonly heads: readonly PrintedHead[];
  /** Which record it is about, where a room has several papers of the kind. */
  readonly about?: EventRef | null;
}

/** One paper of each room, drawn into one file: the exam office alone (rooms often have no printer). */
export interface IssueSitePapers {
  readonly type: 'issueSitePapers';
  readonly papers: readonly Omit<IssuePaper, 'type'>[];
}

/** 缺考登记 of those who were shown by name. */
export interface MarkAbsent {
  readonly type: 'markAbsent';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidates: readonly CandidateId[];
}

export interface RecordSubmission {
  readonly type: 'recordSubmission';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  readonly how: SubmissionHow;
}

export interface RecordLeave {
  readonly type: 'recordLeave';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  /** R32: the technician has seen the submission in the exam system. */
  readonly isConfirmedByTechnician: boolean;
  readonly technician: StaffId | null;
}

/** 违纪登记 by two invigilators (actor and second), or 口头警告 by one. */
export interface RecordViolation {
  readonly type: 'recordViolation';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  readonly code: string;
  readonly measure: EventData<'ViolationRecorded'>['measure'];
  readonly discovery: ViolationDiscovery;
  readonly facts: SealedBox | null;
  readonly held: SealedBox | null;
  readonly isTicketHeld: boolean;
}

export interface TakeNote {
  readonly type: 'takeNote';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId | null;
  readonly kind: NoteKind;
  readonly text: SealedBox;
}

/** 已在监考管理系统登记, for any number of absences and violations of one paper. */
export interface RegisterInExamSystem {
  readonly type: 'registerInExamSystem';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly targets: readonly EventRef[];
}

/** 收卷. Everybody present who has not submitted by then counts as submitted at the end, but those named here. */
export interface CollectPaper {
  readonly type: 'collectPaper';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly notSubmitted: readonly { readonly candidate: CandidateId; readonly why: SealedBox }[];
  /** R33: the technician has confirmed that all have submitted. */
  readonly isConfirmedByTechnician: boolean;
}

export interface HandOutSheet {
  readonly type: 'handOutSheet';
  readonly room: RoomNo;
  readonly paper: PaperId;
}

/** 导入照片: photos that were read, made small, sealed and stored before. */
export interface FilePhotos {
  readonly type: 'filePhotos';
  readonly photos: readonly EventData<'CandidatePhotoFiled'>[];
  readonly summary: EventData<'PhotosImported'>;
}

/** Who asks, when, and on what: everything `decide` needs that is neither state nor command. */
export interface DecideContext {
  readonly command: CommandId;
  /** Guarded now, UTC ms, taken when the request arrived. */
  readonly nowMs: number;
  readonly actor: StaffId | null;
  /** How the station made sure of him; null where there is none. */
  readonly actorBy: IdentifiedBy | null;
  readonly second: StaffId | null;
  /** The same of the second person: null where he has not confirmed this very act. */
  readonly secondBy: IdentifiedBy | null;
  /** How the station made sure of the chief's approval that the command carries; null where it could not. */
  readonly approvedBy: IdentifiedBy | 'code' | null;
  /** When it happened, if earlier than now (补录); null = now. */
  readonly occurredAt: number | null;
  /** The sealed reason of a 补录 or a late undo. */
  readonly reason: SealedBox | null;
  readonly binding: Binding | null;
  /** Real time since the target of an undo was recorded; null when not known any more (after a restart). */
  readonly undoAgeMs: number | null;
}

/** Why a command was not carried out: a value, with the rule it rests on and its figures. The words are in renderer/text. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Rule id of the manual ('R28') or of SPEC.md ('D3'). */
  readonly rule: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | CheckCodeRefusalCode
  | CompanionRefusalCode
  | CourseRefusalCode
  | KeyRefusalCode
  | StaffRefusalCode
  | PackageRefusalCode
  | CheckRefusalCode
  | LotRefusalCode
  | PeopleRefusalCode
  | 'day-already-made'
  | 'no-day'
  | 'rules-incomplete'
  | 'actor-unknown'
  | 'role-not-allowed'
  | 'second-person-missing'
  | 'second-person-same'
  | 'second-person-not-in-room'
  | 'reason-missing'
  | 'occurred-in-future'
  | 'station-not-bound'
  | 'station-bound-otherwise'
  | 'room-not-here'
  | 'roster-empty'
  | 'staff-already-enlisted'
  | 'invigilators-complete'
  | 'candidate-unknown'
  | 'candidate-withdrawn'
  | 'paper-not-taken'
  | 'documents-missing'
  | 'already-checked-in'
  | 'already-refused'
  | 'entry-not-open'
  | 'entry-closed'
  | 'entry-not-refusable'
  | 'signal-already-given'
  | 'signal-too-early'
  | 'milestone-unknown'
  | 'milestone-too-early'
  | 'milestone-already-confirmed'
  | 'milestone-by-act'
  | 'absence-not-open'
  | 'nobody-named'
  | 'already-absent'
  | 'not-present'
  | 'submission-not-open'
  | 'forced-submission-not-in-rules'
  | 'already-submitted'
  | 'not-submitted'
  | 'already-left'
  | 'leave-not-open'
  | 'technician-not-confirmed'
  | 'violation-code-unknown'
  | 'facts-missing'
  | 'two-invigilators-needed'
  | 'not-registrable'
  | 'already-registered'
  | 'collection-too-early'
  | 'absences-open'
  | 'already-collected'
  | 'not-collected'
  | 'approval-stale'
  | SealRefusalCode
  | CorrectionRefusalCode
  | ScanRefusalCode
  | 'already-handed-out'
  | 'office-only'
  | 'undo-target-unknown'
  | 'undo-not-own-act'
  | 'undo-too-late'
  | 'undo-already-done'
  | 'undo-has-dependants'
  | 'undo-not-possible';
