import { serveJobs } from '../warm-program.ts';
import { type Companion, SEAL_SUITES } from './seal-suites.ts';

/** What the parent sends: the sealed file, and the key that signs it; null = make one. */
export interface CompanionJob {
  readonly bytes: Uint8Array;
  readonly alg: Companion['alg'];
  readonly privateKey: string | null;
}

/** What comes back; null where it failed. */
export type CompanionReply = { readonly companion: Companion; readonly privateKey: string } | null;

// The program of the child process that signs a file a second time: the curve in plain JavaScript stays out of the station.
serveJobs<CompanionJob, CompanionReply>(
  ({ bytes, alg, privateKey: kept }) => {
    const suite = SEAL_SUITES[alg];
    const privateKey = kept ?? suite.makeKey().privateKey;
    const digest = suite.digest(bytes);
    const signature = suite.sign(digest, privateKey);
    const companion = { alg, publicKey: suite.publicKeyOf(privateKey), digest, signature };
    return Promise.resolve({ companion, privateKey });
  },
  () => null,
);
