import { describe, expect, it } from 'vitest';
import { checkCodeSchema } from '../../../../../shared/domain/check-code.ts';
import { as, type DayId, type StationId } from '../../../../../shared/ids.ts';
import { computeCheckCode, computeCheckCodeNow } from '../../../../../electron/station/journal/check-code.ts';

const day = as<DayId>('0123456789abcdef0123456789abcdef');
const head = { station: as<StationId>('0123456789abcdef'), epoch: 1, seq: 57, hash: 'ab'.repeat(32) };

describe('the check code of a head', () => {
  it('is the same in every program, for codes noted today are held against files years later', () => {
    expect(computeCheckCodeNow(day, head)).toBe('P4DPC8');
  });

  it('is the same whether it is waited for or not', async () => {
    await expect(computeCheckCode(day, head)).resolves.toBe(computeCheckCodeNow(day, head));
  });

  it('is another one for another day, station, epoch, number or hash', async () => {
    const others = await Promise.all([
      computeCheckCode(day, head),
      computeCheckCode(as<DayId>(day.replace('0', '1')), head),
      computeCheckCode(day, { ...head, station: as<StationId>('f123456789abcdef') }),
      computeCheckCode(day, { ...head, epoch: 2 }),
      computeCheckCode(day, { ...head, seq: 58 }),
      computeCheckCode(day, { ...head, hash: 'ac'.repeat(32) }),
    ]);
    expect(new Set(others).size).toBe(others.length);
    expect(others.every((code) => checkCodeSchema.safeParse(code).success)).toBe(true);
  });
});
