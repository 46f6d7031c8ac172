import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { holdDataDir } from '../../../../../electron/hosts/machine/hold-data-dir.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const MODULE = join(import.meta.dirname, '../../../../../electron/hosts/machine/hold-data-dir.ts');

it('a data folder has one holder at a time', () => {
  const dir = tempDir();
  const first = holdDataDir(dir);
  expect(first).not.toBeNull();
  expect(holdDataDir(dir)).toBeNull();
  first?.release();
  const second = holdDataDir(dir);
  expect(second).not.toBeNull();
  second?.release();
});

it('a process that is killed holds nothing any more', async () => {
  const dir = tempDir();
  const program = `
    import { holdDataDir } from ${JSON.stringify(MODULE)};
    globalThis.hold = holdDataDir(${JSON.stringify(dir)});
    console.log(globalThis.hold === null ? 'refused' : 'held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('held');
  expect(holdDataDir(dir)).toBeNull();
  holder.kill('SIGKILL');
  await once(holder, 'close');
  const next = holdDataDir(dir);
  expect(next).not.toBeNull();
  next?.release();
});
