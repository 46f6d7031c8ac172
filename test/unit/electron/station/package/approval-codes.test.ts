import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  approvalCodeOf,
  ensureApprovalSecret,
  findApprovalSecret,
  isApprovalCode,
  listApprovalCodes,
} from '../../../../../electron/station/package/approval-codes.ts';
import { as, type DayId, type RoomNo } from '../../../../../shared/ids.ts';
import { createMemorySecretStore } from '../../../../support/test-ports.ts';

const IDS = { bytes: (count: number) => randomBytes(count), id: () => 'not-asked-for' };
const DAY = as<DayId>('0'.repeat(32));
const ROOM = as<RoomNo>('001');
const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);

describe('codes for approval by telephone', () => {
  it('a day has one secret, made when it is first wanted', () => {
    const secrets = createMemorySecretStore();
    expect(findApprovalSecret(DAY, secrets)).toBeNull();
    const made = ensureApprovalSecret(DAY, { ids: IDS, secrets });
    expect(ensureApprovalSecret(DAY, { ids: IDS, secrets })).toEqual(made);
    expect(findApprovalSecret(DAY, secrets)).toEqual(made);
    expect(findApprovalSecret(as<DayId>('1'.repeat(32)), secrets)).toBeNull();
  });

  it('[PK5] the code of a request is eight digits, the same each time, another for each number and room', () => {
    const codes = [1, 2, 20].map((number) => approvalCodeOf(SECRET, ROOM, number));
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true);
    expect(new Set([...codes, approvalCodeOf(SECRET, as<RoomNo>('002'), 1)]).size).toBe(4);
    expect(approvalCodeOf(SECRET, ROOM, 2)).toBe(codes[1]);
  });

  it('[PK5] a room checks a code by its list and finds none in it', async () => {
    const listed = await listApprovalCodes(SECRET, ROOM, { ids: IDS });
    expect(listed.codes.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const [first] = listed.codes;
    if (first === undefined) throw new Error('an empty list');
    const entry = { ...first, kdf: listed.kdf };
    const code = approvalCodeOf(SECRET, ROOM, 1);
    expect(await isApprovalCode(entry, `${code.slice(0, 4)} ${code.slice(4)}`)).toBe(true);
    expect(
      await isApprovalCode(
        entry,
        code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      ),
    ).toBe(true);
    expect(await isApprovalCode(entry, approvalCodeOf(SECRET, ROOM, 2))).toBe(false);
    expect(await isApprovalCode(entry, code.slice(1))).toBe(false);
    expect(await isApprovalCode(entry, '八位数字')).toBe(false);
    expect(JSON.stringify(listed)).not.toContain(code);
  });
});
