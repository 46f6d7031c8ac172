import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createDocumentRenderer } from '../../../../../electron/station/documents/create-renderer.ts';
import { aPrintableSheet, aSheetInput } from '../../../../support/sign-in-sheet.ts';

const REST_MS = 150;

/** Child processes of this process. */
function countChildren(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;
}

function openRenderer() {
  const renderer = createDocumentRenderer({ restAfterMs: REST_MS });
  onTestFinished(() => renderer.close());
  return { ...renderer, draw: () => renderer.render(aPrintableSheet(aSheetInput())) };
}

it('lets its process go when no paper has come for a while, and the next paper starts another', async () => {
  const { draw } = openRenderer();
  expect((await draw()).ok).toBe(true);
  expect(countChildren()).toBe(1);
  await expect.poll(countChildren, { timeout: 5000 }).toBe(0);
  expect((await draw()).ok).toBe(true);
  expect(countChildren()).toBe(1);
});

it('keeps its process while papers are waiting', async () => {
  const { draw } = openRenderer();
  const papers = Array.from({ length: 12 }, draw);
  const drawn = await Promise.all(
    papers.map(async (paper) => ({ isDrawn: (await paper).ok, children: countChildren() })),
  );
  expect(drawn).toEqual(Array.from({ length: 12 }, () => ({ isDrawn: true, children: 1 })));
});

it('a paper that comes just before the rest is drawn, and the rest begins anew', async () => {
  const { draw } = openRenderer();
  await draw();
  for (let paper = 0; paper < 4; paper += 1) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS * 0.8));
    expect((await draw()).ok).toBe(true);
    expect(countChildren()).toBe(1);
  }
});

it.runIf(process.platform === 'linux')('answers when its process is killed, and draws the next paper', async () => {
  const { draw } = openRenderer();
  await draw();
  const paper = draw();
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  expect(children).toHaveLength(1);
  process.kill(Number(children[0]), 'SIGKILL');
  expect(await paper).toMatchObject({ ok: false, error: { code: 'renderer-failed' } });
  expect((await draw()).ok).toBe(true);
});

it('draws nothing more once it is closed, and has no process left', async () => {
  const { draw, close } = openRenderer();
  const paper = draw();
  await close();
  expect(await paper).toMatchObject({ ok: false, error: { code: 'renderer-failed' } });
  expect(await draw()).toMatchObject({ ok: false, error: { code: 'renderer-failed' } });
  await expect.poll(countChildren, { timeout: 5000 }).toBe(0);
});
