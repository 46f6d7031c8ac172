import { scrypt, scryptSync } from 'node:crypto';
import { promisify } from 'node:util';
import { canonicalText } from '../../../shared/canonical.ts';
import { checkCodeFrom } from '../../../shared/domain/check-code.ts';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';

// 64 MiB and about 0.3 s of one core. Six characters are 30 bits, so another past with the code that was noted is found
// after 2^30 tries on average: some ten years of one core, or four days of a thousand cores with 64 GiB between them.
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 27 } as const;
const SALT = 'proctor-station check code v1';
const CODE_BYTES = 4;

const scryptAsync = promisify<string, string, number, typeof COST, Buffer>(scrypt);

/** 校验码 of a head: six characters that two people can say to each other. Slow on purpose, and off this thread. */
export async function computeCheckCode(day: DayId, head: Head): Promise<string> {
  return checkCodeFrom(await scryptAsync(bytesOf(day, head), SALT, CODE_BYTES, COST));
}

/** The same for a program that has nothing else to do meanwhile. */
export function computeCheckCodeNow(day: DayId, head: Head): string {
  return checkCodeFrom(scryptSync(bytesOf(day, head), SALT, CODE_BYTES, COST));
}

function bytesOf(day: DayId, { station, epoch, seq, hash }: Head): string {
  const text = canonicalText({ day, station, epoch, seq, hash });
  if (!text.ok) throw new Error(`head: ${text.error.code}`);
  return text.value;
}
