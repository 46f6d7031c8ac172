import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../electron/hosts/browser/host.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createTestLogger } from './test-logger.ts';

/** A shell that stands for the built screens where a test is about the host alone. */
export function makeShell(parentDir: string): string {
  const dir = join(parentDir, 'shell');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>监考工作站</title>');
  writeFileSync(join(dir, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(parentDir, 'outside.txt'), 'outside the shell');
  return dir;
}

/** Serves a station through the real host; closed when the running test has finished. `dataDir` also holds the shell. */
export async function serve(station: Station, dataDir: string, port = 0): Promise<BrowserHost> {
  const rendererDir = makeShell(dataDir);
  const host = await startBrowserHost({ station, dataDir, port, rendererDir, logger: createTestLogger() });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await host.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...host, close };
}
