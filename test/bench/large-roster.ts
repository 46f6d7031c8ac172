import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';

export const LARGE_ROSTER = 'large-5000.xlsx';
export const LARGE_ROSTER_PATH = join(import.meta.dirname, '..', 'fixtures', 'rosters', LARGE_ROSTER);

const HEADING_ROWS = 3;

/** Ticket and name of everybody in the large roster, as the file has them. */
export async function readLargeRoster(): Promise<readonly { readonly ticket: string; readonly name: string }[]> {
  const sheet = (await readXlsx(readFileSync(LARGE_ROSTER_PATH))).sheets[0];
  return (sheet?.rows ?? [])
    .slice(HEADING_ROWS)
    .map(([, ticket, name]) => ({ ticket: String(ticket), name: String(name) }));
}
