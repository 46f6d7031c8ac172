import { useEffect, useRef, useState } from 'react';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import { bytesOf } from '../../components/bytes-of.ts';

interface Print {
  readonly fileName: string;
  /** An address of this page's own. */
  readonly url: string;
}

/** A paper that is drawn for looking at and printing, and kept nowhere. */
export function usePrint() {
  const [shown, setShown] = useState<Print | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);

  useEffect(() => {
    // A file that is not shown any more must not stay in the browser's memory: it is full of names.
    return () => {
      if (shown !== null) URL.revokeObjectURL(shown.url);
    };
  }, [shown]);

  async function print(
    read: () => Promise<Answer<{ readonly fileName: string; readonly bytes: string }>>,
  ): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    const answer = await read();
    if (answer.ok) {
      const file = new Blob([bytesOf(answer.value.bytes)], { type: 'application/pdf' });
      setShown({ fileName: answer.value.fileName, url: URL.createObjectURL(file) });
    } else setError(answer.error);
    isRunning.current = false;
    setBusy(false);
  }

  return { shown, error, isBusy, print, close: () => setShown(null) };
}
