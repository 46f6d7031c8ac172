import type { InspectProblem, SealInspection } from '../../../shared/domain/seal-inspection.ts';
import { err, type Result } from '../../../shared/result.ts';
import { startProgram } from '../child-program.ts';
import { createInTurn } from '../in-turn.ts';
import type { InspectRequest } from './inspect-seal-child.ts';

/** More than any paper of a day. */
export const MOST_SEALED_BYTES = 20 * 1024 * 1024;
const TIME_LIMIT_MS = 20_000;
/** Bounds the child's own heap. */
const CHILD_HEAP_MIB = 512;
/** One heap of that size at a time. */
const inTurn = createInTurn();

/**
 * Looks into a sealed file in a child process of its own, which is killed at the time limit. Never rejects: a file that
 * brings the child down is one that cannot be read.
 */
export function inspectSeal(
  request: InspectRequest,
  { timeoutMs = TIME_LIMIT_MS }: { readonly timeoutMs?: number } = {},
): Promise<Result<SealInspection, InspectProblem>> {
  if (request.bytes.length > MOST_SEALED_BYTES) return Promise.resolve(err('file-too-large'));
  return inTurn(() => askChild(request, timeoutMs));
}

function askChild(request: InspectRequest, timeoutMs: number): Promise<Result<SealInspection, InspectProblem>> {
  return new Promise((resolve) => {
    const child = startProgram(new URL('./inspect-seal-child.ts', import.meta.url), {
      flags: [`--max-old-space-size=${CHILD_HEAP_MIB}`],
    });
    const timer = setTimeout(() => settle(err('file-unreadable')), timeoutMs);
    // Only the first settles the promise; the child is ended whichever it was.
    function settle(result: Result<SealInspection, InspectProblem>): void {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(result);
    }
    child.once('message', (result) => settle(result as Result<SealInspection, InspectProblem>)); // sent by inspect-seal-child.ts
    child.once('error', () => settle(err('file-unreadable')));
    child.once('exit', () => settle(err('file-unreadable')));
    child.send(request, () => undefined); // a child that died before reading is told by 'exit'
  });
}
