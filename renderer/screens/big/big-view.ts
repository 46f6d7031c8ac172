import type { Rules } from '../../../shared/domain/rules.ts';
import { permitsAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, SeatEnd } from '../../../shared/domain/timeline-types.ts';
import { assertNever } from '../../../shared/result.ts';
import { type BigWords, bigText as words } from '../../text/big.ts';
import { seatList } from '../../text/course.ts';
import { neatTimeText, spanText } from '../../text/format.ts';
import type { BigPhase } from './big-phase.ts';

/** What stands on 大屏 beneath its clock. */
export interface BigView {
  /** In place of the figures. */
  readonly headline: string | null;
  readonly figures: readonly BigFigure[];
  readonly isUrgent: boolean;
  readonly notes: readonly BigNote[];
  readonly tiles: readonly BigTile[];
}

export interface BigFigure {
  readonly label: string;
  readonly value: string;
  /** Runs with the clock. */
  readonly isCounting: boolean;
  /** What it was before it was put off; null where it is as planned. */
  readonly was: string | null;
}

/** A line about who or what goes by another time. */
export interface BigNote {
  readonly text: string;
  /** For the candidates named in it; else a reservation. */
  readonly isForSeats: boolean;
}

export interface BigTile extends BigWords {
  readonly tone: 'plain' | 'allowed' | 'warning';
}

/** Words and figures of a phase; of 考场规则 only what stands around the items. */
export function bigView(phase: BigPhase, rules: Rules, now: number): BigView {
  switch (phase.kind) {
    case 'waiting':
      return waiting(phase.paper, phase.isNext);
    case 'entry':
      return { ...beforeStart(phase.paper, now), tiles: entryTiles(phase) };
    case 'rules':
      return { ...beforeStart(phase.paper, now), tiles: [] };
    case 'login':
      return { ...beforeStart(phase.paper, now, true), tiles: loginTiles(rules) };
    case 'prepared':
      return { ...beforeStart(phase.paper, now, true), isUrgent: true, tiles: preparedTiles(rules) };
    case 'running':
      return running(phase, rules, now);
    case 'paused':
      return {
        ...NOTHING,
        headline: words.paused,
        isUrgent: true,
        notes: [note(words.pausedNote)],
        tiles: [warning(words.stopAnswering), plain(words.stayPut), plain(words.silence)],
      };
    case 'seats':
      return seatsOnly(phase, now);
    case 'ended':
      return { ...NOTHING, headline: words.ended, tiles: endedTiles(phase, rules) };
    case 'done':
      return { ...NOTHING, headline: words.done };
    default:
      return assertNever(phase);
  }
}

const NOTHING: BigView = { headline: null, figures: [], isUrgent: false, notes: [], tiles: [] };

function waiting(paper: PaperTimeline, isNext: boolean): BigView {
  const opens = neatTimeText(paper.entryOpensAt);
  return {
    ...NOTHING,
    figures: [fixed(words.entryAt, paper.entryOpensAt), startOf(paper)],
    notes: [...(isNext ? [note(words.nextPaper(paper.paper))] : []), ...startNotes(paper)],
    tiles: [
      plain(isNext ? words.comeBack(opens) : words.waitOutside(opens)),
      plain(words.documents),
      plain(words.belongings),
    ],
  };
}

/** `saysEntry`: where no tile says any more that people may still come in. */
function beforeStart(paper: PaperTimeline, now: number, saysEntry = false): BigView {
  return {
    ...NOTHING,
    figures: [counting(words.untilStart, paper.startsAt - now), startOf(paper)],
    notes: [...startNotes(paper), ...(saysEntry ? [note(words.entryUntil(cutoffText(paper)))] : [])],
  };
}

function startOf({ startsAt, plannedStartsAt }: PaperTimeline): BigFigure {
  return fixed(words.startsAt, startsAt, plannedStartsAt);
}

function startNotes({ isStartPending }: PaperTimeline): readonly BigNote[] {
  return isStartPending ? [note(words.startBySystem)] : [];
}

function entryTiles({ paper, seating }: Extract<BigPhase, { kind: 'entry' }>): readonly BigTile[] {
  const until = cutoffText(paper);
  if (seating === 'stay') {
    const stay = words.stay(paper.paper, neatTimeText(paper.startsAt));
    return [allowed(stay), plain(words.mayEnter(until)), warning(words.noAnswering)];
  }
  const entry = seating === 're-enter' ? words.mayReEnter(until) : words.mayEnter(until);
  return [allowed(entry), plain(words.ownSeat), plain(words.belongings)];
}

function loginTiles({ isAnswerLockedUntilStart }: Rules): readonly BigTile[] {
  const second = isAnswerLockedUntilStart ? warning(words.noAnswering) : plain(words.guide);
  return [allowed(words.logIn), second, plain(words.folders)];
}

function preparedTiles({ isAnswerLockedUntilStart }: Rules): readonly BigTile[] {
  const second = isAnswerLockedUntilStart ? warning(words.noAnswering) : plain(words.guide);
  return [plain(words.sitStill), second, plain(words.logInNow)];
}

function running({ paper, isEnding }: Extract<BigPhase, { kind: 'running' }>, rules: Rules, now: number): BigView {
  const isFullScreen = paper.paper === 'theory' && rules.submitsOnLeavingFullScreen; // R40
  const third = plain(isFullScreen ? words.keepFullScreen : words.raiseHand);
  const leaving = leaveTile(paper, rules, now);
  return {
    ...NOTHING,
    figures: [counting(words.untilEnd, paper.endsAt - now), fixed(words.endsAt, paper.endsAt, endBefore(paper))],
    isUrgent: isEnding,
    notes: runningNotes(paper),
    tiles: isEnding
      ? [warning(words.check(rules.isSubmitAllowedInLastMin)), leaving, third]
      : [entryTile(paper, rules, now), leaving, third],
  };
}

function entryTile(paper: PaperTimeline, rules: Rules, now: number): BigTile {
  const time = cutoffText(paper);
  return plain(permitsAt(paper, rules, now).enter.allowed ? words.mayEnterLate(time) : words.noEntry(time));
}

function leaveTile(paper: PaperTimeline, rules: Rules, now: number): BigTile {
  const { leave } = permitsAt(paper, rules, now);
  const until = leave.until === null ? null : neatTimeText(leave.until);
  if (leave.allowed) return allowed(words.mayLeave(until));
  // What turns at the very end is no leaving early.
  const opensEarly = leave.until !== null && leave.until < paper.endsAt;
  return plain(opensEarly && until !== null ? words.noLeaveYet(until) : words.noLeave);
}

/** Without what was made up for: the end that people had in mind when the paper began. */
function endBefore({ startsAt, plannedStartsAt, plannedEndsAt }: PaperTimeline): number {
  return startsAt + (plannedEndsAt - plannedStartsAt);
}

function runningNotes({ isEndPending, isStartPending, seatEnds }: PaperTimeline): readonly BigNote[] {
  const isPending = isEndPending || isStartPending || seatEnds.some((one) => one.isPending);
  return [...seatNotes(seatEnds), ...(isPending ? [note(words.endBySystem)] : [])];
}

function seatNotes(seatEnds: readonly SeatEnd[]): readonly BigNote[] {
  return seatEnds.map(({ seats, endsAt }) => ({
    text: words.seatsEnd(seatList(seats), neatTimeText(endsAt)),
    isForSeats: true,
  }));
}

/** Of seat numbers in the word of a tile, on two lines. */
const TILE_CHARS = 14;

/** The room is through; those of the next own end are counted down, the others named. */
function seatsOnly(phase: Extract<BigPhase, { kind: 'seats' }>, now: number): BigView {
  const { paper, seats: first, staysSeated } = phase;
  const later = paper.seatEnds.filter(({ endsAt }) => endsAt > first.endsAt);
  const list = seatList([first, ...later].flatMap(({ seats }) => seats));
  // More than the tile can hold stands in the notes, each with its end.
  const isLong = list.length > TILE_CHARS;
  const isPending = paper.isEndPending || [first, ...later].some((one) => one.isPending);
  const end = neatTimeText(first.endsAt);
  return {
    ...NOTHING,
    figures: [counting(words.untilSeatsEnd, first.endsAt - now), fixed(words.endsAt, first.endsAt)],
    notes: [
      ...seatNotes(later.length === 0 && !isLong ? [] : [first, ...later]),
      ...(isPending ? [note(words.endBySystem)] : []),
    ],
    tiles: [
      allowed(words.seatsGoOn(isLong ? null : list, later.length === 0 ? end : null)),
      warning(words.othersStop),
      plain(staysSeated ? words.othersStay : words.othersLeave),
    ],
  };
}

function endedTiles(
  { isCollected, next, seating }: Extract<BigPhase, { kind: 'ended' }>,
  rules: Rules,
): readonly BigTile[] {
  const first = isCollected ? plain(words.collected) : warning(words.submitNow);
  const machines = plain(machineWords(rules, isCollected));
  if (next === null) return [first, machines, plain(words.leaveAll)];
  const start = neatTimeText(next.startsAt);
  // Who stays for the next paper is not told to shut down.
  if (seating === 'stay') return [first, allowed(words.stay(next.paper, start)), plain(words.waitForNext)];
  const then = seating === 're-enter' ? words.leaveRoom(next.paper, start) : words.next(next.paper, start);
  return [first, machines, plain(then)];
}

/** C07; nobody is told to shut down before 收卷. */
function machineWords({ machinesAfterEnd }: Rules, isCollected: boolean): BigWords {
  if (machinesAfterEnd === 'keep-on') return words.keepOn;
  return isCollected ? words.shutDown : words.notOffYet;
}

/** The inclusive cut-off closes a millisecond after the printed minute (C08); the minute is what people know. */
function cutoffText({ entryClosesAt }: PaperTimeline): string {
  return neatTimeText(Math.floor(entryClosesAt / 1000) * 1000);
}

function counting(label: string, spanMs: number): BigFigure {
  return { label, value: spanText(spanMs), isCounting: true, was: null };
}

function fixed(label: string, instantMs: number, before = instantMs): BigFigure {
  const was = before === instantMs ? null : words.originally(neatTimeText(before));
  return { label, value: neatTimeText(instantMs), isCounting: false, was };
}

function note(text: string): BigNote {
  return { text, isForSeats: false };
}

function plain(tile: BigWords): BigTile {
  return { ...tile, tone: 'plain' };
}

function allowed(tile: BigWords): BigTile {
  return { ...tile, tone: 'allowed' };
}

function warning(tile: BigWords): BigTile {
  return { ...tile, tone: 'warning' };
}
