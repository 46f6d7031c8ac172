import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArchitectureProblems } from './architecture.ts';
import { findUntestedIds } from './spec-ids.ts';

const projectDir = join(import.meta.dirname, '..', '..');

describe('the architecture', () => {
  it('holds: folders, layers, ports for time and chance, names and sizes of files', () => {
    expect(findArchitectureProblems(projectDir)).toEqual([]);
  });

  it('has a test for every id that a SPEC.md defines', () => {
    expect(findUntestedIds(projectDir)).toEqual([]);
  });
});
