import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRehearsalBeside } from '../../../../../electron/hosts/desktop/open-rehearsal.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const STAND_IN = join(import.meta.dirname, '..', '..', '..', '..', 'support', 'rehearsal-stand-in.ts');

/** A rehearsal whose program runs these words of JavaScript and ends. */
function aRehearsal(script: string) {
  return createRehearsalBeside({ file: process.execPath, args: ['-e', script, '--'] }, tempDir());
}

describe('演练 beside the desktop', () => {
  it('that cannot open is told to whoever clicked; one that hands over to the first is not', async () => {
    await expect(aRehearsal('process.exit(3)').open()).rejects.toThrow('rehearsal ended with 3');
    await expect(aRehearsal('process.exit(0)').open()).resolves.toEqual({ url: null });
    await expect(createRehearsalBeside({ file: '/no/such', args: [] }, tempDir()).open()).rejects.toThrow('ENOENT');
  });

  it('ends when the station beside it is killed', async () => {
    const dataDir = tempDir();
    const pidFile = join(dataDir, 'pid');
    const station = spawn(process.execPath, [STAND_IN, dataDir], { stdio: 'ignore' });
    onTestFinished(() => void station.kill('SIGKILL'));
    await expect.poll(() => existsSync(pidFile), { timeout: 10_000 }).toBe(true);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(isRunning(pid)).toBe(true);
    station.kill('SIGKILL');
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  }, 30_000);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
