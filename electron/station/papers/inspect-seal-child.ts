import { err } from '../../../shared/result.ts';
import { inspectSealFile } from './inspect-seal-file.ts';
import type { Companion } from './seal-suites.ts';
import { checkCompanion } from './seal-suites.ts';

/** What the parent sends, once, over the channel between the two processes. */
export interface InspectRequest {
  readonly bytes: Uint8Array;
  /** DER certificates that the asker trusts. */
  readonly authorities: readonly Uint8Array[];
  /** The second signature that the journal holds for this very file. */
  readonly companion: Companion | null;
}

// The program of the child process that looks into one foreign file and ends.
process.once('message', (message) => {
  void answer(message as InspectRequest); // the only sender is inspect-seal.ts, of the same program
});

async function answer({ bytes, authorities, companion }: InspectRequest): Promise<void> {
  const read = await inspectSealFile(bytes, authorities).catch(() => err('file-unreadable' as const));
  const reply = read.ok
    ? { ...read, value: { ...read.value, companion: companion && checkCompanion(bytes, companion) } }
    : read;
  process.send?.(reply, () => process.disconnect());
}
