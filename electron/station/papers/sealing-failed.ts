import type { Answer } from '../../../shared/contract/call.ts';
import { fail } from '../api/handler.ts';
import type { StationContext } from '../api/station-context.ts';

/** A file that could not be sealed: why goes into the log, the screen says what to do. */
export function sealingFailed({ ports }: Pick<StationContext, 'ports'>, message: string): Answer<never> {
  ports.logger.log('error', 'sealing-failed', { message });
  return fail('sealing-failed', 'SE1');
}
