import { z } from 'zod';

/** Digits and capital letters without I, L, O and U, which are taken for 1, 1, 0 and V (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 6;
const BITS_OF_CHARACTER = 5;

/** 校验码 as it is stored and compared: six characters, without the gap that it is shown with. */
export const checkCodeSchema = z.string().regex(new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`));

/** The code of at least four bytes: their first 30 bits. */
export function checkCodeFrom(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 4)) bits = (bits << 8n) | BigInt(byte);
  const unused = 32 - CODE_LENGTH * BITS_OF_CHARACTER;
  return Array.from({ length: CODE_LENGTH }, (_, place) => {
    const shift = BigInt(unused + (CODE_LENGTH - 1 - place) * BITS_OF_CHARACTER);
    return ALPHABET.charAt(Number((bits >> shift) & 31n));
  }).join('');
}

/**
 * A code as somebody typed or wrote it down: case, gaps, full-width characters of an input method and the look-alikes
 * I, L and O do not matter. Null for what is no code.
 */
export function readCheckCode(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·.-]/g, '');
  const code = typed.replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return checkCodeSchema.safeParse(code).success ? code : null;
}

/** "K7M 2QX": in two groups, as it is shown and read aloud. */
export function checkCodeText(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
