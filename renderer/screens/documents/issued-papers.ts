import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';

/** One line of the list of papers made: one file. */
export interface IssuedLine {
  readonly key: string;
  readonly name: string;
  readonly isReprint: boolean;
  readonly pages: number;
  /** The first paper of the file; its id opens it. */
  readonly paper: IssuedPaper;
}

/** A room's papers, newest first. */
export function issuedInRoom(room: RoomState): readonly IssuedLine[] {
  return room.issued.toReversed().map((paper) => ({
    key: paper.document,
    name: nameOf(paper, `第 ${paper.copy} 份`),
    isReprint: paper.copy > 1,
    pages: paper.pages,
    paper,
  }));
}

/** The site's papers, newest first; sheets that were made in one act lie in one file and are one line. */
export function issuedAtSite(rooms: readonly RoomState[]): readonly IssuedLine[] {
  const papers = rooms.flatMap((room) => room.issued.map((paper) => ({ room: room.room, paper })));
  const files = Object.groupBy(papers, ({ paper }) => fileKey(paper));
  const lines = Object.entries(files).flatMap(([key, members = []]) => {
    const [first] = members;
    if (first === undefined) return [];
    const where = members.length === 1 ? `${first.room} 考场` : `${members.length} 个考场`;
    return {
      key,
      name: nameOf(first.paper, where),
      isReprint: members.some(({ paper }) => paper.copy > 1),
      pages: members.reduce((sum, { paper }) => sum + paper.pages, 0),
      paper: first.paper,
    };
  });
  return lines.toSorted(
    (a, b) => b.paper.at - a.paper.at || (eventKey(a.paper.event) < eventKey(b.paper.event) ? 1 : -1),
  );
}

/** Papers of one act were recorded at one instant by one station. */
function fileKey({ event, kind, paper, at }: IssuedPaper): string {
  const { station, epoch }: EventRef = event;
  return `${station}/${epoch} ${kind} ${paper ?? ''} ${at}`;
}

function nameOf({ kind, paper }: IssuedPaper, more: string): string {
  return [DOCUMENT_LABELS[kind], paper === null ? '' : PAPER_LABELS[paper], more]
    .filter((part) => part !== '')
    .join(' ');
}
