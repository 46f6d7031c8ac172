/** How far something slow has come, on one line of the console; in a log file, a line for each tenth. */
export interface ProgressLine {
  /** 0 to 1; nothing is written before the first call. */
  show(share: number): void;
  end(): void;
}

export function createProgressLine(what: string, out: NodeJS.WriteStream = process.stdout): ProgressLine {
  let shown = -1;
  return {
    show(share) {
      const percent = Math.floor(share * 100);
      if (percent === shown || (!out.isTTY && shown !== -1 && percent < shown + 10 && percent !== 100)) return;
      shown = percent;
      out.write(out.isTTY ? `\r${what} ${percent}%` : `${what} ${percent}%\n`);
    },
    end() {
      if (shown !== -1 && out.isTTY) out.write('\n');
    },
  };
}
