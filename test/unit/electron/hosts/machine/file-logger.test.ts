import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createFileLogger } from '../../../../../electron/hosts/machine/file-logger.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

describe('the log file', () => {
  it('holds one JSON line an entry, for this user alone', () => {
    const dir = tempDir();
    const logger = createFileLogger(dir, () => Date.UTC(2022, 10, 19));
    logger.log('info', 'host-listening', { port: 20_000 });
    logger.log('warn', 'line\nbreak');
    const lines = readFileSync(join(dir, 'station.log'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { at: '2022-11-19T00:00:00.000Z', level: 'info', event: 'host-listening', port: 20_000 },
      { at: '2022-11-19T00:00:00.000Z', level: 'warn', event: 'line\nbreak' },
    ]);
    if (process.platform !== 'win32') expect(statSync(join(dir, 'station.log')).mode & 0o777).toBe(0o600);
  });

  it('never takes more than two files of 2 MiB', () => {
    const dir = tempDir();
    const logger = createFileLogger(dir, () => 0);
    for (let i = 0; i < 700; i += 1) logger.log('info', 'x'.repeat(10_000));
    expect(readdirSync(dir).sort()).toEqual(['station.log', 'station.log.1']);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThan(2.1 * 1024 * 1024);
  });

  it('that cannot be written complains once and stops nothing', () => {
    const dir = tempDir();
    mkdirSync(join(dir, 'station.log'));
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const logger = createFileLogger(dir, () => 0);
    logger.log('info', 'one');
    logger.log('info', 'two');
    expect(complaint).toHaveBeenCalledTimes(1);
    complaint.mockRestore();
  });
});
