import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDayKey } from '../../../../../electron/station/keys/day-key.ts';
import { createDayKeys } from '../../../../../electron/station/keys/day-keys.ts';
import { PhotoFiles } from '../../../../../electron/station/photos/photo-files.ts';
import { as, type CandidateId, type DayId } from '../../../../../shared/ids.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { createTestPorts } from '../../../../support/test-ports.ts';

const DAY = as<DayId>('0123456789abcdef0123456789abcdef');
const SOMEBODY = as<CandidateId>('a'.repeat(32));
const SMALL = { jpeg: Buffer.from('\xff\xd8\xff a face', 'latin1'), width: 295, height: 413 };

function filesIn(dataDir = tempDir()) {
  const ports = createTestPorts({ dataDir });
  const files = new PhotoFiles({ dataDir, day: DAY, keys: createDayKeys(createDayKey(DAY, ports), ports.ids) });
  return { files, folder: join(dataDir, 'photos', DAY) };
}

describe('PhotoFiles', () => {
  it('gives back what it has sealed, and another file for another photo of the same person', () => {
    const { files, folder } = filesIn();
    const first = files.write(SOMEBODY, SMALL);
    const second = files.write(SOMEBODY, { ...SMALL, jpeg: Buffer.from('another face') });
    expect(first).toMatchObject({ candidate: SOMEBODY, width: 295, height: 413 });
    expect(files.read(first)).toEqual({ ok: true, value: Buffer.from(SMALL.jpeg) });
    expect(files.read(second)).toEqual({ ok: true, value: Buffer.from('another face') });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(files.has(first)).toBe(true);
  });

  it('writes nothing in clear', () => {
    const { files, folder } = filesIn();
    files.write(SOMEBODY, SMALL);
    const [name = ''] = readdirSync(folder);
    const content = readFileSync(join(folder, name));
    expect(content.includes(SMALL.jpeg)).toBe(false);
    expect(content.includes(Buffer.from(SMALL.jpeg).toString('base64'))).toBe(false);
  });

  it('tells a lost file, a changed one, and one of another key apart', () => {
    const { files, folder } = filesIn();
    const filed = files.write(SOMEBODY, SMALL);
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    const sealed = readFileSync(path);
    expect(filesIn(join(folder, '..', '..')).files.read(filed)).toEqual({ ok: false, error: 'shut' });
    writeFileSync(path, sealed.subarray(0, -1));
    expect(files.read(filed)).toEqual({ ok: false, error: 'changed' });
    rmSync(path);
    expect(files.read(filed)).toEqual({ ok: false, error: 'missing' });
    expect(files.has(filed)).toBe(false);
  });
});
