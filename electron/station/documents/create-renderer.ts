import { Worker } from 'node:worker_threads';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import type { RenderReply, RenderRequest } from './render-worker.ts';

/** Draws papers beside the station's own thread, so that printing never holds up a check-in. */
export interface DocumentRenderer {
  /** Never rejects. A problem's texts may be personal: for the screen of who asked, never for a log. */
  render(document: DocumentView): Promise<Result<RenderedDocument, DocumentProblem>>;
  /** Ends the worker; papers still being drawn answer `renderer-failed`. Idempotent. */
  close(): Promise<void>;
}

type Answer = (result: Result<RenderedDocument, DocumentProblem>) => void;

interface RunningWorker {
  readonly thread: Worker;
  readonly waiting: Map<number, Answer>;
}

/** The worker starts with the first paper, since most hours of a day print nothing, and keeps the fonts it has read. */
export function createDocumentRenderer(): DocumentRenderer {
  let running: RunningWorker | null = null;
  let isClosed = false;
  let lastId = 0;

  function start(): RunningWorker {
    const thread = new Worker(new URL('./render-worker.ts', import.meta.url));
    const worker: RunningWorker = { thread, waiting: new Map() };
    function fail(message: string): void {
      if (running === worker) running = null;
      for (const answer of worker.waiting.values()) answer(err({ code: 'renderer-failed', message }));
      worker.waiting.clear();
    }
    thread.on('message', ({ id, result }: RenderReply) => {
      worker.waiting.get(id)?.(result);
      worker.waiting.delete(id);
    });
    thread.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    thread.on('exit', (code) => fail(`worker ended with ${code}`));
    return worker;
  }

  return {
    render(document) {
      if (isClosed) return Promise.resolve(err({ code: 'renderer-failed', message: 'renderer is closed' }));
      running ??= start();
      const { thread, waiting } = running;
      lastId += 1;
      const request: RenderRequest = { id: lastId, document };
      return new Promise((resolve) => {
        waiting.set(request.id, resolve);
        thread.postMessage(request);
      });
    },
    async close() {
      isClosed = true;
      await running?.thread.terminate();
    },
  };
}
