import type { Answer, Call } from '../../shared/contract/call.ts';
import type { ConnectionState } from '../../shared/contract/client.ts';
import type { MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { err } from '../../shared/result.ts';
import { CarrierLostError } from './carrier-lost.ts';
import type { PageWorld } from './page-world.ts';
import { parseAnswer } from './parse-answer.ts';

/** How long a call waits for a broken line before it is given up. */
const PATIENCE_MS = 30_000;
/** How long one attempt may take on a line that stands: drawing a site's papers takes seconds, on a slow machine more. */
const ATTEMPT_MS = 60_000;
const RETRY_MS = 250;

export interface AskParts {
  readonly world: PageWorld;
  readonly pageKey: () => string | null;
  readonly state: () => ConnectionState;
}

/**
 * Asks until there is an answer. A call whose line breaks is sent again as it was, command id and all, so the station
 * answers what it answered before and nothing is recorded twice. Throws CarrierLostError after 30 s without a line.
 */
export async function ask<M extends MethodName>(
  parts: AskParts,
  method: M,
  call: Call,
): Promise<Answer<MethodOutput<M>>> {
  const body = JSON.stringify(call);
  let brokenSinceMs: number | null = null;
  for (;;) {
    const reply = await attempt(parts, method, body);
    if (reply !== null) return readAnswer(method, reply);
    if (parts.state() === 'no-session') return err({ code: 'no-session', rule: '', figures: {} });
    brokenSinceMs ??= performance.now();
    if (performance.now() - brokenSinceMs >= PATIENCE_MS) throw new CarrierLostError(method);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

interface Reply {
  readonly status: number;
  readonly content: unknown;
}

/** Null when no answer came: the line is down, or the session is to be renewed, which the push line does. */
async function attempt({ world, pageKey }: AskParts, method: MethodName, body: string): Promise<Reply | null> {
  const key = pageKey();
  if (key === null) return null;
  try {
    const response = await world.post(`/rpc/${method}`, {
      body,
      headers: { 'content-type': 'application/json', 'x-proctor-page': key },
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const content: unknown = await response.json();
    return response.status === 401 ? null : { status: response.status, content };
  } catch {
    return null;
  }
}

function readAnswer<M extends MethodName>(method: M, { status, content }: Reply): Answer<MethodOutput<M>> {
  if (status === 413) return err({ code: 'bad-input', rule: '', figures: {} });
  const answer = status === 200 ? parseAnswer(method, content) : null;
  if (answer !== null) return answer;
  console.error(`${method}: HTTP ${status}`);
  return err({ code: 'internal', rule: '', figures: {} });
}
