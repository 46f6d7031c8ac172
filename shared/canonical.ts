import canonicalize from 'canonicalize';
import { err, ok, type Result } from './result.ts';

export type CanonicalErrorCode =
  /** Half of a surrogate pair: no UTF-8 bytes stand for it. */
  | 'lone-surrogate'
  /** Not finite, or beyond 2^53 - 1, where two different numbers may be written alike. */
  | 'unsafe-number'
  /** Nothing that JSON can say: undefined, function, bigint, Date, a hole, a circle. */
  | 'not-json';

export interface CanonicalError {
  readonly code: CanonicalErrorCode;
  /** Where, as a JSON pointer; '' is the value itself. Holds field names, never what stands in them. */
  readonly path: string;
}

/** Deeper than any event; also what ends a circle. */
const MAX_DEPTH = 64;

/**
 * The one text of a JSON value by RFC 8785: equal values, equal texts, and parsing it gives the value back (-0, which RFC
 * 8785 writes as 0, comes back as 0). Refuses what has no such text instead of dropping or rounding it.
 */
export function canonicalText(value: unknown): Result<string, CanonicalError> {
  const error = findFault(value, '', 0);
  if (error !== null) return err(error);
  const text = canonicalize(value);
  return text === undefined ? err({ code: 'not-json', path: '' }) : ok(text);
}

/** Whether two values say the same, in whatever order their fields stand. Of values that have a canonical text. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || canonicalize(a) === canonicalize(b);
}

function findFault(value: unknown, path: string, depth: number): CanonicalError | null {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : { code: 'lone-surrogate', path };
    case 'number':
      return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : { code: 'unsafe-number', path };
    case 'boolean':
      return null;
    case 'object':
      if (value === null) return null;
      if (depth === MAX_DEPTH) return { code: 'not-json', path };
      return Array.isArray(value) ? findFaultInList(value, path, depth) : findFaultInObject(value, path, depth);
    default:
      return { code: 'not-json', path };
  }
}

function findFaultInList(list: readonly unknown[], path: string, depth: number): CanonicalError | null {
  // By index, not by forEach: a hole counts as undefined.
  for (let index = 0; index < list.length; index += 1) {
    const fault = findFault(list[index], `${path}/${index}`, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function findFaultInObject(object: object, path: string, depth: number): CanonicalError | null {
  // A Date, a Map or a boxed number would be written as something else than it is.
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return { code: 'not-json', path };
  for (const [name, member] of Object.entries(object)) {
    if (!name.isWellFormed()) return { code: 'lone-surrogate', path };
    const fault = findFault(member, `${path}/${escapePointer(name)}`, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
