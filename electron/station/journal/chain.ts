import { createHash } from 'node:crypto';

const EVENT_DOMAIN = 'proctor-station event v1\n';
const NO_PREVIOUS = Buffer.alloc(32);

export interface ChainLink {
  readonly genesisHash: Uint8Array;
  /** Chain hash of the event before; null for the first of an epoch (its data name the earlier epoch's head). */
  readonly previousHash: Uint8Array | null;
  /** The event's bytes as stored. */
  readonly bytes: Uint8Array;
}

/** The chain hash of an event: SHA-256 over domain, day, all that went before in its chain, and the event itself. */
export function eventHash({ genesisHash, previousHash, bytes }: ChainLink): Buffer {
  const hash = createHash('sha256').update(EVENT_DOMAIN).update(genesisHash);
  return hash
    .update(previousHash ?? NO_PREVIOUS)
    .update(bytes)
    .digest();
}
