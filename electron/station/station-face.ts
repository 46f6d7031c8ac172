import type { Answer } from '../../shared/contract/call.ts';
import type { Push } from '../../shared/contract/pushes.ts';

/** A running station as its hosts see it: one door in, one way out. */
export interface Station {
  /**
   * Parses, authorises, runs and answers one call; `call` is untrusted. Never rejects: a surprise is logged and
   * answered as `internal`.
   */
  dispatch(method: string, call: unknown): Promise<Answer<unknown>>;
  /** Pushes to this listener until the returned function is called. */
  subscribe(listener: (push: Push) => void): () => void;
  /** Ends timers and child processes and closes the files; idempotent. */
  close(): Promise<void>;
}
