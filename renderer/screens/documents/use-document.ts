import { useEffect, useRef, useState } from 'react';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { ask } from '../../stores/send-command.ts';

/** A paper on screen: its file as the station keeps it. */
export interface OpenDocument {
  readonly document: DocumentId;
  readonly fileName: string;
  /** An address of this page's own, for the frame and for saving. */
  readonly url: string;
}

interface Failure {
  /** What was asked for: the place where the error is shown. */
  readonly key: string;
  readonly error: ContractError;
}

/** Makes papers and opens them. Each press that is answered is one numbered print; a repeated one is the same print. */
export function useDocument() {
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const isRunning = useRef(false);

  useEffect(() => {
    // A file that is not shown any more must not stay in the browser's memory: it is full of names.
    return () => {
      if (opened !== null) URL.revokeObjectURL(opened.url);
    };
  }, [opened]);

  async function show(document: DocumentId, key: string): Promise<boolean> {
    const answer = await ask('document.read', { document });
    if (!answer.ok) {
      setError({ key, error: answer.error });
      return false;
    }
    const file = new Blob([bytesOf(answer.value.bytes)], { type: 'application/pdf' });
    setOpened({ document, fileName: answer.value.fileName, url: URL.createObjectURL(file) });
    return true;
  }

  /** True once the paper lies open. */
  async function issue(key: string, make: () => Promise<Answer<{ readonly document: DocumentId }>>): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(key);
    setError(null);
    const answer = await make();
    let isShown = false;
    if (answer.ok) isShown = await show(answer.value.document, key);
    else setError({ key, error: answer.error });
    isRunning.current = false;
    setBusy(null);
    return isShown;
  }

  return {
    opened,
    busy,
    error,
    issue,
    open: (document: DocumentId, key: string) => issue(key, () => Promise.resolve({ ok: true, value: { document } })),
    errorAt: (key: string) => (error?.key === key ? error.error : null),
    close: () => setOpened(null),
  };
}

export type Documents = ReturnType<typeof useDocument>;
