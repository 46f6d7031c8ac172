import type { BrowserHost } from '../../electron/hosts/browser/host.ts';
import { rawHttp, type RawResponse } from './raw-http.ts';

export const JSON_TYPE = { 'content-type': 'application/json' };

/** What a page holds once it has exchanged its token. */
export interface PageSession {
  readonly cookie: string;
  readonly page: string;
}

/** Host and Origin as our own page sends them. */
export function ownHeaders(port: number): Record<string, string> {
  return { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
}

/** Everything that makes a call our page's own. */
export function sessionHeaders(port: number, { cookie, page }: PageSession): Record<string, string> {
  return { ...ownHeaders(port), ...JSON_TYPE, cookie, 'x-proctor-page': page };
}

export function tokenOf(url: string): string {
  return new URL(url).hash.replace('#token=', '');
}

/** `POST /session` from our own origin. */
export function postSession(
  port: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawResponse> {
  return rawHttp({
    port,
    path: '/session',
    method: 'POST',
    headers: { ...ownHeaders(port), ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  });
}

/** Uses up the host's link. */
export async function signIn({ port, url }: BrowserHost): Promise<PageSession> {
  const { headers, body } = await postSession(port, { token: tokenOf(url) });
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', page: String(JSON.parse(body).page) };
}

/** `POST /rpc/station.status` with exactly these headers. */
export function postCall(
  port: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = '{}',
): Promise<RawResponse> {
  return rawHttp({ port, path: '/rpc/station.status', method: 'POST', headers, body });
}
