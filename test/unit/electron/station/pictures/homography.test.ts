import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitHomography,
  type Homography,
  type Pair,
  project,
} from '../../../../../electron/station/pictures/homography.ts';

const small = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const anyView = fc
  .tuple(
    fc.double({ min: 2, max: 9, noNaN: true }),
    small,
    fc.integer({ min: -500, max: 500 }),
    small,
    fc.double({ min: 2, max: 9, noNaN: true }),
    fc.integer({ min: -500, max: 500 }),
    fc.double({ min: -0.0004, max: 0.0004, noNaN: true }),
    fc.double({ min: -0.0004, max: 0.0004, noNaN: true }),
  )
  .map((figures): Homography => figures);

const CORNERS = [
  { x: 25, y: 22 },
  { x: 576, y: 22 },
  { x: 576, y: 822 },
  { x: 25, y: 822 },
];

const seenIn = (view: Homography, weight: number): readonly Pair[] =>
  CORNERS.map((from) => ({ from, to: project(view, from), weight }));

describe('fitHomography', () => {
  it('finds again how a page lies in a picture, anywhere on the page', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: 25, max: 576 }), fc.integer({ min: 22, max: 822 }), (view, x, y) => {
        const fitted = fitHomography(seenIn(view, 1));
        if (fitted === null) throw new Error('four corners determine it');
        const is = project(fitted, { x, y });
        const should = project(view, { x, y });
        expect(Math.hypot(is.x - should.x, is.y - should.y)).toBeLessThan(0.001);
      }),
    );
  });

  it('follows the places that count more', () => {
    const view: Homography = [3, 0, 10, 0, 3, 20, 0, 0];
    const wrong = { from: { x: 300, y: 400 }, to: { x: 2000, y: 2000 }, weight: 0.000_001 };
    const fitted = fitHomography([...seenIn(view, 1), wrong]);
    expect(fitted === null ? null : project(fitted, { x: 100, y: 100 }).x).toBeCloseTo(310, 1);
  });

  it('is null for fewer than four places, and for places on one line', () => {
    const view: Homography = [3, 0, 10, 0, 3, 20, 0, 0];
    expect(fitHomography(seenIn(view, 1).slice(0, 3))).toBeNull();
    const line = [0, 1, 2, 3, 4].map((x) => ({ from: { x, y: x }, to: { x: 2 * x, y: 3 * x }, weight: 1 }));
    expect(fitHomography(line)).toBeNull();
  });
});
