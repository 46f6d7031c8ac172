import { useRef, useState } from 'react';
import type { Answer, ContractError } from '../../shared/contract/call.ts';
import type { Receipt } from '../../shared/contract/views.ts';
import { noteActs } from './seen-acts.ts';

/** One act at a time: a second press, a double click or a held key while one is on its way is nothing. */
export function useAct() {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const isRunning = useRef(false);

  /** True once it is recorded; what went wrong is in `error`. */
  async function run(key: string, send: () => Promise<Answer<Receipt>>): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(key);
    setError(null);
    const answer = await send();
    isRunning.current = false;
    setBusy(null);
    if (answer.ok) noteActs(answer.value);
    else setError(answer.error);
    return answer.ok;
  }

  return { busy, error, setError, run };
}
