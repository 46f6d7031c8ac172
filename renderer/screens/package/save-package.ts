import type { ContractError } from '../../../shared/contract/call.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { saveFile } from '../../components/save-file.ts';
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
  saveFile(pieces, { name, type: 'application/octet-stream' });
  return null;
}
