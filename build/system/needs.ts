import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

/** Something that the tests need and that npm does not bring. */
export interface SystemNeed {
  readonly name: string;
  readonly why: string;
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

export const SYSTEM_NEEDS: readonly SystemNeed[] = [
  {
    name: 'a Chromium browser',
    why: 'drives the real screens (or set CHROMIUM_PATH)',
    packages: ['chromium'],
    isThere: () => existsSync(findChromium() ?? ''),
  },
  {
    name: 'poppler-utils (pdftotext, pdftoppm)',
    why: 'reads the printed papers back',
    packages: ['poppler-utils'],
    isThere: () => answers('pdftotext', ['-v']) && answers('pdftoppm', ['-v']),
  },
  {
    name: 'libnss3-tools (certutil)',
    why: 'gives pdfsig, the outside judge of sealed papers, a certificate to trust',
    packages: ['libnss3-tools'],
    isThere: () => existsSync('/usr/bin/certutil') || answers('certutil', ['-L', '-d', 'sql:/nowhere']),
  },
  {
    name: 'a font with Chinese characters',
    why: 'screenshots would show boxes',
    packages: ['fontconfig', 'fonts-noto-cjk'],
    isThere: () =>
      process.platform !== 'linux' || spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim() > '',
  },
];

function answers(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
