import type { EventData } from './events.ts';
import type { IssuePaper } from './commands.ts';
import type { SealedBox } from './schema-parts.ts';
import type { SignedPaperRef } from './signed-papers.ts';

export type SealCommand = ApprovePaper | SealPaper | SignSealedPaper | InstallCertificate;

/** 手写签名 under a content that was shown. */
export interface ApprovePaper extends SignedPaperRef {
  readonly type: 'approvePaper';
  readonly contentDigest: string;
  readonly drawing: SealedBox;
}

/** 封存: the paper is drawn and sealed already; what is decided is whether that may stand. */
export interface SealPaper {
  readonly type: 'sealPaper';
  readonly issue: Omit<IssuePaper, 'type'> & SignedPaperRef;
  readonly seal: EventData<'PaperSealed'>;
  /** The certificate that sealed it; listed where the day does not know it yet. */
  readonly certificate: EventData<'SealCertificateListed'>;
}

/** 补签: one more signature in a file that is sealed already. */
export interface SignSealedPaper extends SignedPaperRef {
  readonly type: 'signSealedPaper';
  readonly drawing: SealedBox;
  readonly seal: EventData<'PaperSealed'>;
  readonly certificate: EventData<'SealCertificateListed'>;
}

/** 装入签发的证书: from here on the station seals with this one. */
export interface InstallCertificate {
  readonly type: 'installCertificate';
  readonly certificate: EventData<'SealCertificateListed'>;
}

export type SealRefusalCode =
  | 'already-approved'
  /** The certificate stands in the day already. */
  | 'certificate-known'
  /** What the paper is about is not there, or was taken back. */
  | 'paper-subject-gone'
  /** Somebody who has to sign has not, under exactly this content. */
  | 'signatures-missing'
  /** A paper is sealed once; what changes later is said in a 更正单. */
  | 'already-sealed'
  | 'document-not-sealed'
  /** No field of the file waits for this person. */
  | 'no-field-for-signer'
  /** Somebody else has signed in between. */
  | 'sealed-meanwhile';
