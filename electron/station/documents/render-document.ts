import PDFDocument from 'pdfkit';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import { drawSignInSheet } from './draw-sign-in-sheet.ts';
import { findMissingGlyphs } from './find-missing-glyphs.ts';
import type { FontChain } from './font-chain.ts';

/** Draws one paper; equal views give equal bytes. Nothing is drawn when a character has no glyph. */
export async function renderDocument(
  document: DocumentView,
  fonts: FontChain,
): Promise<Result<RenderedDocument, DocumentProblem>> {
  const where = findMissingGlyphs(document, fonts);
  if (where.length > 0) {
    const characters = [...new Set(where.flatMap((missing) => missing.characters))];
    return err({ code: 'glyph-missing', characters, where });
  }
  const pdf = openPdf(document);
  const bytes = collect(pdf);
  drawSignInSheet(pdf, document, fonts);
  pdf.end();
  return ok({ bytes: await bytes, pages: document.view.pages.length });
}

function openPdf({ view }: DocumentView): PDFKit.PDFDocument {
  const issuedAt = new Date(view.source.issuedAt);
  const title = `${view.title} ${view.footText}`;
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
      Subject: view.exam,
      Creator: '监考工作站',
      Producer: '监考工作站',
      CreationDate: issuedAt,
      ModDate: issuedAt,
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
