import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildDesktop, listBundles, listChildPrograms } from '../../build/desktop-build.ts';
import { SITE_ROSTER } from '../support/room-001.ts';
import { ALL_DONE, runBundled } from '../support/run-bundled.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
const LIMIT_MS = 90_000;
const SYSTEM = `linux-${process.arch}`;

interface Asar {
  listPackage(archive: string, options: { readonly isPack: boolean }): string[];
  extractAll(archive: string, dir: string): void;
}

let asar: Asar;
let workDir: string;
let resourcesDir: string;
/** Path in the archive → whether it lies in it or beside it. */
let entries: ReadonlyMap<string, 'pack' | 'unpack'>;

/** A folder in the shape of an unpacked runtime: the builder copies it and runs nothing of it. */
function writeStandInDist(dir: string): string {
  mkdirSync(join(dir, 'locales'), { recursive: true });
  const files = ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox', 'electron', 'resources.pak'];
  for (const name of [...files, 'locales/zh-CN.pak', 'locales/en-US.pak', 'locales/de.pak'])
    writeFileSync(join(dir, name), name);
  for (const name of ['electron', 'chrome-sandbox']) chmodSync(join(dir, name), 0o755);
  return dir;
}

beforeAll(async () => {
  workDir = mkdtempSync(join(tmpdir(), 'proctor-pack-'));
  const distDir = join(workDir, 'dist');
  const station = { input: 'test/support/bundled-station.ts', file: 'main/station.mjs' };
  const programs = { input: 'test/support/bundled-programs.ts', file: 'main/programs-child.mjs' };
  await buildDesktop(distDir, [...listBundles(), station, programs]);
  // The screens are built by another tool; here a page stands for them.
  mkdirSync(join(distDir, 'renderer'));
  writeFileSync(join(distDir, 'renderer', 'index.html'), '<!doctype html>');

  const packer = join(import.meta.dirname, '..', 'support', 'pack-stand-in.ts');
  const outDir = join(workDir, 'packed');
  const run = spawnSync(process.execPath, [packer, distDir, outDir, writeStandInDist(join(workDir, 'runtime'))], {
    cwd: PROJECT_DIR,
    encoding: 'utf8',
    // Whatever it would fetch, it could not.
    env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' },
  });
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
  const [packedDir = ''] = readdirSync(outDir).filter((name) => name.endsWith('unpacked')); // linux-arm64-unpacked, too
  resourcesDir = join(outDir, packedDir, 'resources');
  asar = await loadAsar();
  entries = listEntries(join(resourcesDir, 'app.asar'));
}, LIMIT_MS);

afterAll(() => rmSync(workDir, { recursive: true, force: true }));

/** The archive's library, as the builder has it that has written the archive. */
async function loadAsar(): Promise<Asar> {
  const builder = createRequire(join(PROJECT_DIR, 'node_modules', 'app-builder-lib', 'package.json'));
  return (await import(pathToFileURL(builder.resolve('@electron/asar')).href)) as Asar;
}

function listEntries(archive: string): ReadonlyMap<string, 'pack' | 'unpack'> {
  return new Map(
    asar.listPackage(archive, { isPack: true }).map((line) => {
      const [where = '', path = ''] = line.split(/\s*:\s*/);
      return [path.replaceAll('\\', '/'), where === 'unpack' ? 'unpack' : 'pack'];
    }),
  );
}

function pathsOf(pattern: RegExp): readonly string[] {
  return [...entries.keys()].filter((path) => pattern.test(path));
}

describe('the packed program', () => {
  it('has its entry, its preload and its screens in the archive', () => {
    for (const path of [
      '/package.json',
      '/dist/main/index.mjs',
      '/dist/preload/index.cjs',
      '/dist/renderer/index.html',
    ])
      expect(entries.get(path), path).toBe('pack');
  });

  it('has no sources, no tests and nothing that only the workshop needs', () => {
    expect(pathsOf(/^\/(shared|electron|renderer|build|test|central)\//)).toEqual([]);
    expect(pathsOf(/^\/node_modules\/(node-|electron|vite|react|pdfkit|fontkit|typescript)/)).toEqual([]);
    expect(pathsOf(/\.(map|ts|md)$/)).toEqual([]);
  });

  it('has native modules of this system only, beside the archive', () => {
    const native = pathsOf(/\.(node|so(\.[\d.]+)?)$/);
    for (const name of ['better-sqlite3', '@node-rs', `@img/sharp-${SYSTEM}`, `@img/sharp-libvips-${SYSTEM}`])
      expect(
        native.some((path) => path.startsWith(`/node_modules/${name}`)),
        name,
      ).toBe(true);
    for (const path of native) {
      expect(entries.get(path), path).toBe('unpack');
      expect(path).toContain(SYSTEM);
      expect(existsSync(join(resourcesDir, 'app.asar.unpacked', path)), path).toBe(true);
    }
  });

  it('has the six fonts of the papers, and no other weight', () => {
    const fonts = pathsOf(/\.ttf$/);
    expect(fonts).toHaveLength(6);
    for (const path of fonts) {
      expect(path).toMatch(/_(400Regular|700Bold)\.ttf$/);
      expect(entries.get(path), path).toBe('unpack');
    }
  });

  it('has each program of its own beside the archive', () => {
    const programs = listChildPrograms().map((path) => path.replace(/^.*[\\/]|\.ts$/g, ''));
    expect(programs).toContain('parse-child');
    for (const name of programs) {
      expect(entries.get(`/dist/main/${name}.mjs`), name).toBe('unpack');
      expect(existsSync(join(resourcesDir, 'app.asar.unpacked', 'dist', 'main', `${name}.mjs`)), name).toBe(true);
    }
  });

  it('keeps two languages of the runtime', () => {
    const locales = readdirSync(join(resourcesDir, '..', 'locales')).sort();
    expect(locales).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it(
    'reads a roster, a picture and draws a paper with what lies beside the archive alone',
    () => {
      const program = join(resourcesDir, 'app.asar.unpacked', 'dist', 'main', 'programs-child.mjs');
      expect(runBundled(program, SITE_ROSTER)).toEqual(ALL_DONE);
    },
    LIMIT_MS,
  );

  it(
    'opens a station with the modules that were packed, and no others',
    () => {
      const extracted = join(workDir, 'extracted');
      asar.extractAll(join(resourcesDir, 'app.asar'), extracted);
      expect(runBundled(join(extracted, 'dist', 'main', 'station.mjs'), workDir)).toMatchObject({ ok: true });
    },
    LIMIT_MS,
  );
});
