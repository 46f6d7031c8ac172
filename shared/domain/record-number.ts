import type { EventRef } from './schema-parts.ts';

/**
 * 记录号: "A#41", the 41st record of the station labelled A. Each later epoch counts from 1 again and bears its number,
 * "A2#1", so that no number on a paper ever means two things.
 */
export function recordNumberOf(label: string, { epoch, seq }: Pick<EventRef, 'epoch' | 'seq'>): string {
  return `${label}${epoch === 1 ? '' : epoch}#${seq}`;
}

/** A record number as somebody typed it, full-width characters and small letters included; null for what is none. */
export function readRecordNumber(
  text: string,
): { readonly label: string; readonly epoch: number; readonly seq: number } | null {
  const typed = text.normalize('NFKC').toUpperCase().replace(/\s/g, '');
  const match = /^([A-Z]{1,3})([2-9]|[1-9]\d{1,5})?#([1-9]\d{0,8})$/.exec(typed);
  if (match === null) return null;
  const [, label = '', epoch = '1', seq = ''] = match;
  return { label, epoch: Number(epoch), seq: Number(seq) };
}
