import PDFDocument from 'pdfkit';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import { assertNever, err, ok, type Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import { drawLotResult } from './draw-lot-result.ts';
import { drawPreExamChecks } from './draw-pre-exam-checks.ts';
import { drawPackageCodes } from './draw-package-codes.ts';
import { drawRecoverySheet } from './draw-recovery-sheet.ts';
import { drawSignInSheet } from './draw-sign-in-sheet.ts';
import { drawLateSignature } from './draw-signatures.ts';
import { drawSignedPaper } from './draw-signed-paper.ts';
import { createPen } from './draw-text.ts';
import { findMissingGlyphs } from './find-missing-glyphs.ts';
import type { FontChain } from './font-chain.ts';
import type { Canvas } from './page.ts';

/** Draws one file; equal views give equal bytes. Nothing is drawn when a character has no glyph. */
export async function renderDocument(
  document: DocumentView,
  fonts: FontChain,
): Promise<Result<RenderedDocument, DocumentProblem>> {
  const where = findMissingGlyphs(document, fonts);
  if (where.length > 0) {
    const characters = [...new Set(where.flatMap((missing) => missing.characters))];
    return err({ code: 'glyph-missing', characters, where });
  }
  const pdf = openPdf(fileFacts(document));
  const bytes = collect(pdf);
  const canvas = { document: pdf, pen: createPen(pdf, fonts) };
  const { partPages, signatureFields } = drawParts(canvas, document);
  pdf.end();
  const pages = partPages.reduce((sum, ofPart) => sum + ofPart, 0);
  return ok({ bytes: await bytes, pages, partPages, signatureFields });
}

type Parts = Pick<RenderedDocument, 'partPages' | 'signatureFields'>;

function drawParts(canvas: Canvas, document: DocumentView): Parts {
  if (document.kind !== 'signed-paper') return { partPages: drawUnsigned(canvas, document), signatureFields: [] };
  const { pages, keywords, signatureFields } = drawSignedPaper(canvas, document);
  canvas.document.info.Keywords = keywords;
  return { partPages: [pages], signatureFields };
}

function drawUnsigned(canvas: Canvas, document: Exclude<DocumentView, { kind: 'signed-paper' }>): readonly number[] {
  switch (document.kind) {
    case 'sign-in-sheet':
      return [drawSignInSheet(canvas, document)];
    case 'site-sheets':
      return document.sheets.map((sheet) =>
        // The mark needs its page, which comes with the sheet's first.
        drawSignInSheet(canvas, sheet, () => canvas.document.outline.addItem(sheet.view.footText)),
      );
    case 'recovery-sheet':
      return [drawRecoverySheet(canvas, document)];
    case 'package-codes':
      return [drawPackageCodes(canvas, document)];
    case 'late-signature':
      return [drawLateSignature(canvas, document)];
    case 'lot-result':
      return [drawLotResult(canvas, document)];
    case 'pre-exam-checks':
      return [drawPreExamChecks(canvas, document)];
    default:
      return assertNever(document);
  }
}

/** What the file says of itself, all of it from the view. */
interface FileFacts {
  readonly title: string;
  readonly subject: string;
  /** UTC ms. */
  readonly issuedAt: number;
}

function fileFacts(document: DocumentView): FileFacts {
  switch (document.kind) {
    case 'sign-in-sheet': {
      const { title, footText, exam, source } = document.view;
      return { title: `${title} ${footText}`, subject: exam, issuedAt: source.issuedAt };
    }
    case 'signed-paper': {
      const { content, footText, source } = document.view;
      return { title: `${content.title} ${footText}`, subject: content.exam, issuedAt: source.issuedAt };
    }
    case 'late-signature':
      return { title: document.title, subject: '', issuedAt: document.issuedAt };
    case 'site-sheets':
      return { title: document.title, subject: document.exam, issuedAt: document.issuedAt };
    case 'recovery-sheet': {
      const { title, sheetText, exam, issuedAt } = document.view;
      return { title: `${title} ${sheetText}`, subject: exam, issuedAt };
    }
    case 'lot-result':
    case 'pre-exam-checks': {
      const { footText, exam, source } = document.view;
      return { title: footText, subject: exam, issuedAt: source.printedAt };
    }
    case 'package-codes': {
      const { title, packageText, exam, issuedAt } = document.view;
      return { title: `${title} ${packageText}`, subject: exam, issuedAt };
    }
    default:
      return assertNever(document);
  }
}

function openPdf({ title, subject, issuedAt }: FileFacts): PDFKit.PDFDocument {
  const at = new Date(issuedAt);
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // Null: else Helvetica, which is not embedded, is the first font. The types know only names.
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    // pdfkit's file id is a digest of this block, so fixed dates make equal bytes.
    info: {
      Title: title,
      Subject: subject,
      Creator: '监考工作站',
      Producer: '监考工作站',
      CreationDate: at,
      ModDate: at,
    },
  });
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}
