import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../../station/ports.ts';

const FILE_NAME = 'station.log';
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Writes JSON lines to station.log (0600) in the data folder; when it is full it becomes station.log.1 and the one
 * before is gone. A log that cannot be written says so once on stderr and stops nothing.
 */
export function createFileLogger(dataDir: string, now: () => number): Logger {
  const path = join(dataDir, FILE_NAME);
  let sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let hasComplained = false;
  return {
    log(level, event, fields = {}) {
      const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`;
      try {
        if (sizeBytes > MAX_BYTES) {
          renameSync(path, `${path}.1`);
          sizeBytes = 0;
        }
        appendFileSync(path, line, { mode: 0o600 });
        sizeBytes += Buffer.byteLength(line);
      } catch (error) {
        if (!hasComplained) console.error(`${FILE_NAME}: ${error instanceof Error ? error.message : String(error)}`);
        hasComplained = true;
      }
    },
  };
}
