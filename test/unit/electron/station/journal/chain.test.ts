import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventHash } from '../../../../../electron/station/journal/chain.ts';
import { dayIdOf, genesisBytes, genesisHash, parseGenesis } from '../../../../../electron/station/journal/genesis.ts';
import { aGenesis } from '../../../../support/journal-fixture.ts';

const bytes = Buffer.from('{"a":1}');

describe('the genesis', () => {
  it('is stored as canonical bytes and hashed with its domain', () => {
    const genesis = aGenesis();
    const text = `{"hash":"sha256","kind":"real","madeAt":${genesis.madeAt},"nonce":"${genesis.nonce}","v":1}`;
    expect(genesisBytes(genesis).toString()).toBe(text);
    expect(genesisHash(genesis).toString('hex')).toBe(
      createHash('sha256').update(`proctor-station genesis v1\n${text}`).digest('hex'),
    );
    expect(dayIdOf(genesis)).toBe(genesisHash(genesis).toString('hex').slice(0, 32));
  });

  it('fixes the day: a rehearsal made at the same moment with the same nonce is another day', () => {
    const real = aGenesis('real');
    expect(dayIdOf({ ...real, kind: 'rehearsal' })).not.toBe(dayIdOf(real));
  });

  it.each([
    ['other spacing', ' {"hash":"sha256","kind":"real","madeAt":1,"nonce":"NONCE","v":1}'],
    ['another order', '{"v":1,"hash":"sha256","kind":"real","madeAt":1,"nonce":"NONCE"}'],
    ['a field more', '{"hash":"sha256","kind":"real","madeAt":1,"more":1,"nonce":"NONCE","v":1}'],
    ['an unknown hash', '{"hash":"sm3","kind":"real","madeAt":1,"nonce":"NONCE","v":1}'],
    ['no JSON', 'x'],
  ])('with %s is none', (_, text) => {
    expect(parseGenesis(Buffer.from(text.replace('NONCE', '0'.repeat(64))))).toEqual({
      ok: false,
      error: 'not-a-genesis',
    });
  });

  it('is read back from its bytes', () => {
    expect(parseGenesis(genesisBytes(aGenesis()))).toEqual({ ok: true, value: aGenesis() });
  });
});

describe('the chain hash', () => {
  it('covers domain, day, everything before, and the bytes, in this order', () => {
    const day = Buffer.alloc(32, 7);
    const previous = Buffer.alloc(32, 9);
    const hash = createHash('sha256')
      .update('proctor-station event v1\n')
      .update(day)
      .update(previous)
      .update(bytes)
      .digest();
    expect(eventHash({ genesisHash: day, previousHash: previous, bytes })).toEqual(hash);
  });

  it('begins a chain with 32 zero bytes', () => {
    const day = genesisHash(aGenesis());
    expect(eventHash({ genesisHash: day, previousHash: null, bytes })).toEqual(
      eventHash({ genesisHash: day, previousHash: Buffer.alloc(32), bytes }),
    );
  });
});
