import { existsSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { findLayer, LAYERS, type Layer } from '../../build/gate/layers.ts';
import { readSourceFiles, type SourceFile } from './source-files.ts';

const TOP_FOLDERS = new Set(['shared', 'electron', 'central', 'renderer', 'build', 'test']);
/** What tools put beside them; none of it is in the repository. */
const PRODUCED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);
const ELECTRON_FOLDERS = new Set(['station', 'hosts', 'hosts/machine', 'hosts/browser', 'hosts/desktop']);

const MAX_LINES = 400;
/** Names that say nothing and so collect everything. */
const VAGUE_NAME = /(^|[/-])(utils?|helpers?|common|misc)\.tsx?$/;
const KEBAB_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const COMPONENT_NAME = /^[A-Z][A-Za-z0-9]*\.tsx$/;

/** Holds the tree against the layer rules; each problem is `path: what is wrong`, none means sound. */
export function findArchitectureProblems(projectDir: string): readonly string[] {
  return [...folderProblems(projectDir), ...readSourceFiles(projectDir).flatMap(fileProblems)];
}

function folderProblems(projectDir: string): string[] {
  const strangers = listFolders(projectDir)
    .filter((name) => !TOP_FOLDERS.has(name) && !PRODUCED_FOLDERS.has(name))
    .concat(strangersOfElectron(projectDir))
    .map((name) => `${name}/: not one of the project's folders`);
  const unchecked = LAYERS.filter(
    ({ folder }) => existsSync(join(projectDir, folder)) && !existsSync(join(projectDir, folder, 'tsconfig.json')),
  ).map(({ folder }) => `${folder}/: has no tsconfig.json of its own`);
  return [...strangers, ...unchecked];
}

function strangersOfElectron(projectDir: string): string[] {
  const electronDir = join(projectDir, 'electron');
  return [...listFolders(electronDir), ...listFolders(join(electronDir, 'hosts')).map((name) => `hosts/${name}`)]
    .filter((name) => !ELECTRON_FOLDERS.has(name))
    .map((name) => `electron/${name}`);
}

function listFolders(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}

function fileProblems(file: SourceFile): string[] {
  const layer = findLayer(file.path);
  const problems = [...nameProblems(file.path)];
  const isRootConfig = /^[a-z]+\.config\.ts$/.test(file.path);
  if (layer === undefined && !isRootConfig) problems.push('belongs to no layer');
  if (file.lineCount > MAX_LINES) problems.push(`${file.lineCount} lines, more than ${MAX_LINES}: split it by idea`);
  if (file.exportsAll && !file.path.startsWith('shared/contract/')) problems.push('export * hides what is exported');
  if (layer !== undefined) problems.push(...importProblems(file, layer));
  if (layer?.isWithoutClock) {
    for (const { what, line } of file.clockUses) problems.push(`line ${line}: ${what} must come through a port`);
  }
  return problems.map((problem) => `${file.path}: ${problem}`);
}

function nameProblems(path: string): string[] {
  const name = posix.basename(path);
  if (VAGUE_NAME.test(path)) return ['a name that says nothing: name it after its idea'];
  if (KEBAB_NAME.test(name) || COMPONENT_NAME.test(name)) return [];
  return ['file names are kebab-case, components PascalCase.tsx'];
}

function importProblems(file: SourceFile, layer: Layer): string[] {
  return file.imports.flatMap(({ specifier, line }) => {
    const problem = specifier === undefined ? computedImportProblem(layer) : importProblem(file.path, layer, specifier);
    return problem === undefined ? [] : [`line ${line}: ${problem}`];
  });
}

/** Where the rules matter most, every import must be readable; hosts, build and tests may compute a path. */
function computedImportProblem(layer: Layer): string | undefined {
  return layer.isWithoutClock || layer.folder === 'renderer' ? 'the path of an import() is computed' : undefined;
}

function importProblem(path: string, layer: Layer, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relativeImportProblem(path, layer, specifier);
  if (isBuiltin(specifier)) return layer.mayImportNode ? undefined : `imports ${specifier}, ${layer.folder} may not`;
  const packageName = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (packageName === 'electron' && layer.mayImportElectron !== true) {
    return 'imports electron: only electron/hosts/desktop may';
  }
  const isAllowed = layer.allowedPackages?.includes(packageName) ?? !layer.deniedPackages?.includes(packageName);
  return isAllowed ? undefined : `imports the package ${packageName}, ${layer.folder} may not`;
}

function relativeImportProblem(path: string, layer: Layer, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const targetLayer = findLayer(target);
  if (targetLayer === layer || (targetLayer !== undefined && layer.mayImport.includes(targetLayer.folder)))
    return undefined;
  // Tests may hold the root's configuration to its word; nobody else reads it.
  if (targetLayer === undefined && layer.folder === 'test' && !target.startsWith('..')) return undefined;
  return `imports ${target}, ${layer.folder} may not`;
}
