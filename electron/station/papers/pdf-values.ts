import { createHash } from 'node:crypto';
import {
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';

/** A value of a PDF as plain data, to be compared: names as `/N`, references as `5 0 R`, a stream's bytes as their digest. */
export type PdfValue = null | boolean | number | string | readonly PdfValue[] | PdfMap;
export interface PdfMap {
  readonly [key: string]: PdfValue;
}

/** Stands for a stream's bytes; no key of a dictionary begins so. */
const STREAM_KEY = '(bytes)';

/** Throws where it is nested deeper than anything that is written by a program of ours. */
export function plainValue(value: PdfObject | null | undefined, depth = 0): PdfValue {
  if (depth > 50) throw new Error('nested too deeply');
  if (value instanceof PdfStream) {
    return { ...plainMap(value, depth), [STREAM_KEY]: createHash('sha256').update(value.data).digest('hex') };
  }
  if (value instanceof PdfDict) return plainMap(value, depth);
  if (value instanceof PdfArray) return value.toArray().map((one) => plainValue(one, depth + 1));
  if (value instanceof PdfName) return `/${value.value}`;
  if (value instanceof PdfRef) return `${value.objectNumber} ${value.generation} R`;
  // By its bytes: two that are read as one text are two all the same.
  if (value instanceof PdfString) return `(${Buffer.from(value.bytes).toString('hex')}`;
  if (value instanceof PdfNumber || value instanceof PdfBool) return value.value;
  return null;
}

function plainMap(dict: PdfDict, depth: number): PdfMap {
  return Object.fromEntries([...dict].map(([key, value]) => [key.value, plainValue(value, depth + 1)]));
}

export function isMap(value: PdfValue | undefined): value is PdfMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of an array; none where it is something else. */
export function listIn(value: PdfValue | undefined): readonly PdfValue[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]) : []; // the only arrays there are
}

/** The number of the object that a value refers to. */
export function refIn(value: PdfValue | undefined): number | null {
  const number = typeof value === 'string' ? /^(\d+) 0 R$/.exec(value)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/** The text of a string value. */
export function textIn(value: PdfValue | undefined): string | null {
  const bytes = bytesIn(value);
  return bytes === null ? null : PdfString.fromBytes(bytes).asString();
}

/** The bytes of a string value. */
export function bytesIn(value: PdfValue | undefined): Uint8Array | null {
  return typeof value === 'string' && value.startsWith('(') ? Buffer.from(value.slice(1), 'hex') : null;
}
