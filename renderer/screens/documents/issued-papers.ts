import { isRecordedAfter } from '../../../shared/domain/chain-order.ts';
import { sealedCorrectionsOf } from '../../../shared/domain/corrections.ts';
import { courseSteps } from '../../../shared/domain/course-steps.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';

/** One line of the list of papers made: one file. */
export interface IssuedLine {
  readonly key: string;
  readonly name: string;
  readonly isReprint: boolean;
  readonly isSealed: boolean;
  /** A sealed 更正单 says of it that some of it is otherwise. */
  readonly isCorrected: boolean;
  readonly pages: number;
  /** The start that a sheet still says although it has moved since; null for every other paper. */
  readonly oldStart: OldStart | null;
  /** The first paper of the file; its id opens it. */
  readonly paper: IssuedPaper;
}

export interface OldStart {
  readonly printed: number;
  readonly now: number;
}

/** A room's papers, newest first. */
export function issuedInRoom(room: RoomState): readonly IssuedLine[] {
  return room.issued.toReversed().map((paper) => ({
    key: paper.document,
    name: nameOf(paper, `第 ${paper.copy} 份`),
    isReprint: paper.copy > 1,
    isSealed: paper.seals.length > 0,
    isCorrected: sealedCorrectionsOf(room, paper.event).length > 0,
    pages: paper.pages,
    oldStart: oldStartOf(room, paper),
    paper,
  }));
}

/** The site's papers, newest first; sheets that were made in one act lie in one file and are one line. */
export function issuedAtSite(rooms: readonly RoomState[]): readonly IssuedLine[] {
  const papers = rooms.flatMap((room) => room.issued.map((paper) => ({ room, paper })));
  const files = Object.groupBy(papers, ({ paper }) => fileKey(paper));
  const lines = Object.entries(files).flatMap(([key, members = []]) => {
    const [first] = members;
    if (first === undefined) return [];
    const where = members.length === 1 ? `${first.room.room} 考场` : `${members.length} 个考场`;
    return {
      key,
      name: nameOf(first.paper, where),
      isReprint: members.some(({ paper }) => paper.copy > 1),
      isSealed: members.some(({ paper }) => paper.seals.length > 0),
      isCorrected: members.some(({ room, paper }) => sealedCorrectionsOf(room, paper.event).length > 0),
      oldStart: members.map(({ room, paper }) => oldStartOf(room, paper)).find((one) => one !== null) ?? null,
      pages: members.reduce((sum, { paper }) => sum + paper.pages, 0),
      paper: first.paper,
    };
  });
  return lines.toSorted(
    (a, b) => b.paper.at - a.paper.at || (eventKey(a.paper.event) < eventKey(b.paper.event) ? 1 : -1),
  );
}

/** By the course as it was told when the sheet was made. */
function oldStartOf({ day, course, timeline }: RoomState, sheet: IssuedPaper): OldStart | null {
  const { kind, paper } = sheet;
  if (kind !== 'sign-in-sheet' || paper === null || day === null || timeline === null) return null;
  const { plannedStartsAt, startsAt } = timeline.papers[paper];
  const told = courseSteps({ day, course }, paper).findLast(({ step }) => isRecordedAfter(sheet, step));
  const printed = told?.after.startsAt ?? plannedStartsAt;
  return printed === startsAt ? null : { printed, now: startsAt };
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
