import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '../../shared/result.ts';
import { findRuntime, programName, readRuntimeVersion, type RuntimePlace } from './find-runtime.ts';
import { type RuntimeBuild, runtimeUrl } from './runtime-url.ts';

export interface FetchParts extends RuntimePlace {
  readonly arch: string;
  /** Called with the share that has come, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly limits?: Partial<typeof LIMITS>;
}

/** Why there is no runtime after all. */
export type FetchProblem =
  | { readonly kind: 'no-package' }
  | { readonly kind: 'unreachable'; readonly url: string }
  | { readonly kind: 'not-offered'; readonly url: string; readonly status: number }
  | { readonly kind: 'fetch-failed' | 'unpack-failed'; readonly url: string; readonly message: string };

const LIMITS = {
  /** For the one question whether the file is to be had; the start of an exam day waits for it. */
  askMs: 2000,
  /** Without a single byte. */
  stallMs: 30_000,
};

/**
 * Asks once whether exactly this version's file is to be had, then fetches it, holds it against the checksum that came
 * with the electron package, and unpacks it to where electron's own installer would. Never rejects.
 */
export async function fetchRuntime(parts: FetchParts): Promise<Result<null, FetchProblem>> {
  const { packageDir, env, platform, arch } = parts;
  const limits = { ...LIMITS, ...parts.limits };
  const version = readRuntimeVersion(packageDir);
  if (version === null) return err({ kind: 'no-package' });
  const build: RuntimeBuild = { version, platform, arch };
  const url = runtimeUrl(build, env);
  try {
    // Behind a proxy the question must go through it too; the installer's library sets it up when it is loaded.
    if (env['ELECTRON_GET_USE_PROXY']) await loadDownloader(packageDir);
    const { status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(limits.askMs) });
    if (status !== 200) return err({ kind: 'not-offered', url, status });
  } catch {
    return err({ kind: 'unreachable', url });
  }
  let zipPath: string;
  try {
    zipPath = await download(build, parts, limits.stallMs);
  } catch (error) {
    return err({ kind: 'fetch-failed', url, message: messageOf(error) });
  }
  try {
    await unpack(zipPath, parts);
    return ok(null);
  } catch (error) {
    return err({ kind: 'unpack-failed', url, message: messageOf(error) });
  }
}

/** As far as we use it, the library that electron's own installer downloads with. */
interface Downloader {
  downloadArtifact(details: {
    readonly version: string;
    readonly artifactName: 'electron';
    readonly platform: string;
    readonly arch: string;
    readonly checksums: Readonly<Record<string, string>>;
    readonly cacheRoot?: string;
    readonly downloadOptions: {
      readonly quiet: true;
      readonly signal: AbortSignal;
      readonly getProgressCallback: (progress: { readonly percent: number }) => void;
    };
  }): Promise<string>;
}

/** Answers the checked file in the cache that electron's installer uses too; one that is there already is not fetched. */
async function download(build: RuntimeBuild, { packageDir, env, onProgress }: FetchParts, stallMs: number) {
  const { downloadArtifact } = await loadDownloader(packageDir);
  // as: a file of names and sums that came with the package, by npm's integrity check
  const checksums = JSON.parse(readFileSync(join(packageDir, 'checksums.json'), 'utf8')) as Record<string, string>;
  const cacheRoot = env['electron_config_cache'];
  const stop = new AbortController();
  const stall = setTimeout(() => stop.abort(new Error(`nothing came for ${stallMs / 1000} s`)), stallMs);
  try {
    return await downloadArtifact({
      ...build,
      artifactName: 'electron',
      checksums,
      ...(cacheRoot === undefined ? {} : { cacheRoot }),
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback({ percent }) {
          stall.refresh();
          onProgress(percent);
        },
      },
    });
  } finally {
    clearTimeout(stall);
  }
}

/**
 * Beside the old one first, and named in path.txt last: whatever happens meanwhile, half a runtime is never found. Each start
 * unpacks into a folder of its own, because two may be at it at once.
 */
async function unpack(zipPath: string, { packageDir, env, platform }: RuntimePlace): Promise<void> {
  const { extract } = await loadFrom<{ extract(zip: string, to: { readonly dir: string }): Promise<void> }>(
    packageDir,
    '@electron-internal/extract-zip',
  );
  const distDir = join(packageDir, 'dist');
  removeBrokenOff(packageDir);
  const freshDir = mkdtempSync(join(packageDir, `${FRESH_PREFIX}${process.pid}-`));
  try {
    await extract(zipPath, { dir: freshDir });
    if (!existsSync(join(freshDir, programName(platform)))) throw new Error(`no ${programName(platform)} in it`);
    if (findRuntime({ packageDir, env, platform }) !== null) return; // another start was quicker, and may run it already
    rmSync(join(packageDir, 'path.txt'), { force: true });
    rmSync(distDir, { recursive: true, force: true });
    renameSync(freshDir, distDir);
    writeFileSync(join(packageDir, 'path.txt'), programName(platform));
  } finally {
    rmSync(freshDir, { recursive: true, force: true });
  }
}

const FRESH_PREFIX = 'dist.new-';

/** What starts that were ended in the middle have left: some hundred megabytes each. */
function removeBrokenOff(packageDir: string): void {
  for (const name of readdirSync(packageDir)) {
    const pid = name.startsWith(FRESH_PREFIX) ? Number.parseInt(name.slice(FRESH_PREFIX.length), 10) : process.pid;
    if (pid === process.pid || isRunning(pid)) continue;
    rmSync(join(packageDir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function loadDownloader(packageDir: string): Promise<Downloader> {
  return loadFrom<Downloader>(packageDir, '@electron/get');
}

/** Electron's own dependencies, found where it finds them: they are not ours. */
async function loadFrom<T>(packageDir: string, name: string): Promise<T> {
  const path = createRequire(join(packageDir, 'package.json')).resolve(name);
  return (await import(pathToFileURL(path).href)) as T; // the part of its interface that is used here
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
