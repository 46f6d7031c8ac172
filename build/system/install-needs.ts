import { spawn, spawnSync } from 'node:child_process';
import type { ToolRun } from '../tools.ts';
import { SYSTEM_NEEDS, type SystemNeed } from './needs.ts';

/**
 * Sees to it that what the tests need from the system is there: installs it where that is ours to do (Debian's apt-get,
 * as root), else says what is missing and how to get it. Fails as long as anything is missing; nothing is skipped.
 */
export async function provideSystemNeeds(
  needs: readonly SystemNeed[] = SYSTEM_NEEDS,
  mayInstall: boolean = canInstall(),
): Promise<ToolRun> {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return { exitCode: 0, output: '' };

  const packages = [...new Set(missing.flatMap((need) => need.packages))];
  if (!mayInstall) return { exitCode: 1, output: describeMissing(missing, packages) };

  let output = `installing ${packages.join(' ')}\n`;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const run = await aptGet(args);
    output += run.output;
    if (run.exitCode !== 0) break;
  }
  const stillMissing = missing.filter((need) => !need.isThere());
  if (stillMissing.length === 0) return { exitCode: 0, output: `installed ${packages.join(' ')}\n` };
  return { exitCode: 1, output: output + describeMissing(stillMissing, packages) };
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function describeMissing(missing: readonly SystemNeed[], packages: readonly string[]): string {
  const lines = missing.map((need) => `missing: ${need.name}: ${need.why}`);
  return [
    ...lines,
    `On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    '',
  ].join('\n');
}

function aptGet(args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve) => {
    // No stdin and no questions: in CI nobody is there to answer them.
    const child = spawn('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
