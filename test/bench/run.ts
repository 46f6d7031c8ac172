/**
 * `npm run bench`: the figures of the design that can be measured by now, each beside its floor of the same run. A bench
 * is no test: a missed goal is printed, the exit code stays 0. Everything is written into a folder of the project's own
 * disk (a temporary folder may be memory, where a synced commit costs nothing) and removed at the end. Words after the
 * command choose single benches: `npm run bench -- fold start`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../../build/tools.ts';
import type { BenchGround } from './bench-station.ts';
import { benchCheckIn } from './check-in-bench.ts';
import { benchHttp } from './http-bench.ts';
import { benchFold } from './fold-bench.ts';
import { benchPapers } from './paper-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchMemory } from './memory-bench.ts';
import { benchPhotos } from './photo-bench.ts';
import { benchScreen } from './screen-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStart } from './start-bench.ts';
import { type BenchRow, formatReport } from './table.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
const CACHE_DIR = join(PROJECT_DIR, 'node_modules', '.cache');

const BENCHES: Readonly<Record<string, (ground: BenchGround) => Promise<readonly BenchRow[]>>> = {
  'check-in': benchCheckIn,
  http: benchHttp,
  screen: benchScreen,
  search: benchSearch,
  import: benchImport,
  papers: benchPapers,
  photos: benchPhotos,
  fold: benchFold,
  start: benchStart,
  memory: benchMemory,
};

const chosen = process.argv.slice(2);
mkdirSync(CACHE_DIR, { recursive: true });
const dir = mkdtempSync(join(CACHE_DIR, 'bench-'));
const rows: BenchRow[] = [];
const screensDir = join(dir, 'screens');
try {
  await buildScreens(screensDir);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const start = performance.now();
    const ground: BenchGround = { dir: join(dir, name), screensDir };
    mkdirSync(ground.dir);
    rows.push(...(await bench(ground)));
    console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
  // A bench that broke off takes nothing from those before it.
  if (rows.length > 0) console.log(`\n${formatReport(rows)}`);
}

/** Screens of its own: those in dist may be older than their sources, or be built anew while the bench runs. */
async function buildScreens(outDir: string): Promise<void> {
  const args = ['build', '--config', 'build/renderer.config.ts', '--logLevel', 'warn', '--outDir', outDir];
  const { exitCode, output } = await runTool('vite', args, { cwd: PROJECT_DIR });
  if (exitCode !== 0) throw new Error(output);
}
