import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { DocumentId, PaperId, RoomNo } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';

/** A paper on screen: its file as the station keeps it. */
export interface OpenDocument {
  readonly document: DocumentId;
  readonly fileName: string;
  /** An address of this page's own, for the frame and for saving. */
  readonly url: string;
}

interface Failure {
  readonly key: PaperId | 'list';
  readonly error: ContractError;
}

/** Makes papers and opens them. Each press that is answered is one numbered print; a repeated one is the same print. */
export function useDocument() {
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<Failure | null>(null);

  useEffect(() => {
    // A file that is not shown any more must not stay in the browser's memory: it is full of names.
    return () => {
      if (opened !== null) URL.revokeObjectURL(opened.url);
    };
  }, [opened]);

  async function show(document: DocumentId, key: Failure['key']): Promise<void> {
    const answer = await ask('document.read', { document });
    if (!answer.ok) {
      setError({ key, error: answer.error });
      return;
    }
    const file = new Blob([bytesOf(answer.value.bytes)], { type: 'application/pdf' });
    setOpened({ document, fileName: answer.value.fileName, url: URL.createObjectURL(file) });
  }

  async function issue(room: RoomNo, paper: PaperId): Promise<void> {
    if (busy !== null) return;
    setBusy(paper);
    setError(null);
    const answer = await ask('document.issueSignInSheet', { room, paper });
    if (answer.ok) await show(answer.value.document, paper);
    else setError({ key: paper, error: answer.error });
    setBusy(null);
  }

  async function open(document: DocumentId): Promise<void> {
    if (busy !== null) return;
    setBusy(document);
    setError(null);
    await show(document, 'list');
    setBusy(null);
  }

  return {
    opened,
    busy,
    error,
    issue: (room: RoomNo, paper: PaperId) => void issue(room, paper),
    open: (document: DocumentId) => void open(document),
    close: () => setOpened(null),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
