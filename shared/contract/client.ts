import type { CommandId, StaffId } from '../ids.ts';
import type { Answer } from './call.ts';
import type { MethodInput, MethodName, MethodOutput } from './methods.ts';
import type { Push } from './pushes.ts';

/** What a call may carry beside its input. */
export interface CallOptions {
  readonly command?: CommandId;
  readonly actor?: StaffId | null;
  readonly proof?: string | null;
  readonly second?: StaffId | null;
  readonly secondProof?: string | null;
  readonly approverProof?: string | null;
  readonly approvalCode?: string | null;
  readonly occurredAt?: number | null;
  readonly reason?: string | null;
}

/** The page's side of the contract; the preload and the browser transport both offer exactly this. */
export interface StationClient {
  /** Never throws for an expected failure; throws only when the carrier is gone for good. */
  invoke<M extends MethodName>(
    method: M,
    input: MethodInput<M>,
    options?: CallOptions,
  ): Promise<Answer<MethodOutput<M>>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (push: Push) => void): () => void;
}

/** How the page stands to its station; a browser page reconnects by itself. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'no-session';
