import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { Milestone } from '../../../shared/domain/timeline-types.ts';
import { noteActs } from '../../stores/seen-acts.ts';
import { ask } from '../../stores/send-command.ts';
import { signalOf } from '../../text/day.ts';

/**
 * Confirms a milestone. The chief's own (start, end) is first recorded as his signal, as heard in the room, then ticked
 * off the rail.
 */
export function useConfirmMilestone() {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  async function confirm(milestone: Milestone): Promise<void> {
    if (busy !== null) return;
    setBusy(milestone.id);
    setError(null);
    setError((await giveSignal(milestone)) ?? (await tick(milestone)));
    setBusy(null);
  }

  return { busy, error, setError, confirm: (milestone: Milestone) => void confirm(milestone) };
}

async function giveSignal(milestone: Milestone): Promise<ContractError | null> {
  const signal = signalOf(milestone.kind);
  if (signal === null) return null;
  const answer = await ask('signal.give', { signal, paper: milestone.paper });
  // The chief's own station may have given it already: then only the rail is left to tick.
  return answer.ok || answer.error.code === 'signal-already-given' ? null : answer.error;
}

async function tick(milestone: Milestone): Promise<ContractError | null> {
  const answer = await ask('milestone.confirm', { milestone: milestone.id });
  if (!answer.ok) return answer.error;
  noteActs(answer.value);
  return null;
}
