import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRuntime } from '../../../../build/runtime/find-runtime.ts';
import { tempDir } from '../../../support/temp-dir.ts';

interface Installed {
  readonly version?: string;
  readonly path?: string;
  readonly file?: string;
}

/** An electron package 45.4.1 whose runtime has been unpacked; what is left out is not there. */
function aPackage({ version = 'v45.4.1', path = 'electron', file = 'electron' }: Installed = {}): string {
  const dir = tempDir();
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  writeFileSync(join(dir, 'dist', 'version'), version);
  writeFileSync(join(dir, 'path.txt'), path);
  writeFileSync(join(dir, 'dist', file), '');
  return dir;
}

describe('the desktop runtime', () => {
  it('is found where it was unpacked', () => {
    const packageDir = aPackage();
    const found = findRuntime({ packageDir, env: {}, platform: 'linux' });
    expect(found).toBe(join(packageDir, 'dist', 'electron'));
  });

  it.each<[string, Installed]>([
    ['of another version', { version: '45.4.0' }],
    ['half unpacked', { file: 'LICENSE' }],
    ['named by a path that leads nowhere', { path: 'electron.exe' }],
  ])('%s is none', (_what, installed) => {
    expect(findRuntime({ packageDir: aPackage(installed), env: {}, platform: 'linux' })).toBeNull();
  });

  it('is none where the package is not installed', () => {
    expect(findRuntime({ packageDir: join(tempDir(), 'none'), env: {}, platform: 'linux' })).toBeNull();
  });

  it.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
  ] as const)('of a site, on %s, is taken from the folder that ELECTRON_OVERRIDE_DIST_PATH names', (platform, file) => {
    const dir = tempDir();
    const place = { packageDir: aPackage(), env: { ELECTRON_OVERRIDE_DIST_PATH: dir }, platform };
    expect(findRuntime(place)).toBeNull();
    writeFileSync(join(dir, file), '');
    expect(findRuntime(place)).toBe(join(dir, file));
  });
});
