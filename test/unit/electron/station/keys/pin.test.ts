import { describe, expect, it } from 'vitest';
import { hashPin, isPin, PIN_COST } from '../../../../../electron/station/keys/pin.ts';

describe('a PIN', () => {
  it('is recognised from its hash, and another one is not', async () => {
    const hash = await hashPin('135790', PIN_COST);
    expect(await isPin('135790', hash)).toBe(true);
    expect(await isPin('135791', hash)).toBe(false);
    expect(await isPin('', hash)).toBe(false);
  });

  it('is hashed with argon2id at 19 MiB and two passes, each time with another salt', async () => {
    const [one, two] = await Promise.all([hashPin('135790', PIN_COST), hashPin('135790', PIN_COST)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('is not compared with what is no hash', async () => {
    await expect(isPin('135790', 'not a hash')).rejects.toThrow('Decoding failed');
  });
});
