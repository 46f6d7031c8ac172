import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type PopplerTool = 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftoppm';

/** Runs a poppler tool on a PDF and returns what it writes; fails with a plain sentence where poppler is missing. */
export function runPoppler(tool: PopplerTool, pdf: Uint8Array, options: readonly string[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const output = tool === 'pdftotext' ? ['-'] : [];
    return execFileSync(tool, [...options, file, ...output], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `${tool} is missing: the tests of printed papers need poppler (Debian: apt-get install poppler-utils)`,
      );
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF as it stands on its pages. */
export function pdfText(pdf: Uint8Array): string {
  return runPoppler('pdftotext', pdf, ['-layout', '-enc', 'UTF-8']);
}

/** One of pdfinfo's lines, e.g. 'Pages'. */
export function pdfFact(pdf: Uint8Array, name: string): string {
  const line = runPoppler('pdfinfo', pdf)
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

export interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  readonly hasUnicode: boolean;
}

/** The fonts a PDF uses. */
export function pdfFonts(pdf: Uint8Array): readonly PdfFont[] {
  const rows = runPoppler('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '');
  return rows.map((row) => {
    const [embedded, subset, unicode] = row.trim().split(/\s+/).slice(-5);
    return {
      name: row.split(/\s+/)[0] ?? '',
      isEmbedded: embedded === 'yes',
      isSubset: subset === 'yes',
      hasUnicode: unicode === 'yes',
    };
  });
}
