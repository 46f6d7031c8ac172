import { err, type Result } from '../../../shared/result.ts';
import { createWarmProgram } from '../warm-program.ts';
import type { CertificateOf } from './make-certificate.ts';
import type { FieldToSign, SealKey, signLate } from './seal-file.ts';

export type SealJob =
  | { readonly kind: 'make-certificate'; readonly of: CertificateOf }
  | { readonly kind: 'make-request'; readonly key: SealKey }
  | {
      readonly kind: 'seal';
      readonly bytes: Uint8Array;
      readonly key: SealKey;
      readonly fields: readonly string[];
      readonly sign: readonly FieldToSign[];
    }
  | ({ readonly kind: 'sign-late'; readonly bytes: Uint8Array } & Parameters<typeof signLate>[1]);

export interface MadeCertificate extends SealKey {
  readonly notBefore: number;
  readonly notAfter: number;
}

export type SealReply = Result<
  ({ readonly kind: 'certificate' } & MadeCertificate) | { readonly kind: 'file'; readonly bytes: Uint8Array },
  /** Why not: for the log, never for a screen. */
  string
>;

/** Makes certificates and seals files, in a process of its own: the libraries for it are large and needed twice a day. */
export interface Sealer {
  /** Never rejects. */
  makeCertificate(of: CertificateOf): Promise<Result<MadeCertificate, string>>;
  /** Never rejects; the sealed file. */
  seal(job: Extract<SealJob, { kind: 'seal' | 'sign-late' }>): Promise<Result<Uint8Array, string>>;
  /** PKCS #10, DER, for a certificate of this key by another authority. Never rejects. */
  makeRequest(key: SealKey): Promise<Result<Uint8Array, string>>;
  /** Ends the process. Idempotent. */
  close(): Promise<void>;
}

export function createSealer(options: { readonly restAfterMs?: number } = {}): Sealer {
  const program = createWarmProgram<SealJob, SealReply>(new URL('./seal-child.ts', import.meta.url), {
    ...options,
    failed: sealingDied,
  });
  async function fileOf(job: SealJob): Promise<Result<Uint8Array, string>> {
    const reply = await program.ask(job);
    if (!reply.ok) return reply;
    return reply.value.kind === 'file' ? { ok: true, value: reply.value.bytes } : err('not a file');
  }
  return {
    async makeCertificate(of) {
      const reply = await program.ask({ kind: 'make-certificate', of });
      if (!reply.ok) return reply;
      return reply.value.kind === 'certificate' ? { ok: true, value: reply.value } : err('not a certificate');
    },
    seal: fileOf,
    makeRequest: (key) => fileOf({ kind: 'make-request', key }),
    close: () => program.close(),
  };
}

/** What is answered where sealing failed or its process died. */
export function sealingDied(message: string): SealReply {
  return err(message);
}
