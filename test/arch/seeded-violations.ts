/** One fault per line of defence: put into an otherwise sound tree, it must turn the named gate red and be named there. */
export interface Violation {
  readonly gate:
    | 'types'
    | 'lint'
    | 'format'
    | 'dead code'
    | 'build'
    | 'tests'
    | 'browser tests'
    | 'architecture'
    | 'spec';
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** All of these stand in one message of the gate. */
  readonly says: readonly string[];
}

const TYPES: readonly Violation[] = [
  foreignGlobal('shared', 'process.cwd()'),
  foreignGlobal('shared', 'document.title'),
  foreignGlobal('shared', 'setTimeout(String, 1)'),
  foreignGlobal('electron/station', 'document.title'),
  foreignGlobal('electron/hosts/machine', 'document.title'),
  foreignGlobal('electron/hosts/browser', 'document.title'),
  foreignGlobal('electron/hosts/desktop', 'document.title'),
  foreignGlobal('build', 'document.title'),
  foreignGlobal('renderer', 'process.cwd()'),
  foreignModule('shared', 'node:fs'),
  foreignModule('renderer', 'node:fs'),
  {
    gate: 'types',
    name: 'an enum, which Node cannot strip',
    files: { 'shared/seed-enum.ts': 'export enum Light {\n  Green,\n}\n' },
    says: ['shared/seed-enum.ts', 'TS1294'],
  },
  {
    gate: 'types',
    name: 'an array element taken for granted',
    files: { 'shared/seed-index.ts': 'export const first: string = ([] as string[])[0];\n' },
    says: ['shared/seed-index.ts', 'TS2322'],
  },
];

const STATION_IMPORT = "export { openSeatBook } from '../electron/station/seat-book.ts';\n";

const LINT: readonly Violation[] = [
  lint(
    'no-floating-promises',
    'electron/station/seed-floating.ts',
    'export function save(): void {\n  Promise.resolve(1);\n}\n',
  ),
  lint(
    'no-misused-promises',
    'electron/station/seed-misused.ts',
    'export function isOpen(open: () => Promise<boolean>): string {\n  return open() ? "y" : "n";\n}\n',
  ),
  lint(
    'switch-exhaustiveness-check',
    'shared/seed-switch.ts',
    "export function word(light: 'on' | 'off'): string {\n  switch (light) {\n    case 'on':\n      return '开';\n  }\n  return '';\n}\n",
  ),
  lint('no-explicit-any', 'shared/seed-any.ts', 'export function take(value: any): void {\n  void value;\n}\n'),
  lint(
    'no-unsafe-return',
    'shared/seed-unsafe.ts',
    'export function read(text: string): { a: 1 } {\n  return JSON.parse(text);\n}\n',
  ),
  lint(
    'no-non-null-assertion',
    'shared/seed-bang.ts',
    'export function one(all: string[]): string {\n  return all[0]!;\n}\n',
  ),
  lint('no-default-export', 'shared/seed-default.ts', 'export default 1;\n'),
  lint('no-unused-vars', 'shared/seed-unused.ts', 'export function f(): void {\n  const left = 1;\n}\n'),
  lint('no-console', 'electron/station/seed-console.ts', "export function say(): void {\n  console.log('x');\n}\n"),
  lint('no-restricted-imports', 'shared/seed-up.ts', STATION_IMPORT),
  lint('no-restricted-imports', 'renderer/seed-station.ts', STATION_IMPORT),
  lint('no-restricted-imports', 'shared/seed-node.ts', "export { readFileSync } from 'node:fs';\n"),
  lint('no-restricted-imports', 'electron/station/seed-host.ts', "import '../hosts/browser/main.ts';\n"),
  lint('no-restricted-imports', 'electron/station/seed-screen.ts', "import '../../renderer/main.tsx';\n"),
  lint('no-restricted-imports', 'electron/hosts/browser/seed-screen.ts', "import '../../../renderer/main.tsx';\n"),
  lint('no-restricted-imports', 'electron/hosts/machine/seed-host.ts', "import '../browser/main.ts';\n"),
  lint('no-restricted-imports', 'electron/hosts/desktop/seed-host.ts', "import '../browser/main.ts';\n"),
  ...[
    'shared',
    'electron/station',
    'electron/hosts/machine',
    'electron/hosts/browser',
    'renderer',
    'build',
    'test',
  ].map((folder) => lint('no-restricted-imports', `${folder}/seed-electron.ts`, "export { app } from 'electron';\n")),
  ...['shared', 'electron/station'].flatMap((folder) => [
    lint('no-restricted-properties', `${folder}/seed-now.ts`, 'export const now = Date.now();\n'),
    lint('no-restricted-properties', `${folder}/seed-random.ts`, 'export const chance = Math.random();\n'),
  ]),
  lint('no-restricted-imports', 'electron/station/seed-uuid.ts', "export { randomUUID } from 'node:crypto';\n"),
  lint('no-focused-tests', 'test/unit/seed-only.test.ts', "import { it } from 'vitest';\n\nit.only('x', () => {});\n"),
  lint('no-disabled-tests', 'test/unit/seed-skip.test.ts', "import { it } from 'vitest';\n\nit.skip('x', () => {});\n"),
  {
    gate: 'lint',
    name: 'import/no-cycle',
    files: {
      'shared/seed-cycle-a.ts': "import { b } from './seed-cycle-b.ts';\n\nexport const a = (): unknown => b;\n",
      'shared/seed-cycle-b.ts': "import { a } from './seed-cycle-a.ts';\n\nexport const b = (): unknown => a;\n",
    },
    says: ['no-cycle', 'shared/seed-cycle-a.ts'],
  },
];

const OTHER_TOOLS: readonly Violation[] = [
  {
    gate: 'format',
    name: 'a line in another style',
    files: { 'shared/seed-format.ts': 'export const a = "double"\n' },
    says: ['shared/seed-format.ts'],
  },
  {
    gate: 'dead code',
    name: 'a file nobody imports',
    files: { 'shared/seed-dead.ts': 'export const dead = 1;\n' },
    says: ['shared/seed-dead.ts'],
  },
  {
    gate: 'dead code',
    name: 'an export nobody uses',
    files: {
      'shared/domain/seat.ts':
        'export function nextSeat(seat: number): number {\n  return seat + 1;\n}\n\nexport function seedUnusedExport(): void {}\n',
    },
    says: ['seedUnusedExport', 'shared/domain/seat.ts'],
  },
  {
    gate: 'dead code',
    name: 'a dependency nobody imports',
    files: { 'package.json': '{ "dependencies": { "papaparse": "5.7.1" } }' },
    says: ['papaparse', 'package.json'],
  },
  {
    gate: 'build',
    name: 'a screen that imports what is not there',
    files: { 'renderer/main.tsx': "import './seed-missing.ts';\n" },
    says: ['seed-missing.ts', 'renderer/main.tsx'],
  },
  {
    gate: 'tests',
    name: 'a failing test',
    files: {
      'test/unit/seed-fails.test.ts': "import { expect, it } from 'vitest';\n\nit('fails', () => expect(1).toBe(2));\n",
    },
    says: ['FAIL', 'test/unit/seed-fails.test.ts', 'fails'],
  },
  {
    gate: 'tests',
    name: 'a test file that does not load',
    files: { 'test/property/seed-load.test.ts': "throw new Error('does not load');\n" },
    says: ['FAIL', 'test/property/seed-load.test.ts'],
  },
  {
    gate: 'tests',
    name: 'a skipped test without a reason',
    files: {
      'test/contract/seed-skips.test.ts': "import { it } from 'vitest';\n\nit('skips', (context) => context.skip());\n",
    },
    says: ['skips', 'NO REASON GIVEN, counted as failed'],
  },
  {
    gate: 'browser tests',
    name: 'a failing test',
    files: {
      'test/e2e/seed-fails.spec.ts':
        "import { expect, test } from '@playwright/test';\n\ntest('fails', () => expect(1).toBe(2));\n",
    },
    says: ['seed-fails.spec.ts', 'fails'],
  },
  {
    gate: 'browser tests',
    name: 'a skipped test without a reason',
    files: {
      'test/e2e/seed-skips.spec.ts': "import { test } from '@playwright/test';\n\ntest('skips', () => test.skip());\n",
    },
    says: ['seed-skips.spec.ts', 'NO REASON GIVEN, counted as failed'],
  },
];

const ARCHITECTURE: readonly Violation[] = [
  architecture('a top-level folder of its own', 'src/seed.ts', '', 'src/: not one of'),
  architecture('a source file at the root', 'seed.ts', '', 'belongs to no layer'),
  architecture('a third host', 'electron/hosts/phone/seed.ts', '', 'electron/hosts/phone/: not one of'),
  architecture('a layer without types of its own', 'central/seed.ts', '', 'central/: has no tsconfig.json'),
  architecture('an upward import', 'shared/seed-up.ts', STATION_IMPORT, 'imports electron/station/seat-book.ts'),
  architecture(
    'an upward import() at run time',
    'shared/seed-lazy.ts',
    "await import('../renderer/main.tsx');\n",
    'imports renderer/main.tsx',
  ),
  architecture(
    'an import() nobody can read',
    'electron/station/seed-path.ts',
    "await import('../' + 'hosts');\n",
    'is computed',
  ),
  architecture(
    'an upward import of a type',
    'shared/seed-type.ts',
    "export type Book = import('../electron/station/seat-book.ts').Book;\n",
    'imports electron/station/seat-book.ts',
  ),
  architecture('electron by require', 'electron/station/seed-require.ts', "require('electron');\n", 'imports electron'),
  architecture('electron in a test', 'test/unit/seed-app.ts', "import 'electron';\n", 'imports electron'),
  architecture('a package that shared may not use', 'shared/seed-package.ts', "import 'ws';\n", 'the package ws'),
  architecture(
    'React in the station',
    'electron/station/seed-react.ts',
    "import 'react/jsx-runtime';\n",
    'the package react',
  ),
  architecture(
    'a Node module by its short name',
    'shared/seed-short.ts',
    "import 'fs/promises';\n",
    'imports fs/promises',
  ),
  architecture('export *', 'electron/station/seed-all.ts', "export * from './seat-book.ts';\n", 'export *'),
  architecture('a name that says nothing', 'shared/utils.ts', '', 'a name that says nothing'),
  architecture('a name in another style', 'shared/seedName.ts', '', 'kebab-case'),
  architecture('a file too long', 'renderer/seed-long.ts', 'export {};\n'.repeat(401), '401 lines'),
  ...[
    'new Date()',
    'Date.now()',
    'globalThis.Date.now()',
    "Date['now']()",
    'performance.now()',
    'process.hrtime.bigint()',
    'Math.random()',
    'crypto.randomUUID()',
  ].flatMap((use, index) =>
    ['shared', 'electron/station'].map((folder) =>
      architecture(
        `${use} in ${folder}`,
        `${folder}/seed-clock-${index}.ts`,
        `export const seed = ${use};\n`,
        'through a port',
      ),
    ),
  ),
];

const SPEC: readonly Violation[] = [
  {
    gate: 'spec',
    name: 'an id that no title opens with',
    files: {
      'shared/domain/SPEC.md':
        '# Seats\n\n- **R01** The next seat is one further.\n- **R02** Nobody tests this.\n\n| C08 | nor this |\n',
      'test/unit/seed-mentions.test.ts':
        "import { it } from 'vitest';\n\n// [R02] a comment is no test\nit('about [R02], but not by it', () => {});\n",
    },
    says: ['shared/domain/SPEC.md: R02'],
  },
  { gate: 'spec', name: 'an id in a table', files: {}, says: ['shared/domain/SPEC.md: C08'] },
  {
    gate: 'spec',
    name: 'a folder that owes its SPEC.md',
    files: { 'shared/sync/seed.ts': 'export {};\n' },
    says: ['shared/sync/SPEC.md: is missing'],
  },
];

export const VIOLATIONS: readonly Violation[] = [...TYPES, ...LINT, ...OTHER_TOOLS, ...ARCHITECTURE, ...SPEC];

function foreignGlobal(folder: string, expression: string): Violation {
  const path = `${folder}/seed-global-${expression.split(/\W/)[0]}.ts`;
  return {
    gate: 'types',
    name: `${expression} in ${folder}`,
    files: { [path]: `export const seed = ${expression};\n` },
    says: [path, 'Cannot find name'],
  };
}

function foreignModule(folder: string, specifier: string): Violation {
  const path = `${folder}/seed-module.ts`;
  return {
    gate: 'types',
    name: `${specifier} in ${folder}`,
    files: { [path]: `export { readFileSync } from '${specifier}';\n` },
    says: [path, `Cannot find name '${specifier}'`],
  };
}

function lint(rule: string, path: string, text: string): Violation {
  return { gate: 'lint', name: `${rule}: ${path}`, files: { [path]: text }, says: [`${rule})`, path] };
}

function architecture(name: string, path: string, text: string, message: string): Violation {
  return { gate: 'architecture', name, files: { [path]: text }, says: [path.split('/')[0] ?? '', message] };
}
