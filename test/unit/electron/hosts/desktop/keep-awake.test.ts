import { describe, expect, it } from 'vitest';
import { createKeepAwake, type PowerSwitch } from '../../../../../electron/hosts/desktop/keep-awake.ts';

/** Stands for the system's switch: which blockers it has running. */
function aSwitch() {
  const running = new Set<number>();
  const asked: string[] = [];
  let next = 0; // as the runtime counts: the first id is 0
  const power: PowerSwitch = {
    start(type) {
      asked.push(type);
      running.add(next);
      next += 1;
      return next - 1;
    },
    stop: (id) => running.delete(id),
  };
  return { power, running, asked };
}

describe('the desktop keeps the computer awake', () => {
  it('[AL4] keeps the display on while it is needed, once, and lets it go afterwards', () => {
    const { power, running, asked } = aSwitch();
    const keepAwake = createKeepAwake(power);
    keepAwake(false);
    expect(asked).toEqual([]);
    keepAwake(true);
    keepAwake(true);
    expect(asked).toEqual(['prevent-display-sleep']);
    expect(running.size).toBe(1);
    keepAwake(false);
    keepAwake(false);
    expect(running.size).toBe(0);
    keepAwake(true);
    expect(running.size).toBe(1);
  });
});
