import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ELECTRON_PACKAGE } from '../../../../build/runtime/find-runtime.ts';
import { runtimeFileName, runtimeUrl } from '../../../../build/runtime/runtime-url.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const BUILD = { version: '45.4.1', platform: 'linux', arch: 'x64' };

interface Library {
  downloadArtifact(details: unknown): Promise<string>;
}

/** The address that electron's own library would fetch from, with the environment as it is. */
async function urlOfLibrary(): Promise<string> {
  const path = createRequire(join(ELECTRON_PACKAGE, 'package.json')).resolve('@electron/get');
  const { downloadArtifact } = (await import(pathToFileURL(path).href)) as Library;
  let asked = '';
  const download = async (url: string): Promise<void> => {
    asked = url;
    throw new Error('asked, that is all');
  };
  await downloadArtifact({
    ...BUILD,
    artifactName: 'electron',
    cacheRoot: tempDir(),
    downloader: { download },
  }).catch(() => undefined);
  return asked;
}

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/electron/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe('the address of the desktop runtime', () => {
  it('is the official one of exactly this version', () => {
    expect(runtimeFileName(BUILD)).toBe('electron-v45.4.1-linux-x64.zip');
    expect(runtimeUrl(BUILD, {})).toBe(
      'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
    );
  });

  it.each([
    [{}],
    [{ ELECTRON_MIRROR: 'http://mirror.test/electron/' }],
    [{ ELECTRON_MIRROR: 'http://mirror.test/', ELECTRON_CUSTOM_DIR: '{{ version }}' }],
    [{ ELECTRON_CUSTOM_FILENAME: 'runtime.zip' }],
    [{ npm_config_electron_mirror: 'http://npmrc.test/', ELECTRON_MIRROR: 'http://env.test/' }],
    [{ npm_config_electron_custom_dir: 'kept' }],
    [{ npm_config_electron_customdir: 'kept' }],
    [{ NPM_CONFIG_ELECTRON_CUSTOM_DIR: 'kept' }],
    [{ npm_package_config_electron_customDir: 'kept' }],
  ])('is the one that electron itself would use: %j', async (settings) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    expect(await urlOfLibrary()).toBe(runtimeUrl(BUILD, process.env));
  });
});
