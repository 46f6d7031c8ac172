import { once } from 'node:events';
import { type RawData, WebSocket } from 'ws';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BrowserHost } from '../../electron/hosts/browser/host.ts';
import { serve } from '../support/browser-host.ts';
import { clockPush, createFakeStation, type FakeStation } from '../support/fake-station.ts';
import { ownHeaders, type PageSession, signIn } from '../support/page-session.ts';
import { tempDir } from '../support/temp-dir.ts';

let station: FakeStation;
let host: BrowserHost;

beforeEach(async () => {
  station = createFakeStation();
  host = await serve(station, tempDir());
});

function textOf(data: RawData): string {
  if (!Buffer.isBuffer(data)) throw new Error('not the one buffer that ws gives by default');
  return data.toString();
}

describe('the push line', () => {
  /** The HTTP status of a refusal, or 101 and the open socket. */
  async function connect(
    headers: Readonly<Record<string, string>>,
    protocols: readonly string[],
    path = '/push',
  ): Promise<{ readonly status: number; readonly socket: WebSocket }> {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, [...protocols], { headers });
    onTestFinished(() => socket.terminate());
    const status = await new Promise<number>((resolve) => {
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.on('error', () => resolve(0));
    });
    return { status, socket };
  }

  it('opens for our own page and carries pushes in order', async () => {
    const { cookie, page } = await signIn(host);
    const { status, socket } = await connect({ ...ownHeaders(host.port), cookie }, ['proctor.v1', `page.${page}`]);
    expect(status).toBe(101);
    expect(socket.protocol).toBe('proctor.v1');
    const received: unknown[] = [];
    socket.on('message', (data) => received.push(JSON.parse(textOf(data))));
    const pushes = Array.from({ length: 200 }, (_, i) => clockPush(i));
    pushes.forEach((push) => station.push(push));
    await expect.poll(() => received.length).toBe(200);
    expect(received).toEqual(pushes);
  });

  it.each<
    [string, number, (s: PageSession) => { headers?: Record<string, string>; protocols?: string[]; path?: string }]
  >([
    ['without the cookie', 401, () => ({ headers: ownHeaders(host.port) })],
    ['without a page key', 401, () => ({ protocols: ['proctor.v1'] })],
    ['without our protocol', 401, ({ page }) => ({ protocols: [`page.${page}`] })],
    ['without any protocol', 401, () => ({ protocols: [] })],
    ['with a made-up page key', 401, () => ({ protocols: ['proctor.v1', 'page.AAAA.AAAA'] })],
    ['with two page keys', 401, ({ page }) => ({ protocols: ['proctor.v1', 'page.x', `page.${page}`] })],
    [
      'from a foreign origin',
      403,
      ({ cookie }) => ({ headers: { ...ownHeaders(host.port), cookie, origin: 'http://example.org' } }),
    ],
    ['without an origin', 403, ({ cookie }) => ({ headers: { host: ownHeaders(host.port)['host']!, cookie } })],
    [
      'to a foreign host',
      403,
      ({ cookie }) => ({ headers: { ...ownHeaders(host.port), cookie, host: `evil.test:${host.port}` } }),
    ],
    [
      'to localhost by name',
      403,
      ({ cookie }) => ({ headers: { ...ownHeaders(host.port), cookie, host: `localhost:${host.port}` } }),
    ],
    ['at another path', 404, () => ({ path: '/push/more' })],
  ])('is refused %s with %i', async (_, expected, attempt) => {
    const session = await signIn(host);
    const { headers, protocols, path } = attempt(session);
    const own = { ...ownHeaders(host.port), cookie: session.cookie };
    const { status } = await connect(headers ?? own, protocols ?? ['proctor.v1', `page.${session.page}`], path);
    expect(status).toBe(expected);
  });

  it('is one way: a page that speaks is let go', async () => {
    const { cookie, page } = await signIn(host);
    const { socket } = await connect({ ...ownHeaders(host.port), cookie }, ['proctor.v1', `page.${page}`]);
    socket.send('{"push":"clock"}');
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
    expect(station.calls).toEqual([]);
  });

  it('tells its pages when the host ends, and the host does end', async () => {
    const { cookie, page } = await signIn(host);
    const { socket } = await connect({ ...ownHeaders(host.port), cookie }, ['proctor.v1', `page.${page}`]);
    const closed = once(socket, 'close');
    const before = performance.now();
    await host.close();
    expect((await closed)[0]).toBe(1001);
    expect(performance.now() - before).toBeLessThan(2500);
  });
});
