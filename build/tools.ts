import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROJECT_DIR = join(import.meta.dirname, '..');
/** The tests start our programs by the hundred: each of their files is compiled once instead. */
const COMPILED = join(PROJECT_DIR, 'node_modules', '.cache', 'compiled');

/** A command-line tool of ours, by its name and by the package that brings it. */
const PACKAGE_OF = {
  tsc: 'typescript',
  oxlint: 'oxlint',
  biome: '@biomejs/biome',
  knip: 'knip',
  vite: 'vite',
  vitest: 'vitest',
  playwright: '@playwright/test',
} as const;
export type Tool = keyof typeof PACKAGE_OF;

export interface ToolRun {
  readonly exitCode: number;
  /** Standard output and error as they came. */
  readonly output: string;
}

export interface ToolOptions {
  /** Default: the project's root. */
  readonly cwd?: string;
  /** Called with each complete line as soon as it comes. */
  readonly onLine?: (line: string) => void;
  /** After this time the tool is killed, which counts as its failure. */
  readonly limitMs?: number;
}

/**
 * Runs one of our tools to its end and collects what it says; never rejects. The tool's own script is run by the Node
 * that runs this (24, see check-node.mjs): through PATH a tool's `#!/usr/bin/env node` could meet an older one.
 */
export function runTool(
  tool: Tool,
  args: readonly string[],
  { cwd, onLine, limitMs }: ToolOptions = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [toolScript(tool), ...args], {
      cwd: cwd ?? PROJECT_DIR,
      env: childEnv(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(limitMs === undefined ? {} : { timeout: limitMs, killSignal: 'SIGKILL' }),
    });
    let output = '';
    let partialLine = '';
    const take = (text: string): void => {
      output += text;
      if (onLine === undefined) return;
      const lines = (partialLine + text).split('\n');
      partialLine = lines.pop() ?? '';
      lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      if (partialLine !== '') onLine?.(partialLine);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

function toolScript(tool: Tool): string {
  const packageDir = join(PROJECT_DIR, 'node_modules', PACKAGE_OF[tool]);
  // as: the file is a package.json, whose `bin` npm itself has linked
  const { bin } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const script = bin[tool];
  if (script === undefined) throw new Error(`${PACKAGE_OF[tool]} brings no command ${tool}`);
  return join(packageDir, script);
}

function childEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: COMPILED };
  env['PATH'] = `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${env['PATH'] ?? ''}`;
  // A tool started from within a test must not take itself for a part of that run.
  for (const name of Object.keys(env))
    if (/^(VITEST|TEST$|NODE_ENV$|PW_|TEST_WORKER|FORCE_COLOR$)/.test(name)) delete env[name];
  return env;
}
