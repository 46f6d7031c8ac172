import { describe, expect, it } from 'vitest';
import { shieldStroke } from '../../../../renderer/screens/shell/shield-keys.ts';

const PLAIN = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false };

describe('the key of 遮挡', () => {
  it('covers and lifts', () => {
    expect(shieldStroke(false, { ...PLAIN, key: 'F12' })).toBe('toggle');
    expect(shieldStroke(true, { ...PLAIN, key: 'F12' })).toBe('toggle');
  });

  it('does nothing more while it is held down', () => {
    expect(shieldStroke(true, { ...PLAIN, key: 'F12', repeat: true })).toBe('drop');
    expect(shieldStroke(false, { ...PLAIN, key: 'F12', repeat: true })).toBe('drop');
  });

  it.each(['Enter', 'Escape', ' ', 'Tab', '1', 'F2', 'F9', 'F10', 'Process'])('covered, %s is dead', (key) => {
    expect(shieldStroke(true, { ...PLAIN, key })).toBe('drop');
  });

  it('covered, the browser still reloads and fills the screen, and the console hears nothing of it', () => {
    expect(shieldStroke(true, { ...PLAIN, key: 'F5' })).toBe('keep-from-page');
    expect(shieldStroke(true, { ...PLAIN, key: 'r', ctrlKey: true })).toBe('keep-from-page');
  });

  it.each(['Enter', 'F2', 'F10', 'a'])('uncovered, %s is not its business', (key) => {
    expect(shieldStroke(false, { ...PLAIN, key })).toBe('pass');
  });
});
