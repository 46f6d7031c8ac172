import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FetchParts, fetchRuntime } from '../../build/runtime/fetch-runtime.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import {
  anElectronPackage,
  aRuntimeZip,
  serving,
  STAND_IN_FILE,
  STAND_IN_VERSION,
  startMirror,
} from '../support/stand-in-runtime.ts';
import { tempDir } from '../support/temp-dir.ts';

afterEach(() => vi.unstubAllEnvs());

const PATH = `/electron/v${STAND_IN_VERSION}/${STAND_IN_FILE}`;

/** Fetches into a package of its own; electron's library reads the environment of the process, so that is what is set. */
function aFetch(mirrorUrl: string, overrides: Partial<FetchParts> & { readonly zip?: Uint8Array } = {}): FetchParts {
  const dir = tempDir();
  vi.stubEnv('ELECTRON_MIRROR', mirrorUrl);
  vi.stubEnv('electron_config_cache', join(dir, 'cache'));
  return {
    packageDir: anElectronPackage(dir, overrides.zip ?? aRuntimeZip()),
    env: process.env,
    platform: 'linux',
    arch: 'x64',
    onProgress: () => undefined,
    ...overrides,
  };
}

describe('the desktop runtime, where it is offered', () => {
  it('is fetched with progress, checked, unpacked and found', async () => {
    const mirror = await startMirror(serving(aRuntimeZip()));
    const shares: number[] = [];
    const parts = aFetch(mirror.url, { onProgress: (share) => shares.push(share) });

    expect(findRuntime(parts)).toBeNull();
    expect(await fetchRuntime(parts)).toEqual({ ok: true, value: null });
    expect(mirror.asked).toEqual([`HEAD ${PATH}`, `GET ${PATH}`]);
    expect(shares.at(-1)).toBe(1);
    expect(findRuntime(parts)).toBe(join(parts.packageDir, 'dist', 'electron'));
    expect(readFileSync(join(parts.packageDir, 'dist', 'locales', 'zh-CN.pak'), 'utf8')).toBe('locales/zh-CN.pak');
  });

  it('is fetched from where a redirect leads', async () => {
    const zip = aRuntimeZip();
    const store = await startMirror(serving(zip));
    const front = await startMirror((_request, response) => {
      response.writeHead(302, { location: `${store.url}signed` });
      response.end();
    });
    const parts = aFetch(front.url);

    expect(await fetchRuntime(parts)).toEqual({ ok: true, value: null });
    expect(store.asked).toEqual(['HEAD /electron/signed', 'GET /electron/signed']);
    expect(findRuntime(parts)).not.toBeNull();
  });

  it('is asked for but not fetched again when the cache has it', async () => {
    const mirror = await startMirror(serving(aRuntimeZip()));
    const first = aFetch(mirror.url);
    await fetchRuntime(first);
    const cache = process.env['electron_config_cache'];
    const second = aFetch(mirror.url);
    vi.stubEnv('electron_config_cache', cache);

    expect(await fetchRuntime(second)).toEqual({ ok: true, value: null });
    expect(mirror.asked.filter((line) => line.startsWith('GET'))).toHaveLength(1);
  });

  it('is whole when two starts fetch it at once, and what a start left that was broken off is cleared away', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `locales/${index}.pak`);
    const zip = aRuntimeZip(['electron', 'version', ...many]);
    const mirror = await startMirror(serving(zip));
    const parts = aFetch(mirror.url, { zip });
    mkdirSync(join(parts.packageDir, 'dist.new-999999999-ab'));

    const both = await Promise.all([fetchRuntime(parts), fetchRuntime(parts)]);
    expect(both).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(findRuntime(parts)).not.toBeNull();
    expect(readdirSync(join(parts.packageDir, 'dist', 'locales'))).toHaveLength(many.length);
    expect(readdirSync(parts.packageDir).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });
});

describe('the desktop runtime is not taken', () => {
  it('where the archive is not the one that was promised: nothing is unpacked', async () => {
    const mirror = await startMirror(serving(aRuntimeZip(['electron', 'version', 'something-else'])));
    const parts = aFetch(mirror.url);

    expect(await fetchRuntime(parts)).toMatchObject({ ok: false, error: { kind: 'fetch-failed' } });
    expect(existsSync(join(parts.packageDir, 'dist'))).toBe(false);
    expect(findRuntime(parts)).toBeNull();
  });

  it('where this version is not there', async () => {
    const mirror = await startMirror((_request, response) => response.writeHead(404).end());

    expect(await fetchRuntime(aFetch(mirror.url))).toMatchObject({
      ok: false,
      error: { kind: 'not-offered', status: 404 },
    });
    expect(mirror.asked).toEqual([`HEAD ${PATH}`]);
  });

  it('where nobody answers within the limit', async () => {
    const mirror = await startMirror(() => undefined);
    const startedAtMs = performance.now();

    expect(await fetchRuntime(aFetch(mirror.url, { limits: { askMs: 300 } }))).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    expect(performance.now() - startedAtMs).toBeLessThan(1500);
    expect(mirror.asked).toEqual([`HEAD ${PATH}`]);
  });

  it('where nobody listens', async () => {
    const parts = aFetch('http://127.0.0.1:9/');
    expect(await fetchRuntime(parts)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  it('where it stops coming', async () => {
    const zip = aRuntimeZip();
    const mirror = await startMirror(({ method }, response) => {
      response.writeHead(200, { 'content-length': zip.length });
      if (method === 'HEAD') response.end();
      else response.write(zip.subarray(0, 20));
    });

    expect(await fetchRuntime(aFetch(mirror.url, { limits: { stallMs: 300 } }))).toMatchObject({
      ok: false,
      error: { kind: 'fetch-failed' },
    });
  });

  it('where the archive holds no program', async () => {
    const zip = aRuntimeZip(['version', 'readme']);
    const mirror = await startMirror(serving(zip));
    const parts = aFetch(mirror.url, { zip });

    expect(await fetchRuntime(parts)).toMatchObject({ ok: false, error: { kind: 'unpack-failed' } });
    expect(findRuntime(parts)).toBeNull();
  });
});
