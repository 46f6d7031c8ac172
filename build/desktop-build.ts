/**
 * Bundles what the desktop runs besides the screens: dist/main/index.mjs, dist/preload/index.cjs, and beside main each
 * program of its own (`*-child.ts`, `*-worker.ts`), one file each. `node build/desktop-build.ts`
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type InputOptions, type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { buildAside } from './put-in-place.ts';

const PROJECT_DIR = join(import.meta.dirname, '..');

/**
 * Left outside, and so in package.json's `dependencies`, which are packed: native modules, and the fonts, which are read
 * as files. Everything else is bundled, and so in `devDependencies`; zxing-wasm alone is both, bundled for its program
 * and packed for its WebAssembly, which is read as a file.
 */
const EXTERNAL = ['electron', 'better-sqlite3', 'sharp', '@node-rs/argon2', /^node:/, /^@expo-google-fonts\//];

export interface Bundle {
  /** From the project's root. */
  readonly input: string;
  /** From the folder that is built into. */
  readonly file: string;
}

/** Programs that are started by their URL, in a process or a thread of their own. */
export function listChildPrograms(projectDir = PROJECT_DIR): readonly string[] {
  return readdirSync(join(projectDir, 'electron', 'station'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /-(child|worker)\.ts$/.test(path))
    .map((path) => join('electron', 'station', path));
}

/** Every file that is bundled. */
export function listBundles(): readonly Bundle[] {
  return [
    { input: 'electron/hosts/desktop/main.ts', file: 'main/index.mjs' },
    { input: 'electron/hosts/desktop/preload.ts', file: 'preload/index.cjs' },
    ...listChildPrograms().map((input) => ({ input, file: `main/${bundledName(basename(input))}` })),
  ];
}

/** Bundles into `outDir` (default: dist); rejects with what the bundler said. */
export async function buildDesktop(outDir = join(PROJECT_DIR, 'dist'), bundles = listBundles()): Promise<void> {
  // The main program last: by its time the next start tells whether all of it is there.
  for (const folder of ['preload', 'main']) {
    const own = bundles.filter(({ file }) => dirname(file) === folder);
    await buildAside(join(outDir, folder), async (dir) => {
      await Promise.all(own.map(({ input, file }) => writeBundle({ input, file: basename(file) }, dir)));
      return true;
    });
  }
}

async function writeBundle({ input, file }: Bundle, outDir: string): Promise<void> {
  const isCommonJs = file.endsWith('.cjs'); // a sandboxed preload can be nothing else
  const options = {
    input: join(PROJECT_DIR, input),
    cwd: PROJECT_DIR,
    platform: 'node',
    external: EXTERNAL,
    plugins: [startsPrograms()],
    onLog(level, log, print) {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      print(level, log);
    },
  } satisfies InputOptions;
  const output = {
    file: join(outDir, file),
    format: isCommonJs ? 'cjs' : 'esm',
    codeSplitting: false,
    minify: false, // a stack trace from an exam room must be readable
    sourcemap: false,
  } satisfies OutputOptions;
  const bundle = await rolldown(options);
  try {
    await bundle.write(output);
  } finally {
    await bundle.close();
  }
}

/** `new URL('./parse-child.ts', import.meta.url)` as it stands in the sources. */
const PROGRAM_URL = /new URL\(\s*'\.\/([\w-]+)\.ts',\s*import\.meta\.url\s*\)/g;

/**
 * Sources name a child program by the URL of its source file; in the bundle it is the bundled file. Packed, they lie
 * outside the archive (see builder-config.ts): a program started there must not depend on reading archives.
 */
function startsPrograms(): Plugin {
  return {
    name: 'starts-programs',
    transform(code) {
      if (code.search(PROGRAM_URL) === -1) return null;
      return code.replaceAll(
        PROGRAM_URL,
        (_, name: string) => `new URL('./${name}.mjs', import.meta.url.replace('/app.asar/', '/app.asar.unpacked/'))`,
      );
    },
  };
}

function bundledName(source: string): string {
  return source.replace(/\.ts$/, '.mjs');
}

if (import.meta.main) await buildDesktop();
