import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

/** What the architecture rules look at in one source file. */
export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly ImportUse[];
  /** Direct uses of time, randomness or made-up ids. */
  readonly clockUses: readonly ClockUse[];
  readonly exportsAll: boolean;
  /** Every string and template text in the file, comments left out. */
  readonly strings: readonly string[];
}

export interface ImportUse {
  /** undefined: an import() whose path is computed, so that nobody can say where it leads. */
  readonly specifier: string | undefined;
  readonly line: number;
}

export interface ClockUse {
  readonly what: string;
  readonly line: number;
}

/** Folders that hold nothing of ours: dependencies, results, and files that are data for tests. */
const IGNORED = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report', 'test/fixtures']);

/** Members that give a different answer each time; the global objects reach them under `globalThis` too. */
const CLOCK_MEMBERS: ReadonlySet<string> = new Set([
  'Date.now',
  'performance.now',
  'process.hrtime',
  'Math.random',
  'crypto.randomUUID',
]);
const CLOCK_IMPORTS: ReadonlySet<string> = new Set(['randomUUID', 'performance']);

/** Every .ts, .tsx and .mjs file of the project, by path. */
export function readSourceFiles(projectDir: string): readonly SourceFile[] {
  return listSourcePaths(projectDir, '').map((path) => readSourceFile(projectDir, path));
}

function listSourcePaths(projectDir: string, folder: string): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(join(projectDir, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (IGNORED.has(path) || entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...listSourcePaths(projectDir, path));
    else if (/\.(tsx?|mjs)$/.test(entry.name)) paths.push(path);
  }
  return paths.sort();
}

function readSourceFile(projectDir: string, path: string): SourceFile {
  const text = readFileSync(join(projectDir, path), 'utf8');
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);

  const imports: ImportUse[] = [];
  const clockUses: ClockUse[] = [];
  const strings: string[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const addImport = (specifier: unknown, offset: number): void => {
    imports.push({ specifier: typeof specifier === 'string' ? specifier : undefined, line: lineAt(offset) });
  };

  for (const one of module.staticImports) {
    addImport(one.moduleRequest.value, one.start);
    if (!one.moduleRequest.value.startsWith('node:')) continue;
    for (const { importName } of one.entries) {
      if (CLOCK_IMPORTS.has(importName.name ?? ''))
        clockUses.push({ what: importName.name ?? '', line: lineAt(one.start) });
    }
  }
  const reExports = module.staticExports.flatMap((one) => one.entries).filter((entry) => entry.moduleRequest !== null);
  for (const entry of reExports) addImport(entry.moduleRequest?.value, entry.start);

  new Visitor({
    ImportExpression: ({ source, start }) => addImport('value' in source ? source.value : undefined, start),
    TSImportType: ({ source, start }) => addImport(source.value, start),
    CallExpression: ({ callee, arguments: [first], start }) => {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'require')
        addImport(first !== undefined && 'value' in first ? first.value : undefined, start);
      if (callee.name === 'Date') clockUses.push({ what: 'Date()', line: lineAt(start) });
    },
    NewExpression: ({ callee, arguments: args, start }) => {
      const isNow = callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0;
      if (isNow) clockUses.push({ what: 'new Date()', line: lineAt(start) });
    },
    MemberExpression: ({ object, property, start }) => {
      const member = `${nameOf(object)}.${nameOf(property)}`;
      if (CLOCK_MEMBERS.has(member)) clockUses.push({ what: member, line: lineAt(start) });
    },
    Literal: ({ value }) => {
      if (typeof value === 'string') strings.push(value);
    },
    TemplateElement: ({ value }) => {
      strings.push(value.cooked ?? value.raw);
    },
  }).visit(program);

  return {
    path,
    lineCount: text.split('\n').length - 1,
    imports,
    clockUses,
    exportsAll: reExports.some((entry) => entry.importName.kind === 'AllButDefault'),
    strings,
  };
}

/** `Date`, `globalThis.Date` and `globalThis['Date']` are all `Date`. */
function nameOf(node: { readonly type: string }): string {
  if ('name' in node && typeof node.name === 'string') return node.name;
  if ('value' in node && typeof node.value === 'string') return node.value;
  // as: a member expression always has a property, which is a node
  if ('property' in node) return nameOf(node.property as { readonly type: string });
  return '';
}
