import type { Logger } from '../../electron/station/ports.ts';

export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keeps what was logged, so that a test can hold it against what must never be in a log. */
export interface TestLogger extends Logger {
  readonly lines: LogLine[];
}

export function createTestLogger(): TestLogger {
  const lines: LogLine[] = [];
  return { lines, log: (level, event, fields = {}) => void lines.push({ level, event, fields }) };
}
