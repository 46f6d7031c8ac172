import { createHash } from 'node:crypto';
import type { Answer } from '../../../shared/contract/call.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { EventData } from '../../../shared/domain/events.ts';
import type { Head, PrintedHead } from '../../../shared/domain/schema-parts.ts';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import type { DayId, DocumentId, PaperId, RoomNo, StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { keepPaperFile, type PaperRevision, paperPath } from '../day/paper-files.ts';
import type { DocumentProblem } from '../documents/document-problem.ts';
import { signHead } from '../journal/head-signature.ts';
import { PLACES } from '../keys/day-keys.ts';
import type { StationIdentity } from '../station-db/identity.ts';
import { fail } from './handler.ts';
import type { StationContext } from './station-context.ts';

const NAMED_CHARACTERS = 20;

/** A paper on its way: what it is called and what stands on it, the digest printed on it included. */
export interface PaperToKeep {
  readonly document: DocumentId;
  readonly printable: DocumentView;
}

/**
 * Draws a paper and keeps it sealed in the data folder; answers its number of pages. The file comes before the record: a
 * recorded paper is always there to be read. Throws when the disk does not take it.
 */
export async function drawAndKeep(
  context: Pick<StationContext, 'renderer' | 'ports'>,
  day: Pick<OpenDay, 'keys'> & { readonly journal: Pick<OpenDay['journal'], 'day'> },
  { document, printable }: PaperToKeep,
): Promise<Answer<{ readonly pages: number }>> {
  const drawn = await context.renderer.render(printable);
  if (!drawn.ok) return drawingFailed(context, drawn.error);
  keepPaper(context, day, { document, bytes: drawn.value.bytes });
  return ok({ pages: drawn.value.pages });
}

/** Keeps a paper's file, or a later revision of a sealed one, in the data folder; durable. Throws when the disk does not take it. */
export function keepPaper(
  { ports }: Pick<StationContext, 'ports'>,
  day: Pick<OpenDay, 'keys'> & { readonly journal: Pick<OpenDay['journal'], 'day'> },
  {
    document,
    bytes,
    seal = null,
  }: { readonly document: DocumentId; readonly bytes: Uint8Array; readonly seal?: PaperRevision | null },
): void {
  const file = day.keys.boxes.sealBytes(...PLACES.paperFile, bytes);
  keepPaperFile(paperPath(ports.dataDir, day.journal.day, document, seal), file);
}

/** SHA-256 of a text's UTF-8 bytes, hex: what papers bear and what signers approve. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A chain's head as PaperIssued keeps it: signed where it is this station's own. */
export function printedHead(identity: StationIdentity, day: DayId, head: Head): PrintedHead {
  return head.station === identity.station ? signHead(identity, day, head) : { ...head, signature: null };
}

/** The invigilators of a room, in the order of their enlisting. */
export function invigilatorsIn(day: OpenDay, room: RoomNo): readonly StaffId[] {
  return Object.values(day.state.site.staff)
    .filter((staff) => staff.role === 'invigilator' && staff.room === room)
    .map(({ staff }) => staff);
}

/** What was issued by a command that issues one paper: the event's data and the paper's subject. */
export function issuedIn(
  events: readonly StoredEvent[],
): EventData<'PaperIssued'> & { readonly paper: PaperId | null } {
  const issued = events.map(({ event }) => event).find((event) => event.type === 'PaperIssued');
  if (issued === undefined) throw new Error('an issued paper without its event');
  return { ...issued.data, paper: issued.paper };
}

/** Why a paper could not be drawn, as it is answered; what is not a character's fault is logged. */
export function drawingFailed({ ports }: Pick<StationContext, 'ports'>, problem: DocumentProblem): Answer<never> {
  if (problem.code === 'renderer-failed') {
    ports.logger.log('error', 'drawing-failed', { message: problem.message });
    return fail('internal');
  }
  const first = problem.where[0];
  return fail('glyph-missing', '', {
    characters: problem.characters.join(' '),
    room: first?.room ?? '',
    section: first?.section ?? '',
    seat: first?.person?.seat ?? '',
    // A text of the record may be a paragraph: its beginning tells which one it is.
    name: first?.person?.name ?? [...(first?.text ?? '')].slice(0, NAMED_CHARACTERS).join(''),
    count: problem.where.length,
  });
}
