import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { signalOf } from '../../../shared/domain/rail-progress.ts';
import type { Milestone, SignalKind } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { noteActs } from '../../stores/seen-acts.ts';
import { ask } from '../../stores/send-command.ts';
import { askLateStart } from '../course/ask-late-start.ts';

/**
 * Confirms a milestone. The chief's own (预备, 开始, 终止) is in a room first recorded as his signal, as heard there, then
 * ticked off the rail; at the exam office he gives it himself, to every room, and nothing is ticked.
 */
export function useConfirmMilestone(isOffice: boolean) {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  async function confirm(milestone: Milestone): Promise<void> {
    if (busy !== null) return;
    setBusy(milestone.id);
    setError(null);
    setError(await record(milestone));
    setBusy(null);
  }

  async function record(milestone: Milestone): Promise<ContractError | null> {
    const signal = signalOf(milestone.kind);
    if (isOffice) return signal === null ? null : giveSignal(signal, milestone.paper);
    if (!(await askLateStart(milestone))) return null;
    return (signal === null ? null : await giveSignal(signal, milestone.paper)) ?? (await tick(milestone));
  }

  return { busy, error, setError, confirm: (milestone: Milestone) => void confirm(milestone) };
}

async function giveSignal(signal: SignalKind, paper: PaperId): Promise<ContractError | null> {
  const answer = await ask('signal.give', { signal, paper });
  // The chief's own station may have given it already: then only the rail is left to tick.
  if (!answer.ok) return answer.error.code === 'signal-already-given' ? null : answer.error;
  noteActs(answer.value);
  return null;
}

async function tick(milestone: Milestone): Promise<ContractError | null> {
  const answer = await ask('milestone.confirm', { milestone: milestone.id });
  if (!answer.ok) return answer.error;
  noteActs(answer.value);
  return null;
}
