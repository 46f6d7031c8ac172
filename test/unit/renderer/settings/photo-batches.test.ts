import { describe, expect, it } from 'vitest';
import { planPhotoBatches } from '../../../../renderer/screens/settings/photo-batches.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

describe('planPhotoBatches', () => {
  it('sends sixty small pictures at a time, in the order of their names', () => {
    const files = Array.from({ length: 130 }, (_, index) => ({
      name: `${String(999 - index)}.jpg`,
      size: 8 * KIB,
    }));
    const { batches } = planPhotoBatches(files);
    expect(batches.map((batch) => batch.length)).toEqual([60, 60, 10]);
    expect(batches[0]?.[0]?.name).toBe('870.jpg');
  });

  it('begins a new batch before three mebibytes are passed, and sends a larger picture alone', () => {
    const files = [2, 1, 2, 7, 1].map((size, index) => ({ name: `${index}.png`, size: size * MIB }));
    expect(planPhotoBatches(files).batches.map((batch) => batch.map(({ name }) => name))).toEqual([
      ['0.png', '1.png'],
      ['2.png'],
      ['3.png'],
      ['4.png'],
    ]);
  });

  it('names what is too large to be sent, and counts what is no picture', () => {
    const files = [
      { name: 'a.JPG', size: 9 * MIB },
      { name: '名单.xlsx', size: KIB },
      { name: 'Thumbs.db', size: KIB },
      { name: '._a.jpg', size: KIB },
      { name: 'b.webp', size: KIB },
    ];
    const { batches, tooLarge, others } = planPhotoBatches(files);
    expect(batches.flat().map(({ name }) => name)).toEqual(['b.webp']);
    expect(tooLarge.map(({ name }) => name)).toEqual(['a.JPG']);
    expect(others).toBe(3);
  });

  it('plans nothing of an empty folder', () => {
    expect(planPhotoBatches([])).toEqual({ batches: [], tooLarge: [], others: 0 });
  });
});
