import { isAwakeNeeded } from '../../../shared/domain/awake.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { Ports } from '../ports.ts';

/** Tells the host, at each change, whether the computer must stay awake. */
export interface AwakeKeeper {
  /** Looks at the day as it stands at `nowMs`; null = no day. Never throws: a host that cannot must not stop the clock. */
  look(timeline: Timeline | null, nowMs: number): void;
  /** Lets the computer sleep again, whatever the day says. */
  release(): void;
}

/** AL4. The host is told nothing until it is needed for the first time. */
export function createAwakeKeeper({ keepAwake, logger }: Pick<Ports, 'keepAwake' | 'logger'>): AwakeKeeper {
  let isAwake = false;

  function tell(isNeeded: boolean): void {
    if (isNeeded === isAwake || keepAwake === null) return;
    isAwake = isNeeded;
    try {
      keepAwake(isNeeded);
    } catch (error) {
      logger.log('warn', 'keep-awake-failed', { message: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    look: (timeline, nowMs) => tell(isAwakeNeeded(timeline, nowMs)),
    release: () => tell(false),
  };
}
