import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Logger } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { type Access, PAGE_HEADER } from './access.ts';
import { readBody } from './read-body.ts';
import type { ShellFile } from '../machine/shell-files.ts';

export interface HttpParts {
  readonly access: Access;
  readonly station: Pick<Station, 'dispatch'>;
  readonly files: ReadonlyMap<string, ShellFile>;
  /** Headers of every response. */
  readonly headers: Readonly<Record<string, string>>;
  readonly logger: Logger;
}

/** Why a request is refused; the body says this code and nothing else. */
const REFUSALS = {
  'foreign-host': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'no-session': 401,
  'json-only': 415,
  'body-too-large': 413,
  'bad-body': 400,
  'host-failed': 500,
} as const;
type RefusalName = keyof typeof REFUSALS;

const MAX_SESSION_BYTES = 1024;
/** A roster of 12 MiB as base64, with room around it. */
const MAX_RPC_BYTES = 20 * 1024 * 1024;
const RPC_PATH = '/rpc/';

const sessionSchema = z.strictObject({ token: z.string().max(200).optional() });

/**
 * Answers one request, never rejects. Open to anybody at this computer: the empty shell. With a session: `POST /rpc/<method>`,
 * handed to `dispatch` as it came. `POST /session` makes a session of the launch token, or a page key of a session.
 */
export function createRequestHandler(parts: HttpParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    for (const [name, value] of Object.entries(parts.headers)) response.setHeader(name, value);
    answer(parts, request, response).catch((error: unknown) => {
      parts.logger.log('warn', 'request-failed', { error: error instanceof Error ? error.name : 'unknown' });
      if (response.headersSent) response.destroy();
      else refuse(response, 'host-failed');
    });
  };
}

async function answer(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access, files } = parts;
  if (!access.isOwnHost(request.headers.host)) return refuse(response, 'foreign-host');
  const path = (request.url ?? '').split('?', 1).join('');
  const isRpc = path.startsWith(RPC_PATH) && path.length > RPC_PATH.length;
  const file = files.get(path);
  if (!isRpc && path !== '/session') {
    if (file === undefined) return refuse(response, 'not-found');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 'method-not-allowed', 'GET, HEAD');
    return sendFile(request, response, file);
  }
  if (request.method !== 'POST') return refuse(response, 'method-not-allowed', 'POST');
  if (!access.isOwnOrigin(request.headers.origin)) return refuse(response, 'foreign-origin');
  if (isRpc && !isOurPage(access, request)) return refuse(response, 'no-session');
  if (!/^application\/json(; *charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    return refuse(response, 'json-only');

  const body = await readBody(request, isRpc ? MAX_RPC_BYTES : MAX_SESSION_BYTES);
  if (body === 'too-large') return refuse(response, 'body-too-large');
  const content = parseJson(body);
  if (content === undefined) return refuse(response, 'bad-body');
  if (!isRpc) return openSession(access, { request, response, content });
  sendJson(response, 200, await parts.station.dispatch(path.slice(RPC_PATH.length), content));
}

function isOurPage(access: Access, { headers }: IncomingMessage): boolean {
  const key = headers[PAGE_HEADER];
  return access.hasSession(headers.cookie) && typeof key === 'string' && access.isPageKey(key);
}

interface SessionRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly content: unknown;
}

function openSession(access: Access, { request, response, content }: SessionRequest): void {
  const parsed = sessionSchema.safeParse(content);
  if (!parsed.success) return refuse(response, 'bad-body');
  const { token } = parsed.data;
  // A used link opened again in the same browser still has its cookie: the page lives, the token stays void.
  if (token !== undefined && access.redeem(token)) response.setHeader('Set-Cookie', access.sessionCookie());
  else if (!access.hasSession(request.headers.cookie)) return refuse(response, 'no-session');
  sendJson(response, 200, { page: access.makePageKey() });
}

/** undefined for what is no JSON or no UTF-8; JSON itself has no undefined. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

async function sendFile(request: IncomingMessage, response: ServerResponse, { path, type }: ShellFile): Promise<void> {
  const { size } = await stat(path);
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

function refuse(response: ServerResponse, code: RefusalName, allow?: string): void {
  if (allow !== undefined) response.setHeader('Allow', allow);
  sendJson(response, REFUSALS[code], { code });
}

function sendJson(response: ServerResponse, status: number, content: unknown): void {
  const body = Buffer.from(JSON.stringify(content));
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}
