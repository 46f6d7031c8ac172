import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceFiles } from './source-files.ts';

/** Documents that give behaviours an id; each must be there as soon as its folder is. */
const SPECS = ['shared/domain/SPEC.md', 'shared/sync/SPEC.md'];

/** An id that opens a heading, a list item or a table row: `- **R28** …`, `### C08 …`, `| HLC3 | …`. */
const SPEC_LINE = /^\s*(?:#{1,6}|[-*]|\d+\.|\|)\s*[*`[]*([A-Z]{1,4}\d{1,3}[a-z]?)\b/;
/** The ids that open a test's title: `[R28] …`, `[R28][C08] …`, `[R28 C08] …`. */
const TITLE_IDS = /^(?:\[[A-Z0-9a-z, ]+\]\s*)+/;
const ID = /[A-Z]{1,4}\d{1,3}[a-z]?/g;

/** Says which ids of the SPEC files no test's title opens with, as `file: id …`. */
export function findUntestedIds(projectDir: string): readonly string[] {
  const tested = testedIds(projectDir);
  return SPECS.filter((spec) => existsSync(join(projectDir, spec, '..'))).flatMap((spec) => {
    const path = join(projectDir, spec);
    if (!existsSync(path)) return [`${spec}: is missing`];
    const ids = readSpecIds(readFileSync(path, 'utf8'));
    if (ids.length === 0) return [`${spec}: names no id`];
    return ids.filter((id) => !tested.has(id)).map((id) => `${spec}: ${id} is in no test's title`);
  });
}

/** The ids that a SPEC text defines, in its order. */
function readSpecIds(text: string): readonly string[] {
  const ids = text.split('\n').map((line) => SPEC_LINE.exec(line)?.[1]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function testedIds(projectDir: string): ReadonlySet<string> {
  const titles = readSourceFiles(projectDir)
    .filter((file) => /^test\/.*\.(test|spec)\.tsx?$/.test(file.path))
    .flatMap((file) => file.strings);
  return new Set(titles.flatMap((title) => TITLE_IDS.exec(title)?.[0].match(ID) ?? []));
}
