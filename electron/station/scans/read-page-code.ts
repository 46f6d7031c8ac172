import { existsSync } from 'node:fs';
import type { Answer } from '../../../shared/contract/call.ts';
import type { DocumentKind } from '../../../shared/domain/events.ts';
import type { IssuedPaper } from '../../../shared/domain/state.ts';
import { type PaperQr, parsePaperQr, type QrDocument, SHORT_HASH_DIGITS } from '../../../shared/documents/paper-qr.ts';
import { as, type DocumentId, type RoomNo } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import { kindOf, type StationContext } from '../api/station-context.ts';
import type { OpenDay } from '../day/open-day.ts';
import { paperPath } from '../day/paper-files.ts';
import type { DayRecord } from '../station-db/station-db.ts';
import type { PictureCode } from '../pictures/read-codes.ts';

/** The page that a picture shows, as its code says and as it was issued. */
export interface ShownPage {
  readonly room: RoomNo;
  readonly issued: IssuedPaper;
  readonly qr: PaperQr;
  readonly code: PictureCode;
}

const KINDS: Readonly<Record<QrDocument, DocumentKind | null>> = {
  sheet: 'sign-in-sheet',
  record: 'room-record',
  notice: 'violation-notice',
  report: 'incident-report',
  correction: 'correction',
  lots: null,
  checks: null,
};

/** What of the station tells which paper a code names. */
interface CodeContext {
  readonly ports: Pick<StationContext['ports'], 'dataDir' | 'rehearsal'>;
  readonly stationDb: {
    readonly identity: Pick<StationContext['stationDb']['identity'], 'station'>;
    readonly listDays: () => readonly Pick<DayRecord, 'day' | 'title' | 'date'>[];
  };
}

/** … and of its day. */
interface CodeDay {
  readonly state: OpenDay['state'];
  readonly journal: {
    readonly day: OpenDay['journal']['day'];
    readonly chains: () => readonly {
      readonly label: string;
      readonly head: { readonly station: IssuedPaper['event']['station'] };
    }[];
  };
}

/** Which paper of this day the codes in a picture name (SB2); other codes on the desk say nothing. */
export function readPageCode(context: CodeContext, day: CodeDay, codes: readonly PictureCode[]): Answer<ShownPage> {
  const read = codes.map((code) => ({ code, qr: parsePaperQr(code.text) }));
  const ours = read.filter(({ qr }) => qr.ok || qr.error !== 'not-a-paper');
  const first = ours[0];
  if (first === undefined) return fail('code-not-found', 'SB2');
  const pages = new Set(ours.map(({ qr, code }) => (qr.ok ? `${qr.value.documentId} ${qr.value.page}` : code.text)));
  if (pages.size > 1) return fail('codes-of-several', 'SB2');
  const { code, qr } = first;
  if (!qr.ok) return fail('code-unreadable', 'SB2');
  if (qr.value.kind !== kindOf(context.ports))
    return fail(qr.value.kind === 'rehearsal' ? 'paper-of-rehearsal' : 'paper-of-real-day', 'SB2');
  const found = findIssued(day, qr.value);
  if (found === null) return notOfThisDay(context, day, qr.value);
  // Of another station, and its file did not come here with a copy either.
  if (found.issued.event.station !== context.stationDb.identity.station && !isHere(context, day, found.issued)) {
    const chain = day.journal.chains().find(({ head }) => head.station === found.issued.event.station);
    return fail('paper-of-other-station', 'SB2', { station: chain?.label ?? '' });
  }
  if (!isSaidBy(qr.value, found)) return fail('paper-code-differs', 'SB2');
  return ok({ ...found, qr: qr.value, code });
}

function isHere({ ports }: CodeContext, day: CodeDay, { document }: IssuedPaper): boolean {
  return existsSync(paperPath(ports.dataDir, day.journal.day, document));
}

interface FoundPaper {
  readonly room: RoomNo;
  readonly issued: IssuedPaper;
}

function findIssued(day: CodeDay, { documentId }: PaperQr): FoundPaper | null {
  for (const { room, issued } of Object.values(day.state.rooms)) {
    const paper = issued.find(({ document }) => document === documentId);
    if (paper !== undefined) return { room, issued: paper };
  }
  return null;
}

/** The code says of the paper what the record says of it. */
function isSaidBy(qr: PaperQr, { room, issued }: FoundPaper): boolean {
  return (
    KINDS[qr.document] === issued.kind &&
    qr.room === room &&
    qr.paper === issued.paper &&
    qr.pages === issued.pages &&
    qr.digest === issued.viewDigest.slice(0, SHORT_HASH_DIGITS)
  );
}

/** Of another day of this computer, where its papers lie; else of none that is known here. */
function notOfThisDay({ ports, stationDb }: CodeContext, day: CodeDay, { documentId }: PaperQr): Answer<never> {
  // A file's name from a code that anybody may have drawn: nothing but letters, digits and dashes.
  const isName = /^[0-9a-zA-Z-]{1,40}$/.test(documentId);
  const other = !isName
    ? undefined
    : stationDb
        .listDays()
        .filter((record) => record.day !== day.journal.day)
        .find((record) => existsSync(paperPath(ports.dataDir, record.day, as<DocumentId>(documentId))));
  return other === undefined
    ? fail('paper-unknown', 'SB2')
    : fail('paper-of-other-day', 'SB2', { title: other.title, date: other.date });
}
