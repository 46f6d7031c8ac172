import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aZip } from './zip-files.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
export const STAND_IN_VERSION = '45.4.1';
export const STAND_IN_FILE = `electron-v${STAND_IN_VERSION}-linux-x64.zip`;

/** A small archive in the shape of the runtime's; nothing in it runs. */
export function aRuntimeZip(files: readonly string[] = ['electron', 'version', 'locales/zh-CN.pak']): Buffer {
  return Buffer.from(aZip(files.map((name) => ({ name, content: name === 'version' ? STAND_IN_VERSION : name }))));
}

/** An electron package as npm installs it, with the checksum of this archive: the runtime itself is not there. */
export function anElectronPackage(parentDir: string, zip: Uint8Array): string {
  const packageDir = join(parentDir, 'electron');
  mkdirSync(packageDir);
  // So that the package finds the dependencies that the real one has.
  symlinkSync(join(PROJECT_DIR, 'node_modules'), join(parentDir, 'node_modules'), 'junction');
  writeFileSync(join(packageDir, 'package.json'), JSON.stringify({ name: 'electron', version: STAND_IN_VERSION }));
  const sum = createHash('sha256').update(zip).digest('hex');
  writeFileSync(join(packageDir, 'checksums.json'), JSON.stringify({ [STAND_IN_FILE]: sum }));
  return packageDir;
}

export interface Mirror {
  /** As it stands in ELECTRON_MIRROR. */
  readonly url: string;
  /** `METHOD path` of every request, in order. */
  readonly asked: readonly string[];
}

/** A mirror on this computer; ends with the running test, whatever still hangs on it. */
export async function startMirror(answer: RequestListener): Promise<Mirror> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  return { url: `http://127.0.0.1:${port}/electron/`, asked };
}

/** Answers every path with this archive. */
export function serving(zip: Uint8Array): RequestListener {
  return ({ method }, response) => {
    response.writeHead(200, { 'content-length': zip.length });
    response.end(method === 'HEAD' ? undefined : zip);
  };
}
