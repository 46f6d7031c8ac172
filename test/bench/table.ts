import type { Samples } from './samples.ts';

/** One line of the table: a figure of the design, what was measured, and what the same work costs without us. */
export interface BenchRow {
  readonly what: string;
  /** The figure to reach, in words; '' for a line that is shown for information only. */
  readonly goal: string;
  readonly measured: string;
  /** What was measured for the floor in this run; '' without one. */
  readonly floor: string;
  /** Measured over floor; null without a floor. */
  readonly ratio: number | null;
  /** The code that the floor runs; '' without one. */
  readonly floorPath: string;
  /** Null for a line without a goal. */
  readonly isMet: boolean | null;
}

/** A line without goal or floor; give what it has. */
export function row(parts: Partial<BenchRow> & Pick<BenchRow, 'what' | 'measured'>): BenchRow {
  return { goal: '', floor: '', ratio: null, floorPath: '', isMet: null, ...parts };
}

/** Milliseconds as people read them. */
export function ms(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** Percentiles in one cell. */
export function spread({ count, p50, p95, p99 }: Samples): string {
  return `p50 ${ms(p50)} p95 ${ms(p95)} p99 ${ms(p99)} (${count})`;
}

const HEADINGS = ['#', 'what', 'goal', 'measured', 'floor in this run', 'ratio', 'met'] as const;

/** The whole report: the table, the floors' code paths, and which goals were missed. */
export function formatReport(rows: readonly BenchRow[]): string {
  const cells = rows.map((each, index) => [
    String(index + 1),
    each.what,
    each.goal,
    each.measured,
    each.floor,
    each.ratio === null ? '' : `${each.ratio.toFixed(2)} x`,
    each.isMet === null ? '' : each.isMet ? 'yes' : 'NO',
  ]);
  const widths = HEADINGS.map((heading, at) =>
    Math.max(heading.length, ...cells.map((line) => (line[at] ?? '').length)),
  );
  const line = (values: readonly string[]) =>
    values
      .map((value, at) => value.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const floors = rows.flatMap(({ floorPath }, index) => (floorPath === '' ? [] : [`floor ${index + 1}: ${floorPath}`]));
  const goals = rows.flatMap(({ isMet }, index) => (isMet === null ? [] : [{ number: index + 1, isMet }]));
  const missed = goals.filter(({ isMet }) => !isMet).map(({ number }) => number);
  const verdict = missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`;
  return [
    line(HEADINGS),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.map(line),
    '',
    ...floors,
    '',
    `${goals.length - missed.length} of ${goals.length} goals met${verdict}`,
  ].join('\n');
}
