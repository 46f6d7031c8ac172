import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** The project's own rules: copied as they stand, so that it is these that must bite. */
const COPIED = [
  'tsconfig.json',
  '.oxlintrc.json',
  'biome.json',
  'knip.jsonc',
  'vitest.config.ts',
  'playwright.config.ts',
  'shared/tsconfig.json',
  'shared/any-runtime.d.ts',
  'electron/station/tsconfig.json',
  'electron/hosts/machine/tsconfig.json',
  'electron/hosts/browser/tsconfig.json',
  'electron/hosts/desktop/tsconfig.json',
  'renderer/tsconfig.json',
  'build/tsconfig.json',
  'build/renderer.config.ts',
  'build/check-node.mjs',
  'build/gate/counts.ts',
  'build/system/chromium.ts',
  'test/tsconfig.json',
  'test/support/vitest-counts.ts',
  'test/support/playwright-counts.ts',
];

/** One sound file or two in each layer. */
const SOUND: Readonly<Record<string, string>> = {
  'shared/domain/seat.ts': 'export function nextSeat(seat: number): number {\n  return seat + 1;\n}\n',
  'shared/domain/SPEC.md': '# Seats\n\n- **R01** The next seat is one further.\n',
  'electron/station/seat-book.ts':
    "import { nextSeat } from '../../shared/domain/seat.ts';\n\nexport function openSeatBook(): number {\n  return nextSeat(1);\n}\n",
  'electron/hosts/machine/say.ts':
    "import { openSeatBook } from '../../station/seat-book.ts';\n\nexport function say(): void {\n  process.stdout.write(`${openSeatBook()}\\n`);\n}\n",
  'electron/hosts/browser/main.ts': "import { say } from '../machine/say.ts';\n\nsay();\n",
  'electron/hosts/desktop/main.ts':
    "import { app } from 'electron';\nimport { say } from '../machine/say.ts';\n\nvoid app.whenReady().then(say);\n",
  'build/test.ts':
    "import { addCounts, countsOfRun, formatCounts, parseCounts } from './gate/counts.ts';\n\nprocess.stdout.write(formatCounts(addCounts([countsOfRun(0, parseCounts('1 passed, 0 failed'))])));\n",
  'renderer/index.html': '<!doctype html>\n<div id="root"></div>\n<script type="module" src="./main.tsx"></script>\n',
  'renderer/main.tsx':
    "import { nextSeat } from '../shared/domain/seat.ts';\n\ndocument.body.textContent = `${nextSeat(1)}`;\n",
  'test/unit/seat.test.ts':
    "import { expect, it } from 'vitest';\nimport { nextSeat } from '../../shared/domain/seat.ts';\n\nit('[R01] the next seat is one further', () => {\n  expect(nextSeat(1)).toBe(2);\n});\n",
  'test/e2e/seat.spec.ts':
    "import { expect, test } from '@playwright/test';\nimport { nextSeat } from '../../shared/domain/seat.ts';\n\ntest('the next seat is one further', () => {\n  expect(nextSeat(1)).toBe(2);\n});\n",
};

/** The packages that the small tree uses, out of the project's: the others would be dead there. */
const USED_PACKAGES = [
  'vitest',
  '@playwright/test',
  'vite',
  '@vitejs/plugin-react',
  'typescript',
  '@types/node',
  'electron',
];

export interface TemporaryTree {
  readonly dir: string;
  readonly remove: () => void;
}

/**
 * Writes a small project into a temporary folder: our configurations, our dependencies, a few sound files, and over them
 * the given ones by path. A file `package.json` is merged into the tree's own.
 */
export function writeTree(files: Readonly<Record<string, string>> = {}): TemporaryTree {
  const dir = mkdtempSync(join(tmpdir(), 'station-gates-'));
  for (const path of COPIED) cpSync(join(PROJECT_DIR, path), join(dir, path));
  symlinkSync(join(PROJECT_DIR, 'node_modules'), join(dir, 'node_modules'), 'junction');
  const { 'package.json': manifest = '{}', ...sources } = files;
  writeFileSync(
    join(dir, 'package.json'),
    `${JSON.stringify({ ...smallManifest(), ...JSON.parse(manifest) }, null, 2)}\n`,
  );
  for (const [path, text] of Object.entries({ ...SOUND, ...sources })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function smallManifest(): Readonly<Record<string, unknown>> {
  // as: our own package.json, which npm has read before us
  const manifest = JSON.parse(readFileSync(join(PROJECT_DIR, 'package.json'), 'utf8')) as {
    name: string;
    type: string;
    devDependencies: Record<string, string>;
  };
  const devDependencies = Object.fromEntries(USED_PACKAGES.map((name) => [name, manifest.devDependencies[name]]));
  return { name: manifest.name, private: true, type: manifest.type, devDependencies };
}
