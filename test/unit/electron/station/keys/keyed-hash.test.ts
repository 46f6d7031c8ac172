import { describe, expect, it } from 'vitest';
import { as, type DayId } from '../../../../../shared/ids.ts';
import { createDayKey } from '../../../../../electron/station/keys/day-key.ts';
import { createKeyedHashes } from '../../../../../electron/station/keys/keyed-hash.ts';
import { memorySecrets, seededIds } from '../../../../support/journal-fixture.ts';

function hashes(seed = 'k') {
  return createKeyedHashes(createDayKey(as<DayId>('1'.repeat(32)), { ids: seededIds(seed), secrets: memorySecrets() }));
}

describe('keyed hashes', () => {
  it('are the same on every station of the day and others under another key', () => {
    expect(hashes().candidateId('2024-11', '0123')).toBe(hashes().candidateId('2024-11', '0123'));
    expect(hashes('other').candidateId('2024-11', '0123')).not.toBe(hashes().candidateId('2024-11', '0123'));
    expect(hashes().candidateId('2024-11', '0123')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keep the parts apart', () => {
    const { candidateId, keyedHash, commandHash } = hashes();
    expect(candidateId('1', '23')).not.toBe(candidateId('12', '3'));
    expect(keyedHash('a', 'b"],["c')).not.toBe(keyedHash('a","b', 'c'));
    expect(commandHash('entry.checkIn', '{}')).not.toBe(commandHash('entry', 'checkIn{}'));
  });

  it('keep the purposes apart: an ID number is not found among names', () => {
    const { keyedHash } = hashes();
    expect(keyedHash('id-number', '110101199003077758')).not.toBe(keyedHash('person', '110101199003077758'));
    expect(keyedHash('id-number', 'x')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tell commands of one id with different inputs apart', () => {
    const { commandHash } = hashes();
    expect(commandHash('entry.checkIn', '{"seat":1}')).toMatch(/^[0-9a-f]{64}$/);
    expect(commandHash('entry.checkIn', '{"seat":1}')).not.toBe(commandHash('entry.checkIn', '{"seat":2}'));
  });
});
