import { readFileSync } from 'node:fs';

/* The floor of an import: reads the workbook named as argument with the reader library, checks nothing, and ends. */

/** What this process sends: import and first parse of the library, without the process's own start. */
export interface BareParse {
  readonly parseMs: number;
  readonly rows: number;
}

const start = performance.now();
const { readXlsx } = await import('hucre/xlsx');
const { sheets } = await readXlsx(readFileSync(process.argv[2] ?? ''));
const parsed: BareParse = { parseMs: performance.now() - start, rows: sheets[0]?.rows.length ?? 0 };
process.send?.(parsed, () => process.disconnect());
