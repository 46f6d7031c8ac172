import { as } from '../ids.ts';
import type { CandidateId, DocumentId, Level, PaperId, RoomNo, SeatNo, StaffId, StationId } from '../ids.ts';
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
import { type ChecksState, EMPTY_CHECKS } from './checks-state.ts';
import { type CourseState, EMPTY_COURSE } from './course-state.ts';
import { type ApprovalState, NO_APPROVALS } from './approval-state.ts';
import { EMPTY_KEYS, type KeyState } from './key-state.ts';
import { type ApprovalCodeEntry, EMPTY_PACKAGES, type PackageState } from './package-state.ts';
import type { LotDraw } from './lots-state.ts';
import type { SheetMaker } from './official-sheet-events.ts';
import type { CompanionAlg } from './companion-seal.ts';
import type { DayRules } from './rules.ts';
import type { EventRef, SealedBox, PrintedHead } from './schema-parts.ts';
import type { SignerRole } from './signed-papers.ts';
import type { StaffPost, StaffReplacement } from './staff-state.ts';
import type { EntryVerdict, MilestoneId, SignalKind, Timeline } from './timeline-types.ts';

/** 考核日 as all events so far make it. */
export interface DayState {
  readonly site: SiteState;
  readonly rooms: Readonly<Record<RoomNo, RoomState>>;
}

/** What concerns the whole site. */
export interface SiteState {
  readonly day: DayInfo | null;
  readonly stations: Readonly<Record<StationId, StationInfo>>;
  /** Chains that were opened behind a head known from elsewhere, in merged order. */
  readonly reopenings: readonly Reopening[];
  readonly staff: Readonly<Record<StaffId, StaffInfo>>;
  /** 更换监考员, in merged order. */
  readonly replacements: readonly StaffReplacement[];
  /** 值班电话, a sealed list of DutyPhone; null while nobody has entered any. */
  readonly dutyPhones: SealedBox | null;
  readonly keys: KeyState;
  readonly packages: PackageState;
  /** 电话批准码 that each room can check. */
  readonly approvalCodes: Readonly<Record<RoomNo, readonly ApprovalCodeEntry[]>>;
  /** Ticket → room of people whose enrolment this station does not hold, by candidate id. */
  readonly otherRooms: Readonly<Record<CandidateId, RoomNo>>;
  readonly rosterImports: number;
  /** Batches of 导入照片, in merged order. */
  readonly photoImports: readonly EventData<'PhotosImported'>[];
  /** A second DayMade: the first in merged order stands. */
  readonly rivalDays: readonly EventRef[];
  /** A room that no one sits in: what was told to every room (rules, signals, delays), the plan that the office goes by. */
  readonly common: RoomState;
  readonly settled: Settled;
  /** 抽签, in merged order: the last one stands. */
  readonly lots: readonly LotDraw[];
  /** 考前检查 of what is no room's own. */
  readonly checks: ChecksState;
  /** By fingerprint. */
  readonly sealCertificates: Readonly<Record<string, SealCertificate>>;
  /** 国密: what sealed papers are signed with a second time. */
  readonly companionSeal: CompanionAlg | null;
}

/** Anomaly key → the event that settled it. */
export type Settled = Readonly<Record<string, EventRef>>;

export interface DayInfo {
  readonly title: string;
  readonly site: string;
  readonly plan: string;
  readonly date: string;
  readonly rules: DayRules;
}

/** A new epoch, and the last place that was known of the chain before it; its journal may not have held it any more. */
export interface Reopening {
  readonly event: EventRef;
  readonly label: string;
  readonly previous: EventRef;
}

export interface StationInfo {
  readonly station: StationId;
  readonly label: string;
  readonly publicKey: string;
  readonly epoch: number;
  readonly binding: Binding | null;
}

export interface StaffInfo {
  readonly staff: StaffId;
  readonly role: Role;
  readonly room: RoomNo | null;
  readonly person: SealedBox;
  readonly pin: SealedBox;
  /** 已培训 (R06); false while nothing was said. */
  readonly isTrained: boolean;
  /** Sealed StaffDetails; null while nobody has described him. */
  readonly details: SealedBox | null;
  /** When he was replaced or removed, UTC ms: on duty nowhere since. Null for everybody else. */
  readonly leftAt: number | null;
  /** 移出名单: `leftAt` is when, and no list shows him any more. */
  readonly isRemoved: boolean;
  /** Where he has worked, in merged order. */
  readonly posts: readonly StaffPost[];
}

/** One room, complete in itself: it also folds the site's events that bear on it (day, signals). */
export interface RoomState {
  readonly room: RoomNo;
  /** 经过: what moved the minutes here, and what was settled about clock and seats. */
  readonly course: CourseState;
  readonly place: string;
  /** People the roster lists for this room; the enrolments here may be none (another room's station holds them). */
  readonly expected: number;
  readonly day: DayInfo | null;
  readonly signals: Signals;
  /** Null until the day is made. */
  readonly timeline: Timeline | null;
  readonly confirmed: Readonly<Record<MilestoneId, Confirmation>>;
  readonly candidates: Readonly<Record<CandidateId, CandidateState>>;
  /** New ticket's candidate id → the id the person was enrolled under. */
  readonly aliases: Readonly<Record<CandidateId, CandidateId>>;
  /** People turned away who are on no list here. */
  readonly strangers: readonly EntryAct[];
  readonly issued: readonly IssuedPaper[];
  /** 换座, in merged order. */
  readonly seatChanges: readonly SeatChangeEntry[];
  /** 记一笔, in merged order, undone ones included. */
  readonly notes: readonly NoteEntry[];
  /** 已登记 in the exam system: the absence's or violation's event key → who ticked it and when. */
  readonly registered: Readonly<Record<string, Confirmation>>;
  /** 收卷, in merged order, undone ones included: the last one that stands counts. */
  readonly collections: Readonly<Record<PaperId, readonly CollectionEntry[]>>;
  /** 批准: codes that are spent, and what waits for the chief. */
  readonly approved: ApprovalState;
  /** Signatures, in merged order, undone ones included. */
  readonly approvals: readonly ApprovalEntry[];
  /** 开更正单, in merged order, undone ones included. */
  readonly corrections: readonly CorrectionEntry[];
  /** Scans of papers signed by hand, in merged order. */
  readonly scans: readonly PaperScan[];
  /** 校验码 read out by this room, in merged order. */
  readonly codesGiven: readonly GivenCode[];
  /** … and noted in the exam office. */
  readonly codesNoted: readonly NotedCode[];
  /** 签到表已领取 in the exam office. */
  readonly handedOut: Readonly<Partial<Record<PaperId, Confirmation>>>;
  /** Undone event's key → the undoing event, also where the target is not known here (yet). */
  readonly undone: Readonly<Record<string, EventRef>>;
  /** Keys of undone events that were found here. */
  readonly undoTargets: Readonly<Record<string, true>>;
  /** First event of each station whose hybrid clock ran more than a minute ahead of its own time. */
  readonly clockAhead: Readonly<Record<StationId, EventRef>>;
  readonly settled: Settled;
  /** 考前检查 and 来访 of this room. */
  readonly checks: ChecksState;
  /** C27: which 签到表 is signed here; null until it was chosen. */
  readonly officialSheet: OfficialSheet | null;
}

/** The choice in force, the last one that was made; `reason` where papers had been printed before it. */
export interface OfficialSheet extends Confirmation {
  readonly which: SheetMaker;
  readonly reason: SealedBox | null;
}

export type Signals = Readonly<Record<PaperId, Readonly<Partial<Record<SignalKind, Confirmation>>>>>;

export interface Confirmation {
  readonly event: EventRef;
  readonly at: number;
  readonly occurredAt: number;
  readonly actor: StaffId | null;
  /** Null when it was given for the whole site. */
  readonly room: RoomNo | null;
}

export interface CandidateState {
  readonly candidate: CandidateId;
  readonly room: RoomNo;
  readonly seat: SeatNo;
  readonly papers: readonly PaperId[];
  readonly level: Level;
  readonly person: SealedBox;
  readonly personHash: string;
  readonly idHash: string | null;
  readonly marks: readonly string[];
  /**
   * 'flagged' = no longer in the roster but with recorded acts; 'moved-away' = enrolled in another room now;
   * 'unknown' = acts are here but no enrolment.
   */
  readonly standing: 'enrolled' | 'withdrawn' | 'flagged' | 'moved-away' | 'unknown';
  /** What was recorded of the person in each paper, in merged order, undone acts included. */
  readonly acts: Readonly<Record<PaperId, readonly CandidateAct[]>>;
  /** The latest photo; null while none was filed. */
  readonly photo: EventData<'CandidatePhotoFiled'> | null;
  /** A second enrolment of the same person that says something else; the later one stands. */
  readonly rivalEnrolments: readonly EventRef[];
}

/** One recorded act on a candidate in one paper. */
export type CandidateAct = EntryAct | AbsenceAct | SubmissionAct | LeaveAct | ViolationAct;

/** What every act has: who, when, and whether it was taken back. */
export interface ActBase {
  readonly event: EventRef;
  readonly paper: PaperId;
  readonly at: number;
  readonly occurredAt: number;
  readonly timeInDoubt: boolean;
  readonly actor: StaffId | null;
  readonly second: StaffId | null;
  readonly isUndone: boolean;
}

/** 缺考登记. */
export interface AbsenceAct extends ActBase {
  readonly kind: 'absent';
}

/** 交卷. */
export interface SubmissionAct extends ActBase {
  readonly kind: 'submitted';
  readonly how: SubmissionHow;
}

/** 离场. */
export interface LeaveAct extends ActBase {
  readonly kind: 'left';
  readonly confirmedBy: EventData<'CandidateLeft'>['confirmedBy'];
}

/** 违纪 or 口头警告; what was written stays sealed. */
export interface ViolationAct extends ActBase {
  readonly kind: 'violation';
  readonly candidate: CandidateId;
  readonly code: string;
  readonly measure: EventData<'ViolationRecorded'>['measure'];
  readonly discovery: ViolationDiscovery;
  readonly facts: SealedBox | null;
  readonly held: SealedBox | null;
  readonly isTicketHeld: boolean;
}

/** 记一笔 in one paper of a room. */
export interface NoteEntry extends ActBase {
  readonly kind: NoteKind;
  readonly candidate: CandidateId | null;
  readonly text: SealedBox;
}

/** 换座, and who approved it. */
export type SeatChangeEntry = ActBase & EventData<'SeatChanged'>;

/** 收卷 as it was said; whether the counts still hold is derived (`collection.ts`). */
export interface CollectionEntry extends ActBase {
  readonly said: EventData<'PaperCollected'>;
}

/** A signature on a paper's content. */
export interface ApprovalEntry extends ActBase {
  readonly kind: DocumentKind;
  readonly about: EventRef | null;
  readonly contentDigest: string;
  readonly role: SignerRole;
  readonly drawing: SealedBox;
  /** How the program knew the signer. */
  readonly by: IdentifiedBy;
}

/** 开更正单; whether it is sealed is derived (`corrections.ts`). */
export type CorrectionEntry = ActBase & EventData<'CorrectionOpened'>;

/** A 校验码 as it was read out; `head` is the record that it belongs to. */
export interface GivenCode extends Confirmation {
  readonly milestone: MilestoneId;
  readonly head: EventRef;
  readonly code: string;
}

/** A 校验码 as it was heard, under the record number that was said with it. */
export type NotedCode = Confirmation & EventData<'CheckCodeNoted'>;

/** A check-in or a refusal of entry as recorded, with the verdict that the merged timeline gives it. */
export interface EntryAct extends ActBase {
  readonly kind: 'checked-in' | 'refused';
  /** Null when no timeline is known at that place in the order. */
  readonly verdict: EntryVerdict | null;
  /** The same by the timeline as it stood when the entry took its place: a delay said later judges lateness anew. */
  readonly verdictThen: EntryVerdict | null;
  /** What the screen said then. */
  readonly said: EventData<'CandidateCheckedIn'>['said'];
  readonly checks: EntryChecks | null;
  readonly refusal: EntryRefusalReason | null;
  /** 留座连场: confirmed in his seat, from the paper before. */
  readonly isCarriedOver: boolean;
}

export interface IssuedPaper {
  readonly event: EventRef;
  readonly document: DocumentId;
  readonly kind: DocumentKind;
  readonly paper: PaperId | null;
  readonly copy: number;
  readonly pages: number;
  readonly at: number;
  readonly viewDigest: string;
  readonly heads: readonly PrintedHead[];
  readonly about: EventRef | null;
  /** 封存, each holding the one before it as its beginning; none for a paper that was only printed. */
  readonly seals: readonly PaperSeal[];
}

/** One revision of a sealed paper. */
export interface PaperSeal extends EventData<'PaperSealed'> {
  readonly event: EventRef;
  readonly at: number;
}

/** One page of a paper as it was photographed or scanned. */
export interface PaperScan extends EventData<'PaperScanFiled'> {
  readonly event: EventRef;
  readonly at: number;
  readonly actor: StaffId | null;
}

/** A certificate that a station seals with. */
export interface SealCertificate extends EventData<'SealCertificateListed'> {
  readonly station: StationId;
  readonly event: EventRef;
}

/** A room before anything is known of it. */
export function emptyRoom(room: RoomNo): RoomState {
  return {
    room,
    course: EMPTY_COURSE,
    place: '',
    expected: 0,
    day: null,
    signals: { theory: {}, practical: {} },
    timeline: null,
    confirmed: {},
    candidates: {},
    aliases: {},
    strangers: [],
    issued: [],
    seatChanges: [],
    notes: [],
    registered: {},
    collections: { theory: [], practical: [] },
    approved: NO_APPROVALS,
    approvals: [],
    corrections: [],
    scans: [],
    codesGiven: [],
    codesNoted: [],
    handedOut: {},
    undone: {},
    undoTargets: {},
    clockAhead: {},
    settled: {},
    checks: EMPTY_CHECKS,
    officialSheet: null,
  };
}

export const EMPTY_SITE: SiteState = {
  day: null,
  stations: {},
  reopenings: [],
  staff: {},
  replacements: [],
  dutyPhones: null,
  keys: EMPTY_KEYS,
  packages: EMPTY_PACKAGES,
  approvalCodes: {},
  otherRooms: {},
  rosterImports: 0,
  photoImports: [],
  rivalDays: [],
  common: emptyRoom(as<RoomNo>('*')),
  settled: {},
  lots: [],
  checks: EMPTY_CHECKS,
  sealCertificates: {},
  companionSeal: null,
};

/** What a station is (a room's or the office's); null before 导入名单. */
export function bindingOf(site: SiteState, station: StationId): Binding | null {
  return site.stations[station]?.binding ?? null;
}
