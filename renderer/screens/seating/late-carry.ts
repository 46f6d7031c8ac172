import type { CallOptions } from '../../../shared/contract/client.ts';
import { LATE_CARRY } from '../../text/seating.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import type { Witness } from '../../components/WitnessFields.tsx';
import type { SeatedRange } from './seating-plan.ts';

/** A round that is confirmed after the later paper has begun: since when people sit there. */
export interface LateCarry extends Witness {
  readonly when: 'seated' | 'now' | null;
  /** As typed. */
  readonly time: string;
}

interface LateCarryPlan {
  /** What is still to be answered, in words. */
  readonly missing: string | null;
  readonly options: Pick<CallOptions, 'occurredAt' | 'second' | 'reason'>;
}

/** How the round is recorded: as it happened (补录), or as an entry of this minute. */
export function lateCarryOf({ when, time, reason, second }: LateCarry, range: SeatedRange, now: number): LateCarryPlan {
  const { missing } = LATE_CARRY;
  if (when === null) return { missing: missing.choice, options: {} };
  if (when === 'now') return { missing: null, options: {} };
  const occurredAt = seatedAt(time, range, now);
  if (occurredAt === null) return { missing: missing.time, options: {} };
  if (reason.trim() === '') return { missing: missing.reason, options: {} };
  if (second === null) return { missing: missing.second, options: {} };
  return { missing: null, options: { occurredAt, second, reason: reason.trim() } };
}

/** The typed time as an instant; null where it cannot be read, or nobody could have sat there then. */
export function seatedAt(time: string, { from, before }: SeatedRange, now: number): number | null {
  const typed = parseClockEntry(time, now);
  return typed === null || typed < from || typed >= before ? null : typed;
}
