import type { ContractError } from '../../../shared/contract/call.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { ask } from '../../stores/send-command.ts';

/** Fetches the file piece by piece and hands it to the page's own download; answers what went wrong. */
export async function savePackage(no: string): Promise<ContractError | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let name = '';
  for (let from = 0, size = 1; from < size; ) {
    const answer = await ask('package.readFile', { package: no, from });
    if (!answer.ok) return answer.error;
    const piece = bytesOf(answer.value.bytes);
    pieces.push(piece);
    from += piece.length;
    size = answer.value.sizeBytes;
    name = answer.value.fileName;
  }
  const url = URL.createObjectURL(new Blob(pieces, { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
  return null;
}
