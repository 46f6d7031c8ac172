import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../../../renderer/components/drawing-of.ts';
import { drawingSchema } from '../../../../shared/domain/drawing.ts';

describe('a drawn signature', () => {
  it('is kept in thousandths of the width of its field, whatever its size', () => {
    const stroke = {
      points: [
        { x: 0, y: 0 },
        { x: 250, y: 50 },
        { x: 500, y: 125 },
      ],
    };
    const large = { points: stroke.points.map(({ x, y }) => ({ x: x * 2, y: y * 2 })) };
    const expected = { aspect: 4, strokes: [[0, 0, 500, 100, 1000, 250]] };
    expect(drawingOf([stroke], 500, 125)).toEqual(expected);
    expect(drawingOf([large], 1000, 250)).toEqual(expected);
  });

  it('leaves out a hand that rests', () => {
    const points = [
      { x: 10, y: 10 },
      { x: 10.1, y: 10 },
      { x: 20, y: 10 },
    ];
    expect(drawingOf([{ points }], 1000, 250)?.strokes).toEqual([[10, 10, 20, 10]]);
  });

  it('is nothing while nothing is drawn', () => {
    expect(drawingOf([], 500, 125)).toBeNull();
    expect(drawingOf([{ points: [] }], 500, 125)).toBeNull();
    expect(drawingOf([{ points: [{ x: 1, y: 1 }] }], 0, 0)).toBeNull();
  });

  it('is always one that the station takes, however wild the hand', () => {
    const far = { points: Array.from({ length: 2100 }, (_, i) => ({ x: i * 7 - 3000, y: i % 2 === 0 ? -900 : 9000 })) };
    const drawing = drawingOf(
      Array.from({ length: 203 }, () => far),
      800,
      40,
    );
    expect(drawingSchema.safeParse(drawing).success).toBe(true);
  });
});
