import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildAside } from '../../../build/put-in-place.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A build of these files; each is written after the others had their turn. */
function aBuild(content: string, files: readonly string[] = ['a', 'b', 'c']) {
  return async (dir: string): Promise<boolean> => {
    mkdirSync(dir);
    for (const name of files) {
      writeFileSync(join(dir, name), content);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return true;
  };
}

function contentOf(dir: string): readonly string[] {
  return readdirSync(dir).map((name) => `${name}:${readFileSync(join(dir, name), 'utf8')}`);
}

it('takes the place of the old build whole, also where two are made at once, and leaves nothing beside it', async () => {
  const parent = tempDir();
  const out = join(parent, 'out');
  await buildAside(out, aBuild('old', ['a', 'gone']));
  await Promise.all([buildAside(out, aBuild('new')), buildAside(out, aBuild('new'))]);
  expect(contentOf(out)).toEqual(['a:new', 'b:new', 'c:new']);
  expect(readdirSync(parent)).toEqual(['out']);
});

it('leaves the old one where the new one fails or is not wanted', async () => {
  const parent = tempDir();
  const out = join(parent, 'out');
  await buildAside(out, aBuild('old'));
  await buildAside(out, async (dir) => !(await aBuild('new')(dir)));
  const failing = buildAside(out, async (dir) => {
    await aBuild('half', ['a'])(dir);
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(contentOf(out)).toEqual(['a:old', 'b:old', 'c:old']);
  expect(readdirSync(parent)).toEqual(['out']);
});
