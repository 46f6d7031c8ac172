import { askPdfsig, type PdfsigFinding } from './outside-judge.ts';
import { tempDir } from './temp-dir.ts';

/** pdfsig (poppler) on a file, trusting the given root certificates (DER) and nothing else. */
export function pdfsig(pdf: Uint8Array, roots: readonly Uint8Array[] = []): readonly PdfsigFinding[] {
  return askPdfsig(tempDir(), pdf, roots);
}
