import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BrowserHost } from '../../electron/hosts/browser/host.ts';
import { PortTakenError } from '../../electron/hosts/browser/listen.ts';
import { serve } from '../support/browser-host.ts';
import { createFakeStation, type FakeStation } from '../support/fake-station.ts';
import { postCall, postSession, sessionHeaders, signIn, tokenOf } from '../support/page-session.ts';
import { tempDir } from '../support/temp-dir.ts';

let station: FakeStation;
let dataDir: string;
let host: BrowserHost;

beforeEach(async () => {
  station = createFakeStation();
  dataDir = tempDir();
  host = await serve(station, dataDir);
});

describe('after a restart on the same folder', () => {
  it('port, cookie and page key go on, and only the new link opens a session', async () => {
    const session = await signIn(host);
    await host.close();
    const restarted = await serve(station, dataDir);
    expect(restarted.port).toBe(host.port);
    expect((await postCall(host.port, sessionHeaders(host.port, session))).status).toBe(200);
    expect((await postSession(host.port, { token: tokenOf(host.url) })).status).toBe(401);
    expect((await postSession(host.port, { token: tokenOf(restarted.url) })).status).toBe(200);
  });

  it.skipIf(process.platform === 'win32')('host.json is for this user alone', () => {
    expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600);
  });

  it('a damaged host.json costs the old session and nothing else', async () => {
    const session = await signIn(host);
    await host.close();
    writeFileSync(join(dataDir, 'host.json'), readFileSync(join(dataDir, 'host.json')).subarray(0, 20));
    const restarted = await serve(station, dataDir, host.port);
    expect((await postCall(host.port, sessionHeaders(host.port, session))).status).toBe(401);
    expect((await postCall(host.port, sessionHeaders(host.port, await signIn(restarted)))).status).toBe(200);
  });

  it.skipIf(process.platform === 'win32')('a host.json that others could read counts for nothing', async () => {
    const session = await signIn(host);
    await host.close();
    chmodSync(join(dataDir, 'host.json'), 0o644);
    await serve(station, dataDir, host.port);
    expect((await postCall(host.port, sessionHeaders(host.port, session))).status).toBe(401);
    expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600);
  });

  it('a folder of its own has a secret of its own', async () => {
    const session = await signIn(host);
    await host.close();
    const otherDir = join(dataDir, 'other');
    mkdirSync(otherDir);
    await serve(createFakeStation(), otherDir, host.port);
    expect((await postCall(host.port, sessionHeaders(host.port, session))).status).toBe(401);
  });

  it('a kept port that another program took is given up, and that is said', async () => {
    await host.close();
    const other = createServer().listen(host.port, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const restarted = await serve(station, dataDir);
    expect(restarted.lostPort).toBe(host.port);
    expect(restarted.port).not.toBe(host.port);
    await restarted.close();
    expect(await serve(station, dataDir)).toMatchObject({ port: restarted.port, lostPort: null });
  });

  it('a port asked for by number is never swapped for another', async () => {
    await expect(serve(station, dataDir, host.port)).rejects.toThrow(PortTakenError);
  });
});
