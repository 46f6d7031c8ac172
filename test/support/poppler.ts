import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type PopplerTool = 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftoppm' | 'pdfimages' | 'pdftohtml';

/** Runs a poppler tool on a PDF and returns what it writes; fails with a plain sentence where poppler is missing. */
export function runPoppler(tool: PopplerTool, pdf: Uint8Array, options: readonly string[] = []): string {
  return popplerOutput(tool, pdf, options).toString('utf8');
}

function popplerOutput(tool: PopplerTool, pdf: Uint8Array, options: readonly string[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const output = tool === 'pdftotext' ? ['-'] : [];
    return execFileSync(tool, [...options, file, ...output], { maxBuffer: 64 * 1024 * 1024 });
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

/** The pictures of a PDF: the page each is drawn on, 1-based. */
export function pdfImagePages(pdf: Uint8Array): readonly number[] {
  const rows = runPoppler('pdfimages', pdf, ['-list']).split('\n').slice(2);
  return rows.filter((row) => row.trim() !== '').map((row) => Number(row.trim().split(/\s+/)[0]));
}

/** The bookmarks of a PDF, with the page that each opens. */
export function pdfBookmarks(pdf: Uint8Array): readonly { readonly title: string; readonly page: number }[] {
  const xml = runPoppler('pdftohtml', pdf, ['-xml', '-i', '-stdout']);
  return [...xml.matchAll(/<item page="(\d+)">([^<]*)<\/item>/g)].map(([, page, title]) => ({
    title: title ?? '',
    page: Number(page),
  }));
}

/** A part of a page in points from its upper left. */
export interface PageArea {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many of an area's points are dark, at 72 to the inch. */
export function countInk(pdf: Uint8Array, { page, x, y, width, height }: PageArea): number {
  const place = { '-f': page, '-l': page, '-x': x, '-y': y, '-W': width, '-H': height, '-r': 72 };
  const options = Object.entries(place).flatMap(([name, value]) => [name, String(Math.round(value))]);
  const grey = popplerOutput('pdftoppm', pdf, ['-gray', ...options]);
  // "P5 width height 255", then one byte a point.
  return grey.subarray(-Math.round(width) * Math.round(height)).filter((level) => level < 160).length;
}

/** A page in grey, one byte a pixel. */
export function greyPage(
  pdf: Uint8Array,
  { page, dpi }: { readonly page: number; readonly dpi: number },
): { readonly width: number; readonly height: number; readonly pixels: Uint8Array } {
  const options = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page)];
  const map = popplerOutput('pdftoppm', pdf, options);
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(map.toString('latin1', 0, 40)) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return { ...size, pixels: new Uint8Array(map.subarray(-size.width * size.height)) };
}
