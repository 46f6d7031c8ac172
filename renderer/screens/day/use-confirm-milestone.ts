import { useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { Milestone } from '../../../shared/domain/timeline-types.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { noteActs } from '../../stores/seen-acts.ts';
import { ask, newCommandId } from '../../stores/send-command.ts';
import { signalOf } from '../../text/day.ts';

interface Intent {
  readonly signal: CommandId;
  readonly confirm: CommandId;
}

/**
 * Confirms a milestone. The chief's own (start, end) is first recorded as his signal, as heard in the room, then ticked
 * off the rail. Each milestone has its own pair of command ids until it is answered, so a second press is the same act.
 */
export function useConfirmMilestone() {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const intents = useRef(new Map<string, Intent>());

  async function confirm(milestone: Milestone): Promise<void> {
    if (busy !== null) return;
    setBusy(milestone.id);
    setError(null);
    const intent = intents.current.get(milestone.id) ?? { signal: newCommandId(), confirm: newCommandId() };
    intents.current.set(milestone.id, intent);
    const failure = (await giveSignal(milestone, intent)) ?? (await tick(milestone, intent));
    if (failure !== null) intents.current.delete(milestone.id);
    setError(failure);
    setBusy(null);
  }

  return { busy, error, setError, confirm: (milestone: Milestone) => void confirm(milestone) };
}

async function giveSignal(milestone: Milestone, intent: Intent): Promise<ContractError | null> {
  const signal = signalOf(milestone.kind);
  if (signal === null) return null;
  const answer = await ask('signal.give', { signal, paper: milestone.paper }, { command: intent.signal });
  // The chief's own station may have given it already: then only the rail is left to tick.
  return answer.ok || answer.error.code === 'signal-already-given' ? null : answer.error;
}

async function tick(milestone: Milestone, intent: Intent): Promise<ContractError | null> {
  const answer = await ask('milestone.confirm', { milestone: milestone.id }, { command: intent.confirm });
  if (!answer.ok) return answer.error;
  noteActs(answer.value);
  return null;
}
