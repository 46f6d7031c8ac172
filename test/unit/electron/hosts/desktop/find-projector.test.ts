import { describe, expect, it } from 'vitest';
import { findProjector } from '../../../../../electron/hosts/desktop/find-projector.ts';

const display = (id: number, width: number, height: number) => ({ id, bounds: { x: 0, y: 0, width, height } });

describe('the screen for 大屏', () => {
  it('is none where the console has the only one, a mirrored projector too', () => {
    expect(findProjector([display(1, 1366, 768)], 1)).toBeNull();
  });

  it('is the other one, whichever of them is the main one', () => {
    expect(findProjector([display(1, 1366, 768), display(2, 1920, 1080)], 1)?.id).toBe(2);
    expect(findProjector([display(1, 1366, 768), display(2, 1920, 1080)], 2)?.id).toBe(1);
  });

  it('is the largest of several', () => {
    expect(findProjector([display(1, 1920, 1080), display(2, 1280, 720), display(3, 3840, 2160)], 1)?.id).toBe(3);
  });
});
