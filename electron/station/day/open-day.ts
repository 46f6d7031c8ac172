import type { ClockView, StoredEvent } from '../../../shared/contract/views.ts';
import type { Command, DecideContext, Refusal } from '../../../shared/domain/commands.ts';
import { decide } from '../../../shared/domain/decide.ts';
import type { Binding, Event } from '../../../shared/domain/events.ts';
import type { Person, StaffPerson } from '../../../shared/domain/person.ts';
import { type EventRef, eventKey, type Head, type SealedBox } from '../../../shared/domain/schema-parts.ts';
import { bindingOf, type DayState } from '../../../shared/domain/state.ts';
import type { CommandId, StaffId } from '../../../shared/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createFold, type Fold, foldEvents } from '../../../shared/sync/merge.ts';
import type { Journal } from '../journal/journal.ts';
import type { ForeignEvent, TakeInFault } from '../journal/plan-take-in.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import { Candidates } from '../people/candidates.ts';
import { stampEvents } from './stamp.ts';

/** Taken in at a time when a day is opened: what is thrown away in between stays small. */
const READ_BATCH = 250;
/** Undo is judged on real time for this long; later it takes two people anyway. */
const REMEMBER_ELAPSED_MS = 120_000;

/** One command on its way: who, when, on what, and how the answer is found again. */
export interface Intent {
  readonly command: CommandId;
  readonly inputHash: string;
  readonly clock: ClockView;
  readonly elapsedMs: number;
  readonly actor: StaffId | null;
  readonly actorBy: DecideContext['actorBy'];
  readonly second: StaffId | null;
  readonly secondBy: DecideContext['secondBy'];
  readonly approvedBy: DecideContext['approvedBy'];
  readonly occurredAt: number | null;
  readonly reason: SealedBox | null;
}

/** A day that is open here: its journal, its keys, its state folded in memory, and its people in clear. */
export class OpenDay {
  readonly journal: Journal;
  readonly keys: DayKeys;
  readonly candidates: Candidates;
  #fold: Fold = createFold();
  /** By arrival. The fold holds the events anyway; a page that starts must not have them read and checked once more. */
  readonly #stored: StoredEvent[] = [];
  readonly #staffNames = new Map<StaffId, string>();
  readonly #recordedAtElapsed = new Map<string, number>();

  readonly #noteHead: (head: Head) => void;

  /** Folds what the journal holds; `noteHead` is told of every commit after it. Throws JournalReadError. */
  constructor(journal: Journal, keys: DayKeys, noteHead: (head: Head) => void) {
    this.journal = journal;
    this.keys = keys;
    this.#noteHead = noteHead;
    this.candidates = new Candidates((event) => this.#openJson<Person>(PLACES.person, event.data.person));
    for (let arrival = 0; arrival < journal.lastArrival; ) {
      const events = journal.readSince(arrival, READ_BATCH);
      arrival = events.at(-1)?.arrival ?? journal.lastArrival;
      this.#take(events);
    }
  }

  get state(): DayState {
    return this.#fold.state;
  }

  get fold(): Fold {
    return this.#fold;
  }

  /** What this station is on the day; null before 导入名单. */
  get binding(): Binding | null {
    return bindingOf(this.state.site, this.journal.station);
  }

  /** At most `limit` recorded events after this arrival number, in order of arrival. */
  eventsSince(arrival: number, limit: number): readonly StoredEvent[] {
    return this.#stored.slice(arrival, arrival + limit); // arrivals are 1, 2, 3, …
  }

  /** A recorded event by its name; undefined while it has not arrived here. */
  findEvent(ref: EventRef): Event | undefined {
    const key = eventKey(ref);
    return this.#stored.find(({ event }) => eventKey(event) === key)?.event;
  }

  /** A staff member's name, '?' where the box does not open. */
  staffName(staff: StaffId): string {
    return this.#staffNames.get(staff) ?? '?';
  }

  /**
   * decide → one synchronous transaction → fold. What it answers with `ok` is on disk. Throws JournalWriteError when the
   * disk did not take it: then nothing has changed.
   */
  carryOut(command: Command, intent: Intent): Result<readonly StoredEvent[], Refusal> {
    const context = this.#context(command, intent);
    const decision = decide(this.state, command, context);
    if (!decision.ok) return decision;
    const drafts = stampEvents(decision.value, {
      station: this.journal.station,
      clock: intent.clock,
      context,
      fold: this.#fold,
      lastHlc: this.journal.lastHlc(),
    });
    const stored = this.journal.append({ command: { id: intent.command, inputHash: intent.inputHash }, drafts });
    this.remember(stored, intent.elapsedMs);
    return ok(stored);
  }

  /** Takes stored events into memory: state, people, and when they were recorded on the real clock. */
  remember(stored: readonly StoredEvent[], elapsedMs: number): void {
    const head = this.journal.ownHead();
    if (head !== null) this.#noteHead(head);
    this.#take(stored);
    for (const [key, at] of this.#recordedAtElapsed) {
      if (elapsedMs - at > REMEMBER_ELAPSED_MS) this.#recordedAtElapsed.delete(key);
    }
    for (const { event } of stored) this.#recordedAtElapsed.set(eventKey(event), elapsedMs);
  }

  /**
   * Takes in what another file of the day holds; answers why it ended early, null where all of it is here now. Throws
   * JournalWriteError, having changed nothing.
   */
  takeIn(rows: Iterable<ForeignEvent>): TakeInFault | null {
    const { stored, fault } = this.journal.takeIn(rows);
    this.#take(stored);
    return fault;
  }

  close(): void {
    this.journal.close();
  }

  #context(command: Command, intent: Intent): DecideContext {
    return {
      command: intent.command,
      nowMs: intent.clock.nowMs,
      actor: intent.actor,
      actorBy: intent.actorBy,
      second: intent.second,
      secondBy: intent.secondBy,
      approvedBy: intent.approvedBy,
      occurredAt: intent.occurredAt,
      reason: intent.reason,
      binding: this.binding,
      undoAgeMs: command.type === 'undo' ? this.#ageOf(command.target, intent.elapsedMs) : null,
    };
  }

  #ageOf(target: EventRef, elapsedMs: number): number | null {
    const recordedAt = this.#recordedAtElapsed.get(eventKey(target));
    return recordedAt === undefined ? null : elapsedMs - recordedAt;
  }

  #take(stored: readonly StoredEvent[]): void {
    this.#fold = foldEvents(this.#fold, stored);
    for (const event of stored) this.#stored.push(event);
    const events: readonly Event[] = stored.map(({ event }) => event);
    this.candidates.take(events);
    for (const event of events) {
      if (event.type !== 'StaffEnlisted') continue;
      const person = this.#openJson<StaffPerson>(PLACES.staffPerson, event.data.person);
      if (person !== null) this.#staffNames.set(event.data.staff, person.name);
    }
  }

  /** Boxes are made by this program in the shape that the place names. */
  #openJson<T>(place: readonly [string, string], box: SealedBox): T | null {
    const opened = this.keys.boxes.openText(...place, box);
    return opened.ok ? (JSON.parse(opened.value) as T) : null;
  }
}
