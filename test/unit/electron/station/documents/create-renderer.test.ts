import { report } from 'node:process';
import { expect, it, onTestFinished } from 'vitest';
import { createDocumentRenderer } from '../../../../../electron/station/documents/create-renderer.ts';
import { aPrintableSheet, aSheetInput } from '../../../../support/sign-in-sheet.ts';

const REST_MS = 150;

/** Threads of this process beside its own. */
function countWorkers(): number {
  return (report.getReport() as { workers: unknown[] }).workers.length; // documented, but typed as a plain object
}

function openRenderer() {
  const renderer = createDocumentRenderer({ restAfterMs: REST_MS });
  onTestFinished(() => renderer.close());
  return { ...renderer, draw: () => renderer.render(aPrintableSheet(aSheetInput())) };
}

it('lets its worker go when no paper has come for a while, and the next paper starts another', async () => {
  const { draw } = openRenderer();
  expect((await draw()).ok).toBe(true);
  expect(countWorkers()).toBe(1);
  await expect.poll(countWorkers, { timeout: 5000 }).toBe(0);
  expect((await draw()).ok).toBe(true);
  expect(countWorkers()).toBe(1);
});

it('keeps its worker while papers are waiting', async () => {
  const { draw } = openRenderer();
  const papers = Array.from({ length: 12 }, draw);
  const drawn = await Promise.all(
    papers.map(async (paper) => ({ isDrawn: (await paper).ok, workers: countWorkers() })),
  );
  expect(drawn).toEqual(Array.from({ length: 12 }, () => ({ isDrawn: true, workers: 1 })));
});

it('a paper that comes just before the rest is drawn, and the rest begins anew', async () => {
  const { draw } = openRenderer();
  await draw();
  for (let paper = 0; paper < 4; paper += 1) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS * 0.8));
    expect((await draw()).ok).toBe(true);
    expect(countWorkers()).toBe(1);
  }
});

it('draws nothing more once it is closed, and has no worker left', async () => {
  const { draw, close } = openRenderer();
  const paper = draw();
  await close();
  expect(await paper).toMatchObject({ ok: false, error: { code: 'renderer-failed' } });
  expect(await draw()).toMatchObject({ ok: false, error: { code: 'renderer-failed' } });
  expect(countWorkers()).toBe(0);
});
