import type { IdentifiedBy } from '../../../shared/domain/events.ts';
import { as, type CommandId, type StaffId } from '../../../shared/ids.ts';
import type { OpenDay } from '../day/open-day.ts';

/** A proof that nobody has used for this long is over, real milliseconds (never while entry is open). */
const IDLE_MS = 15 * 60_000;
/** How long a confirmation of one act stands, real milliseconds: co-signing is done on the spot. */
const CONFIRMED_MS = 60_000;

/** Somebody whom the station knows, and how. */
export interface Proven {
  readonly staff: StaffId;
  readonly by: IdentifiedBy;
}

/** For what somebody confirms an act of another. */
export type ConfirmedAs = 'second' | 'approver';

interface Confirmation extends Proven {
  readonly as: ConfirmedAs;
  readonly act: string;
  readonly untilMs: number;
  /** The command that is being carried out with it: no other has it meanwhile. */
  readonly heldBy: CommandId | null;
}

/** What a command needs confirmed. */
export interface WantedConfirmation {
  readonly staff: StaffId;
  readonly as: ConfirmedAs;
  readonly act: string;
  readonly command: CommandId;
}

/**
 * Who is signed in at this station. A proof is the staff id under a keyed hash of the day, this station and his present PIN:
 * it outlives a restart of the program, and dies with the PIN, with the day's key and when it lies idle. Confirmations of
 * single acts live in memory, a minute of real time.
 */
export class Proofs {
  readonly #usedAtMs = new Map<string, number>();
  readonly #over = new Set<string>();
  readonly #confirmations = new Map<string, Confirmation>();

  /** A proof that this person is signed in; `nonce` tells two of them apart. */
  issue(day: OpenDay, { staff, by }: Proven, nonce: string): string {
    return `${by}.${nonce}.${macOf(day, { staff, by }, nonce)}.${staff}`;
  }

  /** Whom a proof is of; null where it is none, not his any more, or has lain idle. */
  find(day: OpenDay, proof: string, at: { readonly elapsedMs: number; readonly mayLapse: boolean }): Proven | null {
    const [by, nonce = '', mac, ...rest] = proof.split('.');
    const staff = as<StaffId>(rest.join('.'));
    if ((by !== 'pin' && by !== 'name') || this.#over.has(proof)) return null;
    if (day.state.site.staff[staff] === undefined || mac !== macOf(day, { staff, by }, nonce)) return null;
    const idleMs = at.elapsedMs - (this.#usedAtMs.get(proof) ?? at.elapsedMs);
    if (idleMs > IDLE_MS && at.mayLapse) {
      this.end(proof);
      return null;
    }
    this.#usedAtMs.set(proof, at.elapsedMs);
    return { staff, by };
  }

  /** Signs out. */
  end(proof: string): void {
    this.#usedAtMs.delete(proof);
    this.#over.add(proof);
  }

  /** Keeps that somebody confirms exactly this act (its command hash); `token` stands for it for a minute. */
  confirm(token: string, act: Proven & { readonly as: ConfirmedAs; readonly act: string }, elapsedMs: number): void {
    for (const [old, { untilMs }] of this.#confirmations) if (untilMs < elapsedMs) this.#confirmations.delete(old);
    this.#confirmations.set(token, { ...act, untilMs: elapsedMs + CONFIRMED_MS, heldBy: null });
  }

  /**
   * How this person has confirmed this act, held for this command from here on; null where he has not, a minute has passed,
   * or another command has it.
   */
  hold(token: string | null, wanted: WantedConfirmation, elapsedMs: number): IdentifiedBy | null {
    const found = token === null ? undefined : this.#confirmations.get(token);
    if (token === null || found === undefined || elapsedMs > found.untilMs) return null;
    const { staff, as, act, command } = wanted;
    if (found.staff !== staff || found.as !== as || found.act !== act || found.heldBy !== null) return null;
    this.#confirmations.set(token, { ...found, heldBy: command });
    return found.by;
  }

  /** The command is over: recorded, what was confirmed for it is spent; refused, it stands for the rest of its minute. */
  release(command: CommandId, isRecorded: boolean): void {
    for (const [token, confirmation] of this.#confirmations) {
      if (confirmation.heldBy !== command) continue;
      if (isRecorded) this.#confirmations.delete(token);
      else this.#confirmations.set(token, { ...confirmation, heldBy: null });
    }
  }
}

function macOf({ journal, keys, state }: OpenDay, { staff, by }: Proven, nonce: string): string {
  const pin = state.site.staff[staff]?.pin.ct ?? '';
  return keys.hashes.keyedHash('sign-in', JSON.stringify([journal.station, staff, by, nonce, pin]));
}
