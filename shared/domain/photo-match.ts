import type { CandidateId } from '../ids.ts';
import { toHalfWidth } from './id-number.ts';

/** What a photo's file may be called after. */
export interface PhotoOwner {
  readonly candidate: CandidateId;
  readonly ticket: string;
  /** '' where the roster has none. */
  readonly idNumber: string;
}

/** Finds whose photo a file is, by its name alone. */
export interface PhotoMatcher {
  /** Null where the name is nobody's, or could be more than one person's. */
  find(fileName: string): CandidateId | null;
}

/** A number inside a longer name ("王龑-221137010010107") counts from this length on: shorter ones are seats, years, copies. */
const SHORTEST_PART = 8;

/** A matcher over these people. A ticket number goes before an ID number; a number of two people is nobody's. */
export function createPhotoMatcher(people: readonly PhotoOwner[]): PhotoMatcher {
  const byId = new Map<string, CandidateId | null>();
  const byTicket = new Map<string, CandidateId | null>();
  const add = (map: Map<string, CandidateId | null>, code: string, candidate: CandidateId) => {
    const key = photoKey(code);
    if (key === '') return;
    const known = map.get(key);
    map.set(key, known === undefined || known === candidate ? candidate : null);
  };
  for (const { candidate, ticket, idNumber } of people) {
    add(byTicket, ticket, candidate);
    add(byId, idNumber, candidate);
  }
  const owner = (key: string) => byTicket.get(key) ?? byId.get(key) ?? null;
  return {
    find(fileName) {
      const whole = owner(photoKey(photoStem(fileName)));
      if (whole !== null) return whole;
      const owners = new Set(numbersIn(fileName).flatMap((part) => owner(part.toUpperCase()) ?? []));
      const [only] = owners;
      return owners.size === 1 && only !== undefined ? only : null;
    },
  };
}

/** What of a file name could be a ticket number as rosters have it: the whole stem, then the longer numbers in it. */
export function photoTicketsOf(fileName: string): readonly string[] {
  const parts = [plainCode(photoStem(fileName)), ...numbersIn(fileName)];
  return [...new Set(parts)].filter((part) => part !== '');
}

/** As numbers are compared here; passports are named in either case. */
function photoKey(code: string): string {
  return plainCode(code).toUpperCase();
}

/** Half-width, without blanks and invisible marks. */
function plainCode(code: string): string {
  return toHalfWidth(code).replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}

/** A file's name without its folders (of either kind of slash) and its last extension. */
function photoStem(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return name.replace(/\.[^.]*$/, '');
}

function numbersIn(fileName: string): readonly string[] {
  return toHalfWidth(photoStem(fileName))
    .split(/[^0-9A-Za-z]+/)
    .filter((part) => part.length >= SHORTEST_PART);
}
