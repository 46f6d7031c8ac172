import { checkRoster, type CheckRosterOptions } from '../../../shared/domain/check-roster.ts';
import type { CheckedRoster, RosterFileError } from '../../../shared/domain/roster.ts';
import type { RosterTable } from '../../../shared/domain/roster-table.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FileKind } from './file-kind.ts';
import { readTable } from './read-table.ts';

/** What the parent sends, once, over the channel between the two processes: personal data touches no file. */
export interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  /** How a roster is checked; null = the plain table, unchecked. */
  readonly options: CheckRosterOptions | null;
}

/** A table that is no roster is short. */
const MOST_PLAIN_ROWS = 1000;

// The program of the child process that parses one roster file and ends. The check runs here too: forty milliseconds
// that the station's own loop does not stand still, and fewer bytes on the channel than the bare table.
process.once('message', (message) => {
  void answer(message as ParseRequest); // the only sender is read-roster.ts, of the same program
});

async function answer(request: ParseRequest): Promise<void> {
  const table = await readTable(request.bytes, request.kind);
  const result = table.ok ? resultOf(table.value, request.options) : table;
  process.send?.(result, () => process.disconnect());
}

function resultOf(
  table: RosterTable,
  options: CheckRosterOptions | null,
): Result<CheckedRoster | RosterTable, RosterFileError> {
  if (options !== null) return checkRoster(table, options);
  const rows = table.rows.length;
  return rows > MOST_PLAIN_ROWS ? err({ code: 'file-too-large', details: { rows, most: MOST_PLAIN_ROWS } }) : ok(table);
}
