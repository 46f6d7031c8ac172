import fc from 'fast-check';
import { at, INVIGILATOR_1 } from '../support/sim-station.ts';

/** What these events are about, from the same few values as all others, so that they meet. */
interface Parts {
  readonly box: fc.Arbitrary<unknown>;
  readonly digest: fc.Arbitrary<string>;
  readonly eventRef: fc.Arbitrary<unknown>;
  readonly seat: fc.Arbitrary<unknown>;
  readonly instant: fc.Arbitrary<number>;
}

/** The data of every event about a sealed or scanned paper, in its form. */
export function sealedPaperData({ box, digest, eventRef, seat, instant }: Parts) {
  return {
    SealCertificateListed: fc.record({
      alg: fc.constant('ECDSA-P256-SHA256'),
      fingerprint: digest,
      certificate: fc.constant('AAAA'),
      issuers: fc.constantFrom([], ['AAAA']),
      notBefore: instant,
      notAfter: instant,
    }),
    PaperSealed: fc.record({
      document: fc.constantFrom('document-1', 'document-2'),
      revision: fc.integer({ min: 1, max: 3 }),
      alg: fc.constant('ECDSA-P256-SHA256'),
      sha256: digest,
      previous: fc.option(digest),
      fingerprint: digest,
      contentDigest: digest,
      signatures: fc.constant([{ field: 'Sig1', staff: INVIGILATOR_1, as: 'invigilator', at: at('10:05'), by: 'pin' }]),
      open: fc.constantFrom([], [{ field: 'Sig2', as: 'chief', staff: null }]),
      companion: fc.constant(null),
    }),
    CorrectionOpened: fc.record({ corrects: eventRef, why: box }),
    PaperScanFiled: fc.record({
      document: fc.constantFrom('sheet-1', 'sheet-2'),
      page: fc.integer({ min: 1, max: 2 }),
      pages: fc.constant(2),
      file: digest,
      picture: fc.constantFrom('jpeg', 'png', 'webp', 'tiff'),
      rows: fc.option(fc.nat(5)),
      unsigned: fc.array(seat, { maxLength: 2 }),
      unclear: fc.array(seat, { maxLength: 2 }),
    }),
    CompanionSealChosen: fc.record({ alg: fc.constantFrom('SM2-SM3', null) }),
  };
}
