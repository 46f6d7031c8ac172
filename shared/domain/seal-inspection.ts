/** What a reader saw in a sealed file, before anything is held against a journal; plain data, so it crosses processes. */
export interface SealInspection {
  readonly sizeBytes: number;
  /** Of the whole file, hex. */
  readonly sha256: string;
  /** 国密: how the second signature, where one was recorded, agrees with the file; null without one. */
  readonly companion: 'good' | 'digest-differs' | 'signature-wrong' | null;
  /** Whether the file's tables lead through all its parts; false where they were damaged or are of a form that we never write. */
  readonly isStructureSound: boolean;
  /** What follows the file's last readable part. */
  readonly appendedBytes: number;
  /** The text of the code on page 1, as the file's information repeats it; null without one. */
  readonly code: string | null;
  /** In the order of the file. */
  readonly signatures: readonly SeenSignature[];
  /** Parts that were appended without a signature of their own, after the signature (1-based) each follows. */
  readonly unsignedParts: readonly { readonly after: number; readonly changes: readonly SeenChange[] }[];
  /** Fields that hold something which is no signature over this file. */
  readonly brokenFields: readonly string[];
  /** Fields that wait for a signature at the file's end. */
  readonly openFields: readonly string[];
}

/** One signature in a file. */
export interface SeenSignature {
  /** Null where no field of the document holds it. */
  readonly field: string | null;
  readonly reason: string | null;
  readonly location: string | null;
  /** The time it claims, UTC ms. */
  readonly at: number | null;
  /** Where the bytes that it is over end. */
  readonly end: number;
  /** SHA-256 of the file up to there, hex: what a file cut back to this signature would have. */
  readonly sha256: string;
  /** Whether its range is the whole file up to its end, but for the signature itself. */
  readonly isWholeRange: boolean;
  /** What lies under it, compared with what was signed. */
  readonly content: 'equal' | 'differs' | 'unreadable';
  /** Whether it is by the key of its certificate; false too where that cannot be told. */
  readonly isByItsKey: boolean;
  readonly certificate: SeenCertificate | null;
  /** What the signature's own part changed beside what signing needs. */
  readonly changes: readonly SeenChange[];
}

/** The certificate in a signature. */
export interface SeenCertificate {
  /** SHA-256 of its DER, hex. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** The authority given with the question that its chain leads to, by fingerprint; null = to none of them. */
  readonly authority: string | null;
}

/** Something in the document that a later part rewrote. */
export interface SeenChange {
  readonly what: 'page' | 'page-content' | 'form' | 'information' | 'signature-removed' | 'other';
  /** 1-based; null where it is of no page. */
  readonly page: number | null;
  /** Of a signature that was taken out. */
  readonly field: string | null;
}

/** Why a file could not be looked into at all. */
export type InspectProblem = 'not-a-pdf' | 'file-too-large' | 'file-unreadable';
