import type { StaffId, StationId } from '../ids.ts';
import { judgeFile } from './judge-seal-file.ts';
import { recordNumberOf } from './record-number.ts';
import type { EventRef } from './schema-parts.ts';
import type { SealInspection, SeenSignature } from './seal-inspection.ts';
import {
  type JudgedSignature,
  SEAL_FINDINGS,
  type SealFinding,
  type SealOutcome,
  type SealVerdict,
} from './seal-verdict.ts';
import type { DayState, IssuedPaper, PaperSeal, RoomState } from './state.ts';

/** A journal that a file is held against. */
export interface KnownDay {
  readonly state: DayState;
  readonly kind: 'real' | 'rehearsal';
  /** '?' for a station that it does not know. */
  readonly labelOf: (station: StationId) => string;
  /** Null where the name does not open here. */
  readonly nameOf: (staff: StaffId) => string | null;
}

export interface SealQuestion {
  readonly inspection: SealInspection;
  /** What the code that the file bears says of itself; null where it bears none of ours. */
  readonly code: { readonly kind: 'real' | 'rehearsal'; readonly documentId: string } | null;
  /** Null where none was given. */
  readonly known: KnownDay | null;
  /** Whether authorities were given to lead the certificates to. */
  readonly hasAuthorities: boolean;
}

interface FoundPaper {
  readonly room: RoomState;
  readonly issued: IssuedPaper;
  /** The revision that this file is, byte for byte. */
  readonly seal: PaperSeal | null;
}

/** What a file is, by what was seen in it and what the journal says; everything that is wrong is named, not only the first. */
export function judgeSeal({ inspection, code, known, hasAuthorities }: SealQuestion): SealVerdict {
  // A file cut back to one of its signatures would be one of these.
  const beginnings = new Set(inspection.signatures.map(({ sha256 }) => sha256));
  const found = known === null ? null : findPaper(inspection, { code, beginnings }, known);
  const findings = [
    ...judgeFile(inspection),
    ...inspection.signatures.flatMap((seen, index) => judgeCertificate(seen, index + 1, { known, hasAuthorities })),
    ...judgeKind(code, known),
    ...judgeAgainstJournal(inspection, known, found),
    ...judgeCompanion(inspection),
  ];
  return {
    outcome: outcomeOf(findings),
    paper:
      found === null || known === null
        ? null
        : {
            document: found.issued.document,
            kind: found.issued.kind,
            room: found.room.room,
            paper: found.issued.paper,
            copy: found.issued.copy,
            number: numberOf(known, found.issued.event),
          },
    sha256: inspection.sha256,
    signatures: inspection.signatures.map((seen, index) =>
      describe(seen, { known, found, beginnings, isGood: findings.every((one) => !accuses(one, index + 1)) }),
    ),
    findings,
  };
}

/** By its bytes; else by one of its beginnings; else by the code that it bears. */
function findPaper(
  inspection: SealInspection,
  { code, beginnings }: Pick<SealQuestion, 'code'> & { readonly beginnings: ReadonlySet<string> },
  { state }: KnownDay,
): FoundPaper | null {
  const papers = Object.values(state.rooms).flatMap((room) => room.issued.map((issued) => ({ room, issued })));
  for (const { room, issued } of papers) {
    const seal = issued.seals.find(({ sha256 }) => sha256 === inspection.sha256);
    if (seal !== undefined) return { room, issued, seal };
  }
  const other =
    papers.find(({ issued }) => issued.seals.some(({ sha256 }) => beginnings.has(sha256))) ??
    papers.find(({ issued }) => issued.document === code?.documentId);
  return other === undefined ? null : { ...other, seal: null };
}

function judgeCertificate(
  { certificate, at }: SeenSignature,
  signature: number,
  { known, hasAuthorities }: Pick<SealQuestion, 'known' | 'hasAuthorities'>,
): readonly SealFinding[] {
  if (certificate === null) return []; // said already: the signature cannot be read
  const { fingerprint, subject, notBefore, notAfter, authority } = certificate;
  const details = { subject };
  return [
    ...(known !== null && known.state.site.sealCertificates[fingerprint] === undefined
      ? [{ code: 'certificate-foreign' as const, signature, details }]
      : []),
    ...(hasAuthorities && authority === null ? [{ code: 'authority-differs' as const, signature, details }] : []),
    ...(known === null && !hasAuthorities ? [{ code: 'certificate-unknown' as const, signature, details }] : []),
    ...(at !== null && (at < notBefore || at > notAfter)
      ? [{ code: 'certificate-out-of-time' as const, signature, details: {} }]
      : []),
  ];
}

function judgeKind(code: SealQuestion['code'], known: KnownDay | null): readonly SealFinding[] {
  if (code === null || code.kind === (known?.kind ?? 'real')) return [];
  return [{ code: 'other-kind', signature: null, details: { kind: code.kind } }];
}

function judgeAgainstJournal(
  inspection: SealInspection,
  known: KnownDay | null,
  found: FoundPaper | null,
): readonly SealFinding[] {
  if (inspection.signatures.length === 0 && found === null) return [];
  if (known === null) return [{ code: 'journal-missing', signature: null, details: {} }];
  const newest = found?.issued.seals.at(-1);
  // A paper that was only printed, or sealed where this journal does not reach.
  if (found === null || newest === undefined) return [{ code: 'paper-unknown', signature: null, details: {} }];
  const { seal } = found;
  const number = numberOf(known, (seal ?? newest).event);
  const ends = endsOf(found.issued);
  if (seal !== null && ends.includes(seal)) {
    const others = ends.filter((one) => one !== seal).map((one) => numberOf(known, one.event));
    return [
      { code: 'journal-agrees', signature: null, details: { number } },
      ...others.map((other): SealFinding => ({ code: 'signed-apart', signature: null, details: { other } })),
    ];
  }
  const has = new Set(inspection.signatures.map(({ field }) => field));
  const missing = newest.signatures.filter(({ field }) => !has.has(field));
  return [
    seal === null
      ? { code: 'digest-differs', signature: null, details: { number } }
      : { code: 'older-revision', signature: null, details: { number, newest: numberOf(known, newest.event) } },
    ...missing.map(({ field, staff }): SealFinding => {
      const name = known.nameOf(staff);
      return { code: 'signature-missing', signature: null, details: { field, ...(name === null ? {} : { name }) } };
    }),
  ];
}

/** The revisions that nothing was signed on: one, unless two stations signed the same one before they knew of each other. */
function endsOf({ seals }: FoundPaper['issued']): readonly PaperSeal[] {
  return seals.filter(({ sha256 }) => !seals.some(({ previous }) => previous === sha256));
}

function judgeCompanion({ companion }: SealInspection): readonly SealFinding[] {
  if (companion === null) return [];
  return [{ code: companion === 'good' ? 'companion-good' : 'companion-wrong', signature: null, details: {} }];
}

function numberOf({ labelOf }: KnownDay, event: EventRef): string {
  return recordNumberOf(labelOf(event.station), event);
}

function outcomeOf(findings: readonly SealFinding[]): SealOutcome {
  const weights = findings.map(({ code }) => SEAL_FINDINGS[code]);
  if (weights.includes('wrong')) return 'wrong';
  return weights.includes('open') ? 'open' : 'sound';
}

/** What is said of a signature itself; what was done after it does not make it a bad one. */
const AFTERWARDS: readonly SealFinding['code'][] = ['unsigned-part', 'certificate-unknown'];

function accuses({ code, signature }: SealFinding, asked: number): boolean {
  if (code === 'content-changed') return signature !== null && asked >= signature;
  return signature === asked && !AFTERWARDS.includes(code);
}

function describe(
  { field, reason, at, certificate }: SeenSignature,
  {
    known,
    found,
    beginnings,
    isGood,
  }: {
    readonly known: KnownDay | null;
    readonly found: FoundPaper | null;
    readonly beginnings: ReadonlySet<string>;
    readonly isGood: boolean;
  },
): JudgedSignature {
  const listed = certificate === null ? undefined : known?.state.site.sealCertificates[certificate.fingerprint];
  const signed = found?.issued.seals.filter(({ signatures }) => signatures.some((one) => one.field === field));
  // Of two that were made apart, the one that this file holds.
  const seal = signed?.find(({ sha256 }) => beginnings.has(sha256)) ?? signed?.[0];
  const signer = seal?.signatures.find((one) => one.field === field);
  const name = (signer && known?.nameOf(signer.staff)) ?? null;
  return {
    field,
    name: name ?? nameIn(reason),
    by: name === null ? null : (signer?.by ?? null),
    as: signer?.as ?? null,
    at: at !== null && at >= 0 ? at : null,
    isGood,
    station: listed === undefined || known === null ? null : known.labelOf(listed.station),
    number: seal === undefined || known === null ? null : numberOf(known, seal.event),
  };
}

/** "由本机代 李监考 封存" */
function nameIn(reason: string | null): string | null {
  return /^由本机代 (.{1,60}) 封存$/u.exec(reason ?? '')?.[1] ?? null;
}
