import { hash, verify } from '@node-rs/argon2';

/** argon2id's figures: KiB of memory, passes, lanes. They stand in each hash, so older hashes stay good when they change. */
export interface PinCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** What every host gives: about 30 ms off the main thread. */
export const PIN_COST: PinCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id text of a PIN, with its own salt and the figures; personal data like the PIN's owner, so it is kept sealed. */
export async function hashPin(pin: string, cost: PinCost): Promise<string> {
  return await hash(pin, cost);
}

/** Whether this is the PIN that was hashed. Rejects for a text that is no argon2 hash. */
export async function isPin(pin: string, pinHash: string): Promise<boolean> {
  return await verify(pinHash, pin);
}
