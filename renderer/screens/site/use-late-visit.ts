import { useState } from 'react';
import type { CallOptions } from '../../../shared/contract/client.ts';
import { isComplete, type Witness } from '../../components/WitnessFields.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { visitText } from '../../text/checks.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';

/** 补录 of a visit: whether it is one, when it was, why it is late and who confirms it. */
export function useLateVisit() {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [isLate, setLate] = useState(false);
  const [time, setTime] = useState('');
  const [witness, setWitness] = useState<Witness>(() => ({
    reason: '',
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const occurredAt = parseClockEntry(time, now);
  return {
    isLate,
    setLate,
    time,
    setTime,
    witness,
    setWitness,
    problem: problemOf(time, occurredAt, now),
    /** What goes with the act; null while something is missing. */
    options: isLate ? lateOptions(occurredAt, now, witness) : ({} as CallOptions),
  };
}

function lateOptions(occurredAt: number | null, now: number, witness: Witness): CallOptions | null {
  if (occurredAt === null || occurredAt > now || !isComplete(witness)) return null;
  return { occurredAt, second: witness.second, reason: witness.reason.trim() };
}

function problemOf(time: string, occurredAt: number | null, now: number): string | null {
  if (time.trim().length < 3) return null;
  if (occurredAt === null) return visitText.timeWrong;
  return occurredAt > now ? visitText.timeFuture : null;
}
