import type { NoticePart, ViolationNoticeContent } from '../../../shared/documents/violation-notice-view.ts';
import { blankPiece, boxesPiece } from './blank-pieces.ts';
import { drawFacts, FACTS_Y } from './draw-head.ts';
import type { Pen } from './draw-text.ts';
import { factPieces } from './flow-pieces.ts';
import { drawRule, INK, mm } from './page.ts';
import type { SignedPaperPart } from './signed-paper-body.ts';

const FACT_EDGES = [0, 52, 96, 134, 162] as const;
const PERSON_EDGES = [0, 52, 70, 112] as const;
const OVERVIEW_BOTTOM = mm(50);

/** 违规告知书: the same facts on each part, then what only that part says; each begins on a page of its own. */
export function violationNoticeParts(
  content: ViolationNoticeContent,
  pen: Pen,
): readonly [SignedPaperPart, SignedPaperPart] {
  const [stub, ofCandidate] = content.parts;
  return [partOf(content, stub, pen), partOf(content, ofCandidate, pen)];
}

function partOf(content: ViolationNoticeContent, part: NoticePart, pen: Pen): SignedPaperPart {
  return {
    tag: part.name,
    signedBy: (role) => part.signs === 'all' || role === 'invigilator',
    firstTop: OVERVIEW_BOTTOM + mm(1),
    drawOverview(canvas) {
      drawFacts(canvas, content.facts, { y: FACTS_Y[0], edges: FACT_EDGES });
      drawFacts(canvas, content.person, { y: FACTS_Y[1], edges: PERSON_EDGES });
      drawRule(canvas, { y: OVERVIEW_BOTTOM, width: 0.8, color: INK });
    },
    pieces: [
      boxesPiece(content.discovery, { label: '经', aside: `${part.name}：${part.use}` }),
      ...factPieces([...content.statements, ...part.statements], pen),
      ...handPieces(part, pen),
    ],
  };
}

function handPieces({ blanks, boxes }: NoticePart, pen: Pen): SignedPaperPart['pieces'] {
  return [...blanks.map((blank) => blankPiece(blank, pen)), ...(boxes.length === 0 ? [] : [boxesPiece(boxes)])];
}
