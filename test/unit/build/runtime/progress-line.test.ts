import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../../../build/runtime/progress-line.ts';

/** What is written for these shares, of a hundred. */
function written(percents: readonly number[], isTTY: boolean): string {
  let text = '';
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  // as: of a terminal's stream only these two are used
  const line = createProgressLine('正在下载', Object.assign(out, { isTTY }) as unknown as NodeJS.WriteStream);
  for (const percent of percents) line.show(percent / 100);
  line.end();
  return text;
}

describe('the progress of something slow', () => {
  it('is one line of a terminal, written when it has moved', () => {
    expect(written([0, 0.4, 1, 50, 100], true)).toBe('\r正在下载 0%\r正在下载 1%\r正在下载 50%\r正在下载 100%\n');
  });

  it('is a line for each tenth where it goes into a file', () => {
    expect(written([0, 3, 9, 10, 12, 55, 99, 100], false)).toBe(
      [0, 10, 55, 99, 100].map((percent) => `正在下载 ${percent}%\n`).join(''),
    );
  });

  it('is silent where nothing came', () => {
    expect(written([], true)).toBe('');
  });
});
