import { describe, expect, it } from 'vitest';
import { dayIdOf } from '../../../../../electron/station/journal/genesis.ts';
import {
  createStationKeys,
  isHeadSignedBy,
  signHead,
  stationIdOf,
} from '../../../../../electron/station/journal/head-signature.ts';
import { aGenesis, stationKeys } from '../../../../support/journal-fixture.ts';

const keys = stationKeys();
const day = dayIdOf(aGenesis());
const head = { station: keys.station, epoch: 1, seq: 233, hash: 'ab'.repeat(32) };
const signed = signHead(keys, day, head);

describe('station keys', () => {
  it('come from a seed alone and agree with the published Ed25519 test vector', () => {
    const rfc8032 = createStationKeys(
      Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
    );
    expect(rfc8032.publicKey.toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(rfc8032.station).toBe(stationIdOf(rfc8032.publicKey));
    expect(rfc8032.station).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are not made from a seed of another length', () => {
    expect(() => createStationKeys(new Uint8Array(31))).toThrow('32 bytes');
  });
});

describe('a signed head', () => {
  it('is recognised by the station key', () => {
    expect(isHeadSignedBy(keys.publicKey, day, signed)).toBe(true);
  });

  it.each([
    ['another seq', { ...signed, seq: 234 }],
    ['another epoch', { ...signed, epoch: 2 }],
    ['another hash', { ...signed, hash: 'ac'.repeat(32) }],
    ['another station', { ...signed, station: stationKeys('other').station }],
    ['no signature', { ...signed, signature: '' }],
  ])('does not stand for %s', (_, other) => {
    expect(isHeadSignedBy(keys.publicKey, day, other)).toBe(false);
  });

  it('does not stand for another day or another key', () => {
    expect(isHeadSignedBy(keys.publicKey, dayIdOf(aGenesis('rehearsal')), signed)).toBe(false);
    expect(isHeadSignedBy(stationKeys('other').publicKey, day, signed)).toBe(false);
  });

  it('of a station cannot be made with the key of another', () => {
    const other = stationKeys('other');
    const forged = signHead(other, day, head);
    expect(isHeadSignedBy(other.publicKey, day, forged)).toBe(false);
  });
});
