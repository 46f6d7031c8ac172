import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BrowserHost } from '../../electron/hosts/browser/host.ts';
import { serve } from '../support/browser-host.ts';
import { createFakeStation, type FakeStation } from '../support/fake-station.ts';
import {
  JSON_TYPE,
  ownHeaders,
  postCall,
  postSession,
  sessionHeaders,
  signIn,
  tokenOf,
} from '../support/page-session.ts';
import { rawHttp } from '../support/raw-http.ts';
import { tempDir } from '../support/temp-dir.ts';

let station: FakeStation;
let dataDir: string;
let host: BrowserHost;

beforeEach(async () => {
  station = createFakeStation();
  dataDir = tempDir();
  host = await serve(station, dataDir);
});

describe('without a session', () => {
  it.each([
    ['GET', '/'],
    ['HEAD', '/'],
    ['GET', '/index.html'],
    ['GET', '/assets/main.js'],
    ['GET', '/?anything'],
  ])('the empty shell is served: %s %s', async (method, path) => {
    const { status } = await rawHttp({ port: host.port, path, method, headers: ownHeaders(host.port) });
    expect(status).toBe(200);
  });

  it.each([
    ['POST', '/rpc/station.status', 401],
    ['POST', '/rpc/checkIn.confirm', 401],
    ['POST', '/rpc/no.such.method', 401],
    ['POST', '/session', 401],
    ['GET', '/session', 405],
    ['GET', '/rpc/station.status', 405],
    ['PUT', '/rpc/station.status', 405],
    ['DELETE', '/session', 405],
    ['OPTIONS', '/rpc/station.status', 405],
    ['POST', '/', 405],
    ['DELETE', '/index.html', 405],
    ['GET', '/rpc/', 404],
    ['POST', '/rpc', 404],
    ['GET', '/push', 404],
    ['GET', '/events', 404],
    ['GET', '/host.json', 404],
    ['GET', '/station.db', 404],
    ['TRACE', '/anything', 404],
  ])('%s %s is refused with %i and says nothing more', async (method, path, expected) => {
    const { status, body } = await rawHttp({
      port: host.port,
      path,
      method,
      headers: { ...ownHeaders(host.port), ...JSON_TYPE },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    expect(status).toBe(expected);
    if (body !== '') expect(Object.keys(JSON.parse(body))).toEqual(['code']);
    expect(station.calls).toEqual([]);
  });

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%5c..%5coutside.txt',
    '//outside.txt',
    '/assets//main.js',
    '/assets/',
    '/assets',
    '/%00',
    '/index.html/..',
    'http://127.0.0.1/outside.txt',
  ])('no spelling of a path leaves the shell: %s', async (path) => {
    const { status, body } = await rawHttp({ port: host.port, path, headers: ownHeaders(host.port) });
    expect(status).toBe(404);
    expect(body).not.toContain('outside the shell');
  });

  it('a file that appears after the start is not served', async () => {
    writeFileSync(join(dataDir, 'shell', 'late.txt'), 'late');
    expect((await rawHttp({ port: host.port, path: '/late.txt', headers: ownHeaders(host.port) })).status).toBe(404);
  });
});

describe('the launch token', () => {
  it('opens a session with a cookie that no script reads and no other site sends', async () => {
    const { status, headers, body } = await postSession(host.port, { token: tokenOf(host.url) });
    expect(status).toBe(200);
    expect(headers['set-cookie']).toHaveLength(1);
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^proctor_${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(Object.keys(JSON.parse(body))).toEqual(['page']);
  });

  it('is void after its first use', async () => {
    await signIn(host);
    const again = await postSession(host.port, { token: tokenOf(host.url) });
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is refused when wrong, and a wrong try does not use up the right one', async () => {
    const wrong = await postSession(host.port, { token: `${tokenOf(host.url).slice(0, -1)}!` });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect((await postSession(host.port, { token: tokenOf(host.url) })).status).toBe(200);
  });

  it('is not needed again where the cookie is: a reload gets a new page key', async () => {
    const session = await signIn(host);
    const renewed = await postSession(host.port, {}, { cookie: session.cookie });
    expect(renewed.status).toBe(200);
    const page = String(JSON.parse(renewed.body).page);
    expect(page).not.toBe(session.page);
    expect((await postCall(host.port, sessionHeaders(host.port, { ...session, page }))).status).toBe(200);
  });

  it.each(['{"token":5}', '{"token":"a","more":1}', '[]', 'null', '{', ''])(
    'a malformed session request is refused: %s',
    async (body) => {
      const { status } = await rawHttp({
        port: host.port,
        path: '/session',
        method: 'POST',
        headers: { ...ownHeaders(host.port), ...JSON_TYPE },
        body,
      });
      expect(status).toBe(400);
    },
  );
});

describe('a call', () => {
  it('with cookie and page key reaches dispatch as it was sent, and its answer comes back', async () => {
    station.answer = async () => ({ ok: false, error: { code: 'no-day', rule: 'D1', figures: { n: 1 } } });
    const { status, body } = await postCall(
      host.port,
      sessionHeaders(host.port, await signIn(host)),
      '{"input":{"姓名":"䶮"}}',
    );
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ ok: false, error: { code: 'no-day', rule: 'D1', figures: { n: 1 } } });
    expect(station.calls).toEqual([{ method: 'station.status', call: { input: { 姓名: '䶮' } } }]);
  });

  it.each<[string, number, (headers: Record<string, string>) => Record<string, string>]>([
    ['without the page key', 401, ({ 'x-proctor-page': _, ...rest }) => rest],
    ['with a made-up page key', 401, (headers) => ({ ...headers, 'x-proctor-page': 'AAAA.AAAA' })],
    [
      'with a page key that is changed',
      401,
      (headers) => ({ ...headers, 'x-proctor-page': `A${headers['x-proctor-page']}` }),
    ],
    ['without the cookie', 401, ({ cookie: _, ...rest }) => rest],
    ['with a made-up cookie', 401, (headers) => ({ ...headers, cookie: `proctor_${host.port}=${'A'.repeat(43)}` })],
    [
      'with the cookie under another name',
      401,
      (headers) => ({ ...headers, cookie: headers['cookie']!.replace('=', '0=') }),
    ],
    ['without an origin', 403, ({ origin: _, ...rest }) => rest],
    ['from a foreign origin', 403, (headers) => ({ ...headers, origin: 'http://example.org' })],
    ['from another port of this computer', 403, (headers) => ({ ...headers, origin: 'http://127.0.0.1:1' })],
    ['from localhost by name', 403, (headers) => ({ ...headers, origin: `http://localhost:${host.port}` })],
    ['from https', 403, (headers) => ({ ...headers, origin: `https://127.0.0.1:${host.port}` })],
    ['from a file or a sandbox', 403, (headers) => ({ ...headers, origin: 'null' })],
    ['to a foreign host', 403, (headers) => ({ ...headers, host: 'example.org' })],
    ['to a foreign host that leads here', 403, (headers) => ({ ...headers, host: `evil.test:${host.port}` })],
    ['to localhost by name', 403, (headers) => ({ ...headers, host: `localhost:${host.port}` })],
    ['to the host without its port', 403, (headers) => ({ ...headers, host: '127.0.0.1' })],
    ['as a form would send it', 415, (headers) => ({ ...headers, 'content-type': 'text/plain' })],
    ['without a type', 415, ({ 'content-type': _, ...rest }) => rest],
    ['in another charset', 415, (headers) => ({ ...headers, 'content-type': 'application/json; charset=gbk' })],
  ])('%s is refused with %i and never reaches the station', async (_, expected, change) => {
    const headers = sessionHeaders(host.port, await signIn(host));
    const { status, body } = await postCall(host.port, change(headers));
    expect(status).toBe(expected);
    expect(Object.keys(JSON.parse(body))).toEqual(['code']);
    expect(station.calls).toEqual([]);
    expect((await postCall(host.port, headers)).status).toBe(200);
  });

  it.each([
    ['no JSON', '{"input":'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('with a body that is %s is refused', async (_, body) => {
    expect((await postCall(host.port, sessionHeaders(host.port, await signIn(host)), body)).status).toBe(400);
    expect(station.calls).toEqual([]);
  });

  it('takes a body of 20 MiB and refuses one byte more by what its header says', async () => {
    const headers = sessionHeaders(host.port, await signIn(host));
    const fitting = JSON.stringify('x'.repeat(20 * 1024 * 1024 - 2));
    expect((await postCall(host.port, headers, fitting)).status).toBe(200);
    expect(station.calls).toHaveLength(1);
    expect(
      (await postCall(host.port, { ...headers, 'content-length': String(fitting.length + 1) }, `${fitting} `)).status,
    ).toBe(413);
    expect(station.calls).toHaveLength(1);
  });

  it('refuses a larger body that does not say its length', async () => {
    const headers = { ...sessionHeaders(host.port, await signIn(host)), 'transfer-encoding': 'chunked' };
    expect((await postCall(host.port, headers, JSON.stringify('x'.repeat(20 * 1024 * 1024)))).status).toBe(413);
    expect(station.calls).toEqual([]);
  });

  it('that makes dispatch fail is answered without a word of the cause', async () => {
    station.answer = () => Promise.reject(new Error('考生张三'));
    const { status, body } = await postCall(host.port, sessionHeaders(host.port, await signIn(host)));
    expect([status, body]).toEqual([500, '{"code":"host-failed"}']);
  });
});

describe('the shell on a foreign host name', () => {
  it.each(['example.org', 'localhost', '127.0.0.2', '[::1]'])('is refused: %s', async (name) => {
    const { status, body } = await rawHttp({ port: host.port, path: '/', headers: { host: `${name}:${host.port}` } });
    expect(status).toBe(403);
    expect(body).toBe('{"code":"foreign-host"}');
  });
});

describe('every response', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/assets/main.js'],
    ['GET', '/nothing'],
    ['POST', '/rpc/station.status'],
  ])('carries the page policy and is not cached: %s %s', async (method, path) => {
    const { headers } = await rawHttp({ port: host.port, path, method, headers: ownHeaders(host.port) });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port}`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.join()).not.toMatch(/script-src[^,]*unsafe|unsafe-eval|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
