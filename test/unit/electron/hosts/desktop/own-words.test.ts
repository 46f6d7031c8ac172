import { describe, expect, it } from 'vitest';
import { findOwnWords } from '../../../../../electron/hosts/desktop/own-words.ts';

describe('the words of the command line that are ours', () => {
  it.each([
    [
      ['/opt/proctor-station', '--data', '/d', '--rehearsal'],
      ['--data', '/d', '--rehearsal'],
    ],
    [['proctor-station.exe', '--no-sandbox', '--data=/d', '--force-device-scale-factor=1.5'], ['--data=/d']],
    [['/opt/proctor-station'], []],
  ])('packed, all but the runtime’s own: %j', (argv, own) => {
    expect(findOwnWords(argv, { isPackaged: true })).toEqual(own);
  });

  it.each([
    [
      ['electron', '/work', '--data', '/d'],
      ['--data', '/d'],
    ],
    [['electron', '--no-sandbox', '/work', '--rehearsal'], ['--rehearsal']],
    [
      ['electron', '-r', '/tools/loader.js', '--inspect=0', '/work', '--data', '/d'],
      ['--data', '/d'],
    ],
    [['electron', '/work'], []],
  ])('unpacked, those behind our folder: %j', (argv, own) => {
    expect(findOwnWords(argv, { isPackaged: false })).toEqual(own);
  });

  it('a word that nobody knows is left for the options to refuse', () => {
    expect(findOwnWords(['app', '--dat'], { isPackaged: true })).toEqual(['--dat']);
  });
});
