import type { EventRef } from './schema-parts.ts';

/**
 * 记录号: "A#41", the 41st record of the station labelled A. Each later epoch counts from 1 again and bears its number,
 * "A2#1", so that no number on a paper ever means two things.
 */
export function recordNumberOf(label: string, { epoch, seq }: Pick<EventRef, 'epoch' | 'seq'>): string {
  return `${label}${epoch === 1 ? '' : epoch}#${seq}`;
}
