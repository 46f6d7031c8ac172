import type { Answer } from '../../../shared/contract/call.ts';
import { JournalWriteError } from '../journal/journal-errors.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import { fail } from './handler.ts';
import type { StationContext } from './station-context.ts';

/**
 * Runs what makes files or records. A disk that does not take them (full, gone, not ours to write) is an expected failure:
 * it is answered `not-saved` with the reason and turns 保存 amber until something was saved again. Nothing that comes after
 * the record stands in `save`: its failing must never be told as "not recorded". Any other throw goes on.
 */
export async function orNotSaved<T>(
  context: Pick<StationContext, 'health' | 'disk'>,
  save: () => Answer<T> | Promise<Answer<T>>,
): Promise<Answer<T>> {
  // Before anything is made: new folders at the place of a disk that is gone would be in its way when it comes back.
  const trouble = context.disk.placeTrouble();
  if (trouble !== null) {
    context.disk.look(); // tells by itself when the disk is back, without a write that shows it
    return fail('not-saved', '', { reason: trouble });
  }
  try {
    return await save();
  } catch (thrown) {
    const reason = thrown instanceof JournalWriteError ? thrown.code : classifyStorageError(thrown);
    if (reason === null) throw thrown;
    return notSaved(context, reason);
  }
}

/** The answer and the amber light of a disk that did not take something. */
export function notSaved(context: Pick<StationContext, 'health'>, reason: string): Answer<never> {
  context.health.writeTrouble = reason;
  return fail('not-saved', '', { reason });
}
