import { toHalfWidth } from '../../../shared/domain/id-number.ts';
import { comparisonKey } from '../../../shared/domain/names.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { CandidateId, RoomNo, SeatNo } from '../../../shared/ids.ts';
import { createPinyinReader, matchPinyin, pinyinLetters, type Syllable } from './pinyin-match.ts';

/** A candidate as the index knows him. Lives in memory only: the index is a projection that is never stored. */
export interface SearchEntry {
  readonly candidate: CandidateId;
  readonly person: Person;
  readonly room: RoomNo;
  readonly seat: SeatNo;
}

/** What a query was taken for. */
export type SearchHow = 'ticket' | 'seat' | 'id-digits' | 'name' | 'pinyin';

/** What a query found. */
export interface SearchHit {
  /** 'several' is for the person at the screen to decide; nobody is picked for him. */
  readonly kind: 'none' | 'one' | 'several';
  /** Null when the query was empty. */
  readonly how: SearchHow | null;
  /** Best first, then by room and seat; at most `limit`. */
  readonly matches: readonly CandidateId[];
}

export interface SearchOptions {
  /** Only this room's people; null = all. */
  readonly room: RoomNo | null;
  readonly limit: number;
}

export interface SearchIndex {
  /** Takes what a scanner or a person types; never fails. */
  search(query: string, options: SearchOptions): SearchHit;
  /** Adds candidates, or replaces those that are there under the same id. */
  update(entries: readonly SearchEntry[]): void;
  remove(candidates: readonly CandidateId[]): void;
}

interface Indexed {
  readonly entry: SearchEntry;
  readonly ticket: string;
  readonly idNumber: string;
  readonly nameKey: string;
  readonly syllables: readonly Syllable[];
}

/** A match and how good it is: 0 is best. */
interface Match {
  readonly indexed: Indexed;
  readonly rank: number;
}

/** Fewer digits than this are a seat. */
const FEWEST_TAIL_DIGITS = 3;

/**
 * The check-in field's index. In this order a query is: a whole ticket number (a scan); one or two digits, a seat; three
 * or more, or digits with a final X, the end of an ID or ticket number; otherwise a whole ID number, a name, or pinyin.
 */
export function createSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const reader = createPinyinReader();
  const people = new Map<CandidateId, Indexed>();

  function update(changed: readonly SearchEntry[]): void {
    for (const entry of changed) people.set(entry.candidate, indexEntry(entry, reader.syllables(entry.person.name)));
  }
  update(entries);

  return {
    update,
    remove: (candidates) => candidates.forEach((candidate) => people.delete(candidate)),
    search(query, { room, limit }) {
      const inRoom = [...people.values()].filter(({ entry }) => room === null || entry.room === room);
      const { how, found } = find(query, inRoom);
      const matches = found.toSorted(byRankAndSeat).map((match) => match.indexed.entry.candidate);
      const kind = matches.length === 0 ? 'none' : matches.length === 1 ? 'one' : 'several';
      return { kind, how, matches: matches.slice(0, limit) };
    },
  };
}

function indexEntry(entry: SearchEntry, syllables: readonly Syllable[]): Indexed {
  const { ticket, idNumber, name } = entry.person;
  return { entry, syllables, ticket: plainCode(ticket), idNumber: plainCode(idNumber), nameKey: plainName(name) };
}

function find(
  query: string,
  people: readonly Indexed[],
): { readonly how: SearchHow | null; readonly found: readonly Match[] } {
  const code = plainCode(query);
  if (code === '') return { how: null, found: [] };
  const byTicket = people.filter((indexed) => indexed.ticket === code);
  if (byTicket.length > 0) return { how: 'ticket', found: byTicket.map(best) };
  if (/^\d+X?$/.test(code)) {
    return code.length < FEWEST_TAIL_DIGITS
      ? { how: 'seat', found: people.filter(({ entry }) => entry.seat === Number(code)).map(best) }
      : { how: 'id-digits', found: people.filter((indexed) => endsWithCode(indexed, code)).map(best) };
  }
  const byWholeId = people.filter((indexed) => indexed.idNumber === code); // a passport's has letters
  if (byWholeId.length > 0) return { how: 'id-digits', found: byWholeId.map(best) };
  const nameKey = plainName(query);
  const byName = people.flatMap((indexed) => matchName(indexed, nameKey));
  const letters = pinyinLetters(toHalfWidth(query).replace(/[\s'·]/g, ''));
  if (byName.length > 0 || letters === null) return { how: 'name', found: byName };
  return {
    how: 'pinyin',
    found: people.flatMap((indexed) => {
      const rank = matchPinyin(letters, indexed.syllables);
      return rank === null ? [] : [{ indexed, rank }];
    }),
  };
}

function endsWithCode(indexed: Indexed, code: string): boolean {
  return indexed.idNumber.endsWith(code) || indexed.ticket.endsWith(code);
}

/** The whole name before names that begin so, before names that hold it somewhere. */
function matchName(indexed: Indexed, key: string): readonly Match[] {
  const at = indexed.nameKey.indexOf(key);
  if (at < 0) return [];
  return [{ indexed, rank: indexed.nameKey === key ? 0 : at === 0 ? 1 : 2 }];
}

function best(indexed: Indexed): Match {
  return { indexed, rank: 0 };
}

function byRankAndSeat(a: Match, b: Match): number {
  const [first, second] = [a.indexed.entry, b.indexed.entry];
  return a.rank - b.rank || compareText(first.room, second.room) || first.seat - second.seat;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tickets and ID numbers as they are compared: half-width, upper case, no blanks. */
function plainCode(code: string): string {
  return toHalfWidth(code)
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .toUpperCase();
}

function plainName(name: string): string {
  return comparisonKey(toHalfWidth(name)).toLowerCase();
}
