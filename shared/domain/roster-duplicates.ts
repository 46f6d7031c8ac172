import type { DraftRow } from './roster-draft.ts';
import type { RosterProblemCode } from './roster.ts';

/** A row that says again what an earlier row has said; always an error of the later row. */
export interface Duplicate {
  readonly row: DraftRow;
  readonly code: Extract<
    RosterProblemCode,
    'duplicate-ticket' | 'duplicate-seat' | 'duplicate-id' | 'two-levels-one-person'
  >;
  /** What stands twice. */
  readonly value: string;
  readonly otherRow: number;
}

/**
 * Tickets, seats and ID numbers that stand twice, in order of the rows. The first row keeps its claim even when it has
 * errors of its own: both rows are to be looked at, and one pass shows everything. A row copied whole is said once.
 */
export function findDuplicates(rows: readonly DraftRow[]): readonly Duplicate[] {
  const byTicket = new Map<string, DraftRow>();
  const bySeat = new Map<string, DraftRow>();
  const byId = new Map<string, DraftRow>();
  return rows.flatMap((row) => {
    const { ticket, room, seat, idNumber } = row;
    const sameTicket = ticket === null ? null : claim(byTicket, ticket.toUpperCase(), row);
    const sameSeat = room === null || seat === null ? null : claim(bySeat, `${room}\n${seat}`, row);
    const sameId = idNumber === null || idNumber === '' ? null : claim(byId, idNumber.toUpperCase(), row);
    const found: Duplicate[] = [];
    if (sameTicket !== null) {
      found.push({ row, code: 'duplicate-ticket', value: String(ticket), otherRow: sameTicket.row });
    }
    if (sameSeat !== null && sameSeat !== sameTicket) {
      found.push({ row, code: 'duplicate-seat', value: String(seat), otherRow: sameSeat.row });
    }
    if (sameId !== null && sameId !== sameTicket) {
      const isOtherLevel = row.level !== null && sameId.level !== null && row.level !== sameId.level;
      const code = isOtherLevel ? 'two-levels-one-person' : 'duplicate-id'; // R13
      found.push({ row, code, value: String(idNumber), otherRow: sameId.row });
    }
    return found;
  });
}

/** The earlier row that has the key; null when this row is the first and takes it. */
function claim(taken: Map<string, DraftRow>, key: string, row: DraftRow): DraftRow | null {
  const earlier = taken.get(key);
  if (earlier === undefined) taken.set(key, row);
  return earlier ?? null;
}
