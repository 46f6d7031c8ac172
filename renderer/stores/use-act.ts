import { useRef, useState } from 'react';
import type { Answer, ContractError } from '../../shared/contract/call.ts';
import type { Receipt } from '../../shared/contract/views.ts';
import { noteActs } from './seen-acts.ts';

/** One act at a time: a second press, a double click or a held key while one is on its way is nothing. */
export function useAct() {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const isRunning = useRef(false);

  /** What was recorded; null where nothing was, then what went wrong is in `error`. */
  async function run(key: string, send: () => Promise<Answer<Receipt>>): Promise<Receipt | null> {
    if (isRunning.current) return null;
    isRunning.current = true;
    setBusy(key);
    setError(null);
    const answer = await send();
    isRunning.current = false;
    setBusy(null);
    if (!answer.ok) {
      setError(answer.error);
      return null;
    }
    noteActs(answer.value);
    return answer.value;
  }

  return { busy, error, setError, run };
}
