import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instantSchema } from '../../../shared/domain/schema-parts.ts';
import { replaceFileDurably } from '../../station/files/durable-files.ts';
import type { Clock } from '../../station/ports.ts';
import { createRehearsalClock, type RehearsalTime } from './rehearsal-clock.ts';

const FILE_NAME = 'rehearsal-clock.json';
/** Real time. What a kill takes back is at most this much, and never behind what is recorded: the station sees to that. */
const SAVE_EVERY_MS = 2000;

const fileSchema = z.strictObject({ version: z.literal(1), examMs: instantSchema });

/** A rehearsal's clock that outlives the program: closed or killed, exam time stands still and goes on from there at 1×. */
export interface KeptRehearsalTime extends RehearsalTime {
  close(): void;
  /** Ends without a trace: the folder turned out not to be a rehearsal's. */
  abandon(): void;
}

/** Goes on from the instant kept in the rehearsal's folder; without one, or with a damaged one, from the real time. */
export function openRehearsalTime(dataDir: string, real: Clock): KeptRehearsalTime {
  const path = join(dataDir, FILE_NAME);
  const time = createRehearsalClock(real, readExamTime(path) ?? real.wall(), save);

  function save(): void {
    const content = JSON.stringify({ version: 1, examMs: Math.floor(time.clock.wall()) });
    try {
      replaceFileDurably(path, `${path}.new`, Buffer.from(content));
    } catch {
      // A full disk stops no rehearsal: after a restart the journal's last event says where time is.
    }
  }

  const saving = setInterval(save, SAVE_EVERY_MS);
  return {
    ...time,
    close() {
      clearInterval(saving);
      save();
    },
    abandon: () => clearInterval(saving),
  };
}

function readExamTime(path: string): number | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).examMs;
  } catch {
    return null;
  }
}
