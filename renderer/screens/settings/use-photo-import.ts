import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { as, type CommandId } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';
import { planPhotoBatches } from './photo-batches.ts';

/** An import of photos as it stands on the screen. */
export type PhotoImport =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly sent: number; readonly total: number }
  | {
      readonly state: 'done';
      readonly filed: number;
      readonly same: number;
      readonly tooLarge: readonly string[];
      readonly others: number;
    }
  /** Stopped: what was sent before stands. */
  | { readonly state: 'stopped'; readonly sent: number; readonly total: number; readonly error: ContractError };

/** Sends picked files batch by batch, as one session. */
export function usePhotoImport(): { readonly run: PhotoImport; send(picked: readonly File[]): Promise<void> } {
  const [run, setRun] = useState<PhotoImport>({ state: 'idle' });

  async function send(picked: readonly File[]): Promise<void> {
    const { batches, tooLarge, others } = planPhotoBatches(picked);
    const total = batches.reduce((sum, batch) => sum + batch.length, 0);
    const session = as<CommandId>(crypto.randomUUID());
    let [sent, filed, same] = [0, 0, 0];
    setRun({ state: 'sending', sent, total });
    for (const batch of batches) {
      const files = await Promise.all(batch.map(async (file) => ({ name: file.name, bytes: await readBase64(file) })));
      const answer = await ask('photos.file', { session, files });
      if (!answer.ok) {
        setRun({ state: 'stopped', sent, total, error: answer.error });
        return;
      }
      const { outcomes } = answer.value;
      filed += outcomes.filter(({ outcome }) => outcome === 'filed' || outcome === 'replaced').length;
      same += outcomes.filter(({ outcome }) => outcome === 'same').length;
      sent += batch.length;
      setRun({ state: 'sending', sent, total });
    }
    setRun({ state: 'done', filed, same, tooLarge: tooLarge.map(({ name }) => name), others });
  }

  return { run, send };
}

/** '' for a file that is gone or cannot be read: the station names it among the broken ones. */
function readBase64(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => resolve(''));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}
