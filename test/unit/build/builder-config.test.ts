import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { createBuilderConfig, FUSES } from '../../../build/builder-config.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..', '..');

interface ConfigLibrary {
  validateConfiguration(config: unknown, log: unknown): Promise<void>;
}

/** The builder's own check, by its own schema. */
async function validate(config: unknown): Promise<void> {
  const builder = createRequire(join(PROJECT_DIR, 'node_modules', 'electron-builder', 'package.json'));
  const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as ConfigLibrary;
  const { DebugLogger } = builder('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown };
  await validateConfiguration(config, new DebugLogger(false));
}

describe('the configuration of the packed desktop', () => {
  it('is one that the builder accepts', async () => {
    await expect(validate(createBuilderConfig())).resolves.toBeUndefined();
  });

  it('would be refused with a word that the builder does not know', async () => {
    await expect(validate({ ...createBuilderConfig(), npmRebuildd: false })).rejects.toThrow('npmRebuildd');
  });

  it('fetches and publishes nothing', () => {
    expect(createBuilderConfig()).toMatchObject({ npmRebuild: false, publish: null });
  });

  it('burns in what the runtime may not do', () => {
    const { electronFuses }: Configuration = createBuilderConfig();
    expect(electronFuses).toEqual(FUSES);
    expect(FUSES).toEqual({
      runAsNode: true, // the child programs are this program
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('names icons that are there', () => {
    const { linux, win } = createBuilderConfig();
    for (const { icon } of [linux, win]) expect(existsSync(join(PROJECT_DIR, icon)), icon).toBe(true);
    expect(readFileSync(join(PROJECT_DIR, win.icon)).readUInt16LE(4)).toBeGreaterThanOrEqual(6); // sizes in it
  });
});
