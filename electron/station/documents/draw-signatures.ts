import type { Drawing } from '../../../shared/domain/drawing.ts';
import type { LateSignature } from '../../../shared/documents/late-signature.ts';
import type { PaperSignature } from '../../../shared/documents/signed-paper-view.ts';
import type { SignatureField } from './document-problem.ts';
import { FOOT_RIGHT } from './draw-foot.ts';
import { NOTE_BELOW } from './late-place.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, RIGHT, VALUE } from './page.ts';

const PER_ROW = 4;
const ROW_HEIGHT = mm(25);
/** The lowest line to sign on; it stands beside the page's code. */
const LOWEST_RULE = mm(269.5);
const FIELD_HEIGHT = mm(14);
const LABEL_ABOVE = mm(15.5);
const BAND_ABOVE = mm(23);
const STROKE = 1;
const NOTE_BASELINE = mm(3.6);

/** A4, in points, as pdfkit has it. */
const PAGE_HEIGHT = 841.89;

/** The signatures of a paper and what they are signatures of. */
export interface SignatureBand {
  readonly signedText: string;
  readonly signatures: readonly PaperSignature[];
}

/** Its upper edge, in points from the page's: it always stands at the bottom of the last page. */
export function signatureBandTop({ signatures }: SignatureBand): number {
  const rows = Math.ceil(signatures.length / PER_ROW);
  return LOWEST_RULE - (rows - 1) * ROW_HEIGHT - BAND_ABOVE;
}

/** Draws the band; a blank field is a line to sign on by hand. */
export function drawSignatures(canvas: Canvas, band: SignatureBand): void {
  const top = signatureBandTop(band);
  drawRule(canvas, { y: top, width: 0.8, color: INK });
  canvas.pen.line(band.signedText, LABEL, { x: RIGHT, baseline: top + mm(3.6), align: 'right' });
  for (const [index, signature] of band.signatures.entries()) drawField(canvas, signature, placeOf(band, index));
}

/** The fields of the band on its page, which is the last one: where a signature that comes later is drawn. */
export function signatureFields(band: SignatureBand, page: number): readonly SignatureField[] {
  return band.signatures.map((_, index) => {
    const { x, ruleY, width } = placeOf(band, index);
    return { page, x, y: PAGE_HEIGHT - ruleY, width, height: FIELD_HEIGHT };
  });
}

/** Draws a signature that comes later, with its note, on a page as large as `withNote` of its place. */
export function drawLateSignature(canvas: Canvas, { width, height, drawing, note }: LateSignature): number {
  canvas.document.addPage({ size: [width, height + NOTE_BELOW], margin: 0 });
  drawStrokes(canvas, drawing, { x: 0, y: 0, width, height });
  canvas.pen.line(note, LABEL, { x: 0, baseline: height + NOTE_BASELINE, maxWidth: width, minSize: 5 });
  return 1;
}

function placeOf(band: SignatureBand, index: number): FieldPlace {
  const each = (FOOT_RIGHT - LEFT) / PER_ROW;
  const ruleY = signatureBandTop(band) + BAND_ABOVE + Math.floor(index / PER_ROW) * ROW_HEIGHT;
  return { x: LEFT + (index % PER_ROW) * each, ruleY, width: each - mm(4) };
}

interface FieldPlace {
  readonly x: number;
  readonly ruleY: number;
  readonly width: number;
}

function drawField(canvas: Canvas, signature: PaperSignature, { x, ruleY, width }: FieldPlace): void {
  canvas.pen.line(signature.label, VALUE, { x, baseline: ruleY - LABEL_ABOVE, maxWidth: width, minSize: 5.5 });
  drawRule(canvas, { y: ruleY, width: 0.6, color: INK, from: x, to: x + width });
  canvas.pen.line(signature.note, LABEL, { x, baseline: ruleY + NOTE_BASELINE, maxWidth: width, minSize: 5 });
  if (signature.drawing !== null)
    drawStrokes(canvas, signature.drawing, { x, y: ruleY - FIELD_HEIGHT, width, height: FIELD_HEIGHT });
}

interface Field {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing as large as the field allows, in its middle; what was drawn beyond its own field is cut off. */
function drawStrokes({ document }: Canvas, { aspect, strokes }: Drawing, field: Field): void {
  const width = Math.min(field.width, field.height * aspect);
  const unit = width / 1000;
  const left = field.x + (field.width - width) / 2;
  const top = field.y + (field.height - width / aspect) / 2;
  document.save();
  document.rect(field.x, field.y, field.width, field.height).clip();
  document.lineWidth(STROKE).lineCap('round').lineJoin('round').strokeColor(INK);
  for (const stroke of strokes) {
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      const x = left + (stroke[at] ?? 0) * unit;
      const y = top + (stroke[at + 1] ?? 0) * unit;
      if (at === 0) document.moveTo(x, y);
      // A dot is a line to where it began: its round caps show.
      if (at > 0 || stroke.length === 2) document.lineTo(x, y);
    }
    document.stroke();
  }
  document.restore();
}
