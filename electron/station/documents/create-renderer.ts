import type { DocumentView } from '../../../shared/documents/document-view.ts';
import { err, type Result } from '../../../shared/result.ts';
import { createWarmProgram } from '../warm-program.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';

/** Draws papers beside the station's own process, so that printing never holds up a check-in. */
export interface DocumentRenderer {
  /** Never rejects. A problem's texts may be personal: for the screen of who asked, never for a log. */
  render(document: DocumentView): Promise<Result<RenderedDocument, DocumentProblem>>;
  /** Ends the process; papers still being drawn answer `renderer-failed`. Idempotent. */
  close(): Promise<void>;
}

/** The process keeps the fonts it has read; starting it and reading them again takes a blink. */
export function createDocumentRenderer(options: { readonly restAfterMs?: number } = {}): DocumentRenderer {
  const program = createWarmProgram<DocumentView, Result<RenderedDocument, DocumentProblem>>(
    new URL('./render-child.ts', import.meta.url),
    { ...options, failed: drawingDied },
  );
  return { render: (document) => program.ask(document), close: () => program.close() };
}

/** What is answered where the drawing failed or its process died. */
export function drawingDied(message: string): Result<RenderedDocument, DocumentProblem> {
  return err({ code: 'renderer-failed', message });
}
