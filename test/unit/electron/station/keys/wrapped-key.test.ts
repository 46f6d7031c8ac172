import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNodeIds } from '../../../../../electron/hosts/machine/node-ports.ts';
import {
  parseWrappedKey,
  readWrappedKey,
  sheetOf,
  unwrapDayKey,
  wrapDayKey,
  type WrappedKey,
  wrappedKeyPath,
  writeWrappedKey,
} from '../../../../../electron/station/keys/wrapped-key.ts';
import { as, type DayId } from '../../../../../shared/ids.ts';
import { formatRecoveryCode, readRecoveryCode } from '../../../../../shared/recovery-code.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const DAY = as<DayId>('ab'.repeat(16));
const OTHER_DAY = as<DayId>('cd'.repeat(16));
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
const SECRET = Uint8Array.from({ length: 16 }, (_, at) => 200 - at);
const OTHER_SECRET = SECRET.map((byte) => byte ^ 1);

function wrapped(secret = SECRET, kept: WrappedKey['wraps'] = []): WrappedKey {
  return wrapDayKey(KEY, { day: DAY, secret, kept, ids: createNodeIds() });
}

const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('a wrapped key', () => {
  it('opens with its secret, and with no other', () => {
    expect(unwrapDayKey(wrapped(), SECRET)).toEqual({ ok: true, value: KEY });
    expect(unwrapDayKey(wrapped(), OTHER_SECRET)).toEqual({ ok: false, error: 'other-code' });
  });

  it('holds neither the key nor the code, and another nonce each time', () => {
    const text = JSON.stringify(wrapped());
    expect(text).not.toContain(Buffer.from(KEY).toString('base64'));
    for (const group of formatRecoveryCode(SECRET)) expect(text).not.toContain(group);
    expect(wrapped().wraps[0]?.nonce).not.toBe(wrapped().wraps[0]?.nonce);
  });

  it('two groups in each other’s place are good groups and open nothing', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), (one, other) => {
        const groups = formatRecoveryCode(SECRET);
        fc.pre(groups[one] !== groups[other]);
        const typed = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '');
        const secret = readRecoveryCode(typed);
        expect(secret.ok && unwrapDayKey(wrapped(), secret.value)).toEqual({ ok: false, error: 'other-code' });
      }),
    );
  });

  it('opens with each sheet that is kept, and not with one that is left out', () => {
    const both = wrapped(OTHER_SECRET, wrapped().wraps);
    expect(both.wraps.map(({ sheet }) => sheet)).toEqual([sheetOf(SECRET, DAY), sheetOf(OTHER_SECRET, DAY)]);
    expect([SECRET, OTHER_SECRET].map((secret) => unwrapDayKey(both, secret).ok)).toEqual([true, true]);
    expect(unwrapDayKey(wrapped(OTHER_SECRET), SECRET)).toEqual({ ok: false, error: 'other-code' });
  });

  it('of another day does not open, though the code is the same', () => {
    expect(unwrapDayKey({ ...wrapped(), day: OTHER_DAY }, SECRET)).toEqual({ ok: false, error: 'other-code' });
    const renamed = wrapped().wraps.map((wrap) => ({ ...wrap, sheet: sheetOf(SECRET, OTHER_DAY) }));
    expect(unwrapDayKey({ v: 1, day: OTHER_DAY, wraps: renamed }, SECRET)).toEqual({
      ok: false,
      error: 'not-authentic',
    });
  });

  it.each([
    ['its content', { ct: Buffer.alloc(48).toString('base64') }],
    ['its length', { ct: 'AAAA' }],
    ['its nonce', { nonce: 'AAAA' }],
  ])('is not opened where %s was changed', (_what, change) => {
    const changed = wrapped().wraps.map((wrap) => ({ ...wrap, ...change }));
    expect(unwrapDayKey({ ...wrapped(), wraps: changed }, SECRET)).toEqual({ ok: false, error: 'not-authentic' });
  });
});

describe('the file of a wrapped key', () => {
  it('is read as it was written, private, nothing beside it', () => {
    const dataDir = tempDir();
    const value = wrapped();
    writeWrappedKey(dataDir, value);
    writeWrappedKey(dataDir, value);
    expect(readWrappedKey(dataDir, DAY)).toEqual({ ok: true, value });
    const path = wrappedKeyPath(dataDir, DAY);
    expect(readdirSync(dirname(path))).toEqual([`${DAY}.wrapped`]);
    expect(process.platform === 'win32' || (statSync(path).mode & 0o777) === 0o600).toBe(true);
  });

  it('is missing before the first', () => {
    expect(readWrappedKey(tempDir(), DAY)).toEqual({ ok: false, error: 'missing' });
  });

  it('that is cut anywhere, or is no file, is damaged', () => {
    const dataDir = tempDir();
    writeWrappedKey(dataDir, wrapped());
    const path = wrappedKeyPath(dataDir, DAY);
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length - 1; length += 1) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(readWrappedKey(dataDir, DAY), `${length} bytes`).toEqual({ ok: false, error: 'damaged' });
    }
    mkdirSync(wrappedKeyPath(dataDir, OTHER_DAY));
    expect(readWrappedKey(dataDir, OTHER_DAY)).toEqual({ ok: false, error: 'damaged' });
  });

  it.each([
    ['another day', { ...wrapped(), day: OTHER_DAY }],
    ['a later version', { ...wrapped(), v: 2 }],
    ['a field that is not known', { ...wrapped(), key: 'AAAA' }],
    ['no sheet', { ...wrapped(), wraps: [] }],
    ['no object', '[]'],
    ['no JSON', '{'],
  ])('of %s is damaged', (_what, content) => {
    expect(parseWrappedKey(bytesOf(content), DAY)).toEqual({ ok: false, error: 'damaged' });
  });
});
