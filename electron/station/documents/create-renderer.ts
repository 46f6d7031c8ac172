import type { ChildProcess } from 'node:child_process';
import type { DocumentView } from '../../../shared/documents/document-view.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { DocumentProblem, RenderedDocument } from './document-problem.ts';
import type { RenderReply, RenderRequest } from './render-child.ts';
import { startProgram } from '../child-program.ts';

/** Draws papers beside the station's own process, so that printing never holds up a check-in. */
export interface DocumentRenderer {
  /** Never rejects. A problem's texts may be personal: for the screen of who asked, never for a log. */
  render(document: DocumentView): Promise<Result<RenderedDocument, DocumentProblem>>;
  /** Ends the process; papers still being drawn answer `renderer-failed`. Idempotent. */
  close(): Promise<void>;
}

type Answer = (result: Result<RenderedDocument, DocumentProblem>) => void;

interface RunningChild {
  readonly process: ChildProcess;
  readonly gone: Promise<unknown>;
  readonly waiting: Map<number, Answer>;
  rest: NodeJS.Timeout | null;
}

/** Papers of one site come together; after half a minute without one the next is minutes away. */
const REST_AFTER_MS = 30_000;

/**
 * The process starts with the first paper, since most hours of a day print nothing, and keeps the fonts it has read. It
 * ends when no paper has come for `restAfterMs`, and everything it took goes with it: of what a thread frees, the system
 * gets little back. Starting it and reading the fonts again takes a blink.
 */
export function createDocumentRenderer(options: { readonly restAfterMs?: number } = {}): DocumentRenderer {
  const restAfterMs = options.restAfterMs ?? REST_AFTER_MS;
  let running: RunningChild | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lastId = 0;

  function start(): RunningChild {
    const child = startProgram(new URL('./render-child.ts', import.meta.url));
    const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    const started: RunningChild = { process: child, gone, waiting: new Map(), rest: null };
    function fail(message: string): void {
      if (running === started) running = null;
      for (const answer of started.waiting.values()) answer(err({ code: 'renderer-failed', message }));
      started.waiting.clear();
    }
    child.on('message', (message) => {
      const { id, result } = message as RenderReply; // sent by render-child.ts
      started.waiting.get(id)?.(result);
      started.waiting.delete(id);
      if (started.waiting.size === 0) started.rest = setTimeout(() => end(started), restAfterMs).unref();
    });
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => fail(`process ended with ${signal ?? code}`));
    return started;
  }

  function end(child: RunningChild): void {
    if (running === child) running = null;
    if (child.rest !== null) clearTimeout(child.rest);
    child.process.kill('SIGKILL');
    ending = child.gone;
  }

  return {
    render(document) {
      if (isClosed) return Promise.resolve(err({ code: 'renderer-failed', message: 'renderer is closed' }));
      running ??= start();
      const { process: child, waiting, rest } = running;
      if (rest !== null) clearTimeout(rest);
      lastId += 1;
      const request: RenderRequest = { id: lastId, document };
      return new Promise((resolve) => {
        waiting.set(request.id, resolve);
        child.send(request, () => undefined); // a process that died before reading is told by 'exit'
      });
    },
    async close() {
      isClosed = true;
      if (running !== null) end(running);
      await ending;
    },
  };
}
