import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildDesktop, listBundles, listChildPrograms } from '../../build/desktop-build.ts';
import { SITE_ROSTER } from '../support/room-001.ts';
import { ALL_DONE, runBundled } from '../support/run-bundled.ts';
import { tempDir } from '../support/temp-dir.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
const LIMIT_MS = 60_000;

/** Built where no source is near; the packages are where an installation has them. */
function anOutDir(): string {
  const dir = tempDir();
  symlinkSync(join(PROJECT_DIR, 'node_modules'), join(dir, 'node_modules'), 'junction');
  return join(dir, 'dist');
}

it(
  'the bundled station runs in plain Node with its bundled programs: roster, picture, paper and seal',
  async () => {
    const outDir = anOutDir();
    const station = { input: 'test/support/bundled-station.ts', file: 'main/station.mjs' };
    const programs = { input: 'test/support/bundled-programs.ts', file: 'main/programs.mjs' };
    await buildDesktop(outDir, [...listBundles(), station, programs]);

    expect(runBundled(join(outDir, 'main', 'station.mjs'), tempDir())).toMatchObject({ ok: true });
    expect(runBundled(join(outDir, 'main', 'programs.mjs'), SITE_ROSTER)).toEqual(ALL_DONE);
  },
  LIMIT_MS,
);

it(
  'the bundle is one file for each program; the preload is CommonJS that needs electron and nothing else',
  async () => {
    const outDir = anOutDir();
    await buildDesktop(outDir);

    const children = listChildPrograms().map((path) => basename(path).replace(/\.ts$/, '.mjs'));
    expect(children).toEqual(expect.arrayContaining(['parse-child.mjs', 'render-child.mjs', 'photo-child.mjs']));
    expect(readdirSync(join(outDir, 'main')).sort()).toEqual(['index.mjs', ...children].sort());
    expect(readdirSync(join(outDir, 'preload'))).toEqual(['index.cjs']);

    const preload = readFileSync(join(outDir, 'preload', 'index.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
    expect(preload).not.toMatch(/^\s*(import|export)\b/m);

    const main = readFileSync(join(outDir, 'main', 'index.mjs'), 'utf8');
    const named = [...main.matchAll(/new URL\("\.\/([\w-]+\.\w+)", import\.meta\.url/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(children));
  },
  LIMIT_MS,
);
