/** A screen of this computer, as the system tells it. */
export interface DisplayFacts {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The screen that 大屏 belongs on: the largest without the console; null where there is one alone, or a mirrored one. */
export function findProjector<D extends DisplayFacts>(displays: readonly D[], consoleDisplay: number): D | null {
  const others = displays.filter(({ id }) => id !== consoleDisplay);
  return others.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
}

function areaOf({ bounds: { width, height } }: DisplayFacts): number {
  return width * height;
}
