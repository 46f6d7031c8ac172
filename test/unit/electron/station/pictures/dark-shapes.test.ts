import { describe, expect, it } from 'vitest';
import { darkerThanAround, darkShapes } from '../../../../../electron/station/pictures/dark-shapes.ts';

/** '#' is dark. */
function mapOf(...rows: readonly string[]) {
  const dark = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));
  return { width: rows[0]?.length ?? 0, height: rows.length, dark };
}

describe('darkShapes', () => {
  it('takes together what touches, corners included, and keeps the rest apart', () => {
    const shapes = darkShapes(mapOf('#..#..', '.#..#.', '......', '##....'));
    expect(shapes.map(({ area }) => area).toSorted((a, b) => a - b)).toEqual([2, 2, 2]);
  });

  it('joins arms that meet further down, and arms that meet from both sides', () => {
    expect(darkShapes(mapOf('#.#.#', '#.#.#', '#####'))).toMatchObject([
      { area: 11, left: 0, right: 4, top: 0, bottom: 2 },
    ]);
    expect(darkShapes(mapOf('..#..', '.#.#.', '#...#', '.#.#.', '..#..'))).toMatchObject([{ area: 8, x: 2, y: 2 }]);
  });

  it('keeps a dot in a ring apart from the ring', () => {
    const shapes = darkShapes(mapOf('#####', '#...#', '#.#.#', '#...#', '#####'));
    expect(shapes.map(({ area, x, y }) => ({ area, x, y }))).toEqual(
      expect.arrayContaining([
        { area: 16, x: 2, y: 2 },
        { area: 1, x: 2, y: 2 },
      ]),
    );
  });

  it('has nothing of an empty map', () => {
    expect(darkShapes(mapOf('....', '....'))).toEqual([]);
  });
});

describe('darkerThanAround', () => {
  it('finds a stroke in the light and in the shadow, and not the shadow itself', () => {
    const width = 40;
    const pixels = Uint8Array.from({ length: width * 20 }, (_, at) => {
      const x = at % width;
      const paper = x < 20 ? 240 : 120;
      return x === 5 || x === 34 ? paper * 0.3 : paper;
    });
    const { dark } = darkerThanAround({ width, height: 20, pixels }, 3, 0.6);
    const columns = new Set([...dark.keys()].filter((at) => dark[at] === 1).map((at) => at % width));
    expect(columns).toEqual(new Set([5, 34]));
  });
});
