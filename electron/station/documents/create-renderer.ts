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
  rest: NodeJS.Timeout | null;
}

/** Papers of one site come together; after half a minute without one the next is minutes away. */
const REST_AFTER_MS = 30_000;

/**
 * The worker starts with the first paper, since most hours of a day print nothing, and keeps the fonts it has read. It
 * ends when no paper has come for `restAfterMs`: read fonts hold eighty megabytes, and reading them again takes a blink.
 */
export function createDocumentRenderer(options: { readonly restAfterMs?: number } = {}): DocumentRenderer {
  const restAfterMs = options.restAfterMs ?? REST_AFTER_MS;
  let running: RunningWorker | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lastId = 0;

  function start(): RunningWorker {
    const thread = new Worker(new URL('./render-worker.ts', import.meta.url));
    const worker: RunningWorker = { thread, waiting: new Map(), rest: null };
    function fail(message: string): void {
      if (running === worker) running = null;
      for (const answer of worker.waiting.values()) answer(err({ code: 'renderer-failed', message }));
      worker.waiting.clear();
    }
    thread.on('message', ({ id, result }: RenderReply) => {
      worker.waiting.get(id)?.(result);
      worker.waiting.delete(id);
      if (worker.waiting.size === 0) worker.rest = setTimeout(() => end(worker), restAfterMs).unref();
    });
    thread.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    thread.on('exit', (code) => fail(`worker ended with ${code}`));
    return worker;
  }

  function end(worker: RunningWorker): void {
    if (running === worker) running = null;
    if (worker.rest !== null) clearTimeout(worker.rest);
    ending = worker.thread.terminate();
  }

  return {
    render(document) {
      if (isClosed) return Promise.resolve(err({ code: 'renderer-failed', message: 'renderer is closed' }));
      running ??= start();
      const { thread, waiting, rest } = running;
      if (rest !== null) clearTimeout(rest);
      lastId += 1;
      const request: RenderRequest = { id: lastId, document };
      return new Promise((resolve) => {
        waiting.set(request.id, resolve);
        thread.postMessage(request);
      });
    },
    async close() {
      isClosed = true;
      if (running !== null) end(running);
      await ending;
    },
  };
}
