import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as, type DayId } from '../../../../../shared/ids.ts';
import { createDayKey, destroyDayKey, loadDayKey } from '../../../../../electron/station/keys/day-key.ts';
import { memorySecrets, seededIds, unwrap } from '../../../../support/journal-fixture.ts';

const day = as<DayId>('1'.repeat(32));
const otherDay = as<DayId>('2'.repeat(32));

describe('the day key', () => {
  it('is kept under the day, named by a hash of it, and the same when it is loaded again', () => {
    const secrets = memorySecrets();
    const key = createDayKey(day, { ids: seededIds('k'), secrets });
    const secret = secrets.read(`day-${day}`)!;
    expect(secret).toHaveLength(32);
    expect(key.keyId).toBe(
      createHash('sha256').update('proctor-station key id v1\n').update(secret).digest('hex').slice(0, 16),
    );
    expect(unwrap(loadDayKey(day, secrets)).subkey('box')).toEqual(key.subkey('box'));
  });

  it('gives each purpose and each day a key of its own, never the key itself', () => {
    const secrets = memorySecrets();
    const key = createDayKey(day, { ids: seededIds('k'), secrets });
    secrets.write(`day-${otherDay}`, secrets.read(`day-${day}`)!);
    const other = unwrap(loadDayKey(otherDay, secrets));
    const subkeys = [key, other].flatMap((of) =>
      (['box', 'candidate-id', 'keyed-hash', 'command-hash'] as const).map((use) => of.subkey(use)),
    );
    const all = [...subkeys, secrets.read(`day-${day}`)!].map((bytes) => Buffer.from(bytes).toString('hex'));
    expect(new Set(all).size).toBe(9);
  });

  it('is not made twice: what the first one sealed would stay shut', () => {
    const secrets = memorySecrets();
    createDayKey(day, { ids: seededIds('k'), secrets });
    expect(() => createDayKey(day, { ids: seededIds('l'), secrets })).toThrow('has a key already');
  });

  it('is missing once it is destroyed, and damaged when it is something else', () => {
    const secrets = memorySecrets();
    createDayKey(day, { ids: seededIds('k'), secrets });
    destroyDayKey(day, secrets);
    destroyDayKey(day, secrets);
    expect(loadDayKey(day, secrets)).toEqual({ ok: false, error: 'missing' });
    secrets.write(`day-${day}`, new Uint8Array(31));
    expect(loadDayKey(day, secrets)).toEqual({ ok: false, error: 'damaged' });
  });
});
