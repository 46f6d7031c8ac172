import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Counts } from '../../build/gate/counts.ts';
import { staticStages, testStages } from '../../build/gate/stages.ts';
import { provideSystemNeeds } from '../../build/system/install-needs.ts';
import { runTool } from '../../build/tools.ts';
import { findArchitectureProblems } from './architecture.ts';
import { writeTree } from './clean-tree.ts';
import { VIOLATIONS, type Violation } from './seeded-violations.ts';
import { findUntestedIds } from './spec-ids.ts';

const projectDir = join(import.meta.dirname, '..', '..');
const LIMIT_MS = 120_000; // about ten tools start here, on a machine that may be busy

interface GateRun {
  readonly counts: Counts;
  readonly lines: readonly string[];
}

type Gate = Violation['gate'];

/** The gates of `npm test`; `system` is left out, which looks at the machine and not at a tree. */
const GATES = [...new Set(VIOLATIONS.map((violation) => violation.gate))];

async function runGate(gate: Gate, dir: string): Promise<GateRun> {
  if (gate === 'architecture') return listGate(findArchitectureProblems(dir));
  if (gate === 'spec') return listGate(findUntestedIds(dir));
  const stage = [...staticStages(dir), ...testStages(dir)].find(({ name }) => name === gate);
  if (stage === undefined) throw new Error(`no stage ${gate}`);
  const lines: string[] = [];
  const counts = await stage.run((line) => lines.push(line));
  return { counts, lines };
}

/** Runs each gate over a tree of its own, two at a time: the faults of one gate must not hide those of another. */
async function runGates(
  filesOf: (gate: Gate) => Readonly<Record<string, string>>,
): Promise<ReadonlyMap<Gate, GateRun>> {
  const runs = new Map<Gate, GateRun>();
  const waiting = [...GATES];
  const work = async (): Promise<void> => {
    for (let gate = waiting.pop(); gate !== undefined; gate = waiting.pop()) {
      const tree = writeTree(filesOf(gate));
      try {
        runs.set(gate, await runGate(gate, tree.dir));
      } finally {
        tree.remove();
      }
    }
  };
  await Promise.all([work(), work()]);
  return runs;
}

function seedsOf(gate: Gate): Readonly<Record<string, string>> {
  const files = VIOLATIONS.filter((violation) => violation.gate === gate).flatMap(({ files }) => Object.entries(files));
  return Object.fromEntries(files);
}

function listGate(problems: readonly string[]): GateRun {
  return { counts: { passed: 0, failed: problems.length, skipped: 0 }, lines: problems };
}

/** The linter writes a message over several lines and parts messages by a blank one; the others write a line each. */
function messagesOf(gate: Gate, lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return text.split(gate === 'lint' || gate === 'build' ? /\n\s*\n|\n(?=  [x!] )/ : '\n');
}

describe('over a sound tree', () => {
  let runs: ReadonlyMap<Gate, GateRun>;
  beforeAll(async () => {
    runs = await runGates(() => ({}));
  }, LIMIT_MS);

  it.each(GATES)('the gate "%s" is green', (gate) => {
    expect(runs.get(gate)?.counts.failed, runs.get(gate)?.lines.join('\n')).toBe(0);
  });
});

describe('over the same tree with seeded violations', () => {
  let runs: ReadonlyMap<Gate, GateRun>;
  beforeAll(async () => {
    runs = await runGates(seedsOf);
  }, LIMIT_MS);

  it.each(GATES)('the gate "%s" is red', (gate) => {
    expect(runs.get(gate)?.counts.failed).toBeGreaterThan(0);
  });

  it.each(VIOLATIONS)('the gate "$gate" names: $name', ({ gate, says }) => {
    const messages = messagesOf(gate, runs.get(gate)?.lines ?? []);
    const named = messages.some((message) => says.every((part) => message.includes(part)));
    expect(named, `no message of "${gate}" says ${says.join(' + ')}:\n${messages.join('\n')}`).toBe(true);
  });
});

describe('over the real tree', () => {
  it.each(['shared', 'electron/station', 'electron/hosts/machine', 'electron/hosts/browser'])(
    'nothing that %s imports brings the DOM into its types',
    async (folder) => {
      const { output } = await runTool('tsc', ['-p', folder, '--listFilesOnly'], { cwd: projectDir });
      expect(output).toContain('lib.es2024');
      expect(output).not.toContain('lib.dom');
    },
    LIMIT_MS,
  );

  it.each(['shared', 'renderer'])(
    'nothing that %s imports brings Node into its types',
    async (folder) => {
      const { output } = await runTool('tsc', ['-p', folder, '--listFilesOnly'], { cwd: projectDir });
      expect(output).toContain('lib.es2024');
      expect(output).not.toContain('@types/node');
    },
    LIMIT_MS,
  );
});

describe('the system gate', () => {
  const absent = { name: 'a printer', why: 'prints', packages: ['cups'], isThere: () => false };

  it('fails where something is missing that it may not install, and says how to get it', async () => {
    const { exitCode, output } = await provideSystemNeeds([absent], false);
    expect(exitCode).toBe(1);
    expect(output).toContain('missing: a printer: prints');
    expect(output).toContain('apt-get install -y --no-install-recommends cups');
  });

  it('passes without a word where all is there', async () => {
    expect(await provideSystemNeeds([{ ...absent, isThere: () => true }], false)).toEqual({ exitCode: 0, output: '' });
  });
});
