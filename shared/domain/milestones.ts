import type { PaperId, SeatNo } from '../ids.ts';
import { minutes } from './day-time.ts';
import type { Rules } from './rules.ts';
import type { Milestone, MilestoneKind, PaperTimeline } from './timeline-types.ts';

// [PROPOSAL] The manuals print no instant for these; each leaves the time that its act takes.
/** R22: twelve items are read aloud before the login call. */
const RULES_READING_BEFORE_LOGIN_MIN = 5;
/** 清场: the room is empty and checked before admission opens. */
const ROOM_CHECK_BEFORE_ENTRY_MIN = 10;
/** 预备: everybody is logged in and waits for the start. */
const PREPARE_BEFORE_START_MIN = 2;
/** R25: who has still not logged in is reminded. */
const LOGIN_CHECK_AFTER_START_MIN = 5;
/** R42, R36: once the machines are seen to. */
const CLOSING_AFTER_END_MIN = 5;

/** The kinds in the order in which they happen where instants are equal. */
const KIND_ORDER: readonly MilestoneKind[] = [
  'sheet-pickup',
  'room-check',
  'admission-open',
  'rules-reading',
  'login-call',
  'login-last-call',
  'prepare',
  'start',
  'login-check',
  'entry-close',
  'end-reminder',
  'end',
  'seat-end-reminder',
  'seat-end',
  'all-submitted',
  'technician-confirmed',
  'machines',
  'results-reported',
  'room-record',
];

/** The chief's signals 预备 / 开始 / 终止; a technician's own; everything else is the room's to do. */
const WHO: Readonly<Partial<Record<MilestoneKind, Milestone['who']>>> = {
  prepare: 'chief',
  start: 'chief',
  end: 'chief',
  'technician-confirmed': 'technician',
  'results-reported': 'technician',
};

/** Done by 收卷 or by printing the record, and never ticked by hand. */
const BY_ACT: readonly MilestoneKind[] = ['all-submitted', 'technician-confirmed', 'room-record'];

/** One paper's instants before its milestones are planned. */
export interface PaperInstants extends Omit<PaperTimeline, 'milestones'> {
  /** The instant of an offset (ms, negative) before the start: what had passed when a delay was said stays where it was. */
  readonly beforeStart: (offsetMs: number) => number;
}

/** The milestones of one paper in order of time, then of kind, from instants already computed. */
export function planMilestones(rules: Rules, paper: PaperInstants): readonly Milestone[] {
  const { startsAt, endsAt, lastEndsAt, entryClosesAt, beforeStart } = paper;
  const admission = minutes(rules.admissionOpenOffsetMin);
  const pickup = minutes(rules.sheetPickupOffsetMin);
  const login = minutes(rules.loginOpenOffsetMin);
  const roomCheck = Math.max(admission - minutes(ROOM_CHECK_BEFORE_ENTRY_MIN), Math.min(pickup, admission));
  const reading = Math.max(login - minutes(RULES_READING_BEFORE_LOGIN_MIN), admission);
  const prepare = Math.max(-minutes(PREPARE_BEFORE_START_MIN), minutes(rules.loginLastCallOffsetMin), login);
  const loginCheck = Math.min(startsAt + minutes(LOGIN_CHECK_AFTER_START_MIN), entryClosesAt);
  const closing = lastEndsAt + minutes(CLOSING_AFTER_END_MIN);
  const startRules = rules.submitsOnLeavingFullScreen && paper.paper === 'theory' ? ['R25', 'R40'] : ['R25'];
  const at = (kind: MilestoneKind, instant: number, because: readonly string[]) => plan(paper, kind, instant, because);
  return [
    at('sheet-pickup', beforeStart(pickup), ['R20']),
    at('room-check', beforeStart(roomCheck), ['R12', 'R15']),
    at('admission-open', paper.entryOpensAt, ['R21']),
    at('rules-reading', beforeStart(reading), ['R22']),
    at('login-call', paper.loginAt, ['R23', 'R24']),
    ...lastCall(rules, paper),
    at('prepare', beforeStart(prepare), ['R25']),
    at('start', startsAt, startRules),
    at('login-check', loginCheck, ['R25']),
    at('entry-close', entryClosesAt, ['R28', 'R31']),
    ...reminders(rules, paper),
    at('end', endsAt, ['R33']),
    ...seatEnds(rules, paper),
    at('all-submitted', lastEndsAt, ['R33', 'R32']),
    at('technician-confirmed', lastEndsAt, ['R33']),
    at('machines', lastEndsAt, ['R34', 'C07']),
    at('results-reported', closing, ['R42']),
    at('room-record', closing, ['R36']),
  ].sort(byTime);
}

/** Order of time, then of kind; the theory paper's first where even these are equal. */
export function byTime(a: Milestone, b: Milestone): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.paper !== b.paper) return a.paper === 'theory' ? -1 : 1;
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
}

function plan(
  paper: Pick<PaperInstants, 'paper' | 'startsAt' | 'plannedStartsAt' | 'plannedEndsAt'>,
  kind: MilestoneKind,
  at: number,
  rules: readonly string[],
): Milestone {
  return {
    id: idOf(paper.paper, kind),
    paper: paper.paper,
    kind,
    at,
    plannedAt: at,
    who: WHO[kind] ?? 'invigilator',
    by: BY_ACT.includes(kind) ? 'act' : 'confirm',
    seats: null,
    rules,
  };
}

function idOf(paper: PaperId, kind: MilestoneKind): Milestone['id'] {
  return `${paper}:${kind}`;
}

// C01: where the candidates log in at T−5 anyway there is no second call.
function lastCall(rules: Rules, paper: PaperInstants): readonly Milestone[] {
  if (rules.loginLastCallOffsetMin === rules.loginOpenOffsetMin) return [];
  return [plan(paper, 'login-last-call', paper.beforeStart(minutes(rules.loginLastCallOffsetMin)), ['R23'])];
}

// The reminder nearest to the end has the plain id, so that a further one added later does not rename it.
function reminders(rules: Rules, paper: PaperInstants): readonly Milestone[] {
  const last = Math.max(...rules.endReminderOffsetsMin);
  return rules.endReminderOffsetsMin.map((offset) => {
    const reminder = plan(paper, 'end-reminder', paper.endsAt + minutes(offset), ['R29', 'R30']);
    return offset === last ? reminder : { ...reminder, id: `${paper.paper}:end-reminder@${offset}` };
  });
}

/** Seats that end later hear the last reminder and the end once more, by themselves. */
function seatEnds(rules: Rules, paper: PaperInstants): readonly Milestone[] {
  const last = minutes(Math.max(...rules.endReminderOffsetsMin));
  return paper.seatEnds.flatMap(({ endsAt, seats }) => {
    const extraMs = endsAt - paper.endsAt;
    return [
      forSeats(plan(paper, 'seat-end-reminder', endsAt + last, ['R29', 'R30']), seats, extraMs),
      forSeats(plan(paper, 'seat-end', endsAt, ['R33']), seats, extraMs),
    ];
  });
}

/** What a 撤回 left may be no whole number of minutes: then the id counts milliseconds, so that no two are equal. */
function forSeats(milestone: Milestone, seats: readonly SeatNo[], extraMs: number): Milestone {
  const extra = extraMs % minutes(1) === 0 ? extraMs / minutes(1) : extraMs;
  return { ...milestone, id: `${milestone.paper}:${milestone.kind}@${extra}`, seats };
}
