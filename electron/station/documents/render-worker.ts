import { parentPort } from 'node:worker_threads';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import type { Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import { createFontChain } from './font-chain.ts';
import { renderDocument } from './render-document.ts';

/** What the worker is asked; each request gets one reply of its id. */
export interface RenderRequest {
  readonly id: number;
  readonly document: DocumentView;
}

export interface RenderReply {
  readonly id: number;
  readonly result: Result<RenderedDocument, DocumentProblem>;
}

const port = parentPort;
if (port === null) throw new Error('render-worker runs as a worker only');

const fonts = createFontChain(); // lives as long as the worker: reading the fonts is the slow part

port.on('message', ({ id, document }: RenderRequest) => {
  void renderSafely(document).then((result) => {
    const reply: RenderReply = { id, result };
    port.postMessage(reply, result.ok ? [result.value.bytes.buffer as ArrayBuffer] : []); // made for this reply, not shared
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
