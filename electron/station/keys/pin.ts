import { hash, verify } from '@node-rs/argon2';

// About 30 ms off the main thread; the figures stand in each hash, so older hashes stay good when these change.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id text of a PIN, with its own salt and the figures; personal data like the PIN's owner, so it is kept sealed. */
export async function hashPin(pin: string): Promise<string> {
  return await hash(pin, COST);
}

/** Whether this is the PIN that was hashed. Rejects for a text that is no argon2 hash. */
export async function isPin(pin: string, pinHash: string): Promise<boolean> {
  return await verify(pinHash, pin);
}
