import type { DocumentView } from '../../../shared/documents/document-view.ts';
import type { Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import { createFontChain } from './font-chain.ts';
import { renderDocument } from './render-document.ts';

/** What the parent asks; each request gets one reply of its id. */
export interface RenderRequest {
  readonly id: number;
  readonly document: DocumentView;
}

export interface RenderReply {
  readonly id: number;
  readonly result: Result<RenderedDocument, DocumentProblem>;
}

// The program of the child process that draws papers, one after the other. What is personal comes and goes over the
// channel between the two processes and touches no file. It ends with its parent, whatever ends that.
const fonts = createFontChain(); // lives as long as the process: reading the fonts is the slow part

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  const { id, document } = message as RenderRequest; // the only sender is create-renderer.ts, of the same program
  void renderSafely(document).then((result) => {
    const reply: RenderReply = { id, result };
    process.send?.(reply);
  });
});

/** Never rejects. */
async function renderSafely(document: DocumentView): Promise<RenderReply['result']> {
  try {
    return await renderDocument(document, fonts);
  } catch (error) {
    return {
      ok: false,
      error: { code: 'renderer-failed', message: error instanceof Error ? error.message : String(error) },
    };
  }
}
