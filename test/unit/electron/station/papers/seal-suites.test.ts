import { describe, expect, it } from 'vitest';
import { checkCompanion, type Companion, SEAL_SUITES } from '../../../../../electron/station/papers/seal-suites.ts';

const FILE = Buffer.from('a sealed file');
const IDS = Object.keys(SEAL_SUITES) as Companion['alg'][]; // its keys

describe.each(IDS)('the suite %s', (id) => {
  const suite = SEAL_SUITES[id];

  it('verifies what it signed, by the public key of the private one', () => {
    const { privateKey, publicKey } = suite.makeKey();
    const digest = suite.digest(FILE);
    expect(suite.publicKeyOf(privateKey)).toBe(publicKey);
    expect(suite.verify(digest, { signature: suite.sign(digest, privateKey), publicKey })).toBe(true);
  });

  it('verifies no other digest, no other key, and nothing that is no signature', () => {
    const [mine, other] = [suite.makeKey(), suite.makeKey()];
    const digest = suite.digest(FILE);
    const signature = suite.sign(digest, mine.privateKey);
    expect(suite.verify(suite.digest(Buffer.from('x')), { signature, publicKey: mine.publicKey })).toBe(false);
    expect(suite.verify(digest, { signature, publicKey: other.publicKey })).toBe(false);
    expect(suite.verify(digest, { signature: '00', publicKey: mine.publicKey })).toBe(false);
    expect(suite.verify(digest, { signature, publicKey: '04' })).toBe(false);
  });
});

describe('a companion', () => {
  it('[VF7] is SM2 over SM3, and is told from that of another file and from a forged one', () => {
    const suite = SEAL_SUITES['SM2-SM3'];
    // GB/T 32905-2016, example 1.
    expect(suite.digest(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    const { privateKey, publicKey } = suite.makeKey();
    const digest = suite.digest(FILE);
    const companion: Companion = { alg: 'SM2-SM3', publicKey, digest, signature: suite.sign(digest, privateKey) };
    expect(checkCompanion(FILE, companion)).toBe('good');
    expect(checkCompanion(Buffer.from('another'), companion)).toBe('digest-differs');
    expect(checkCompanion(FILE, { ...companion, publicKey: suite.makeKey().publicKey })).toBe('signature-wrong');
  });
});
