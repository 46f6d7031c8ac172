/** What may be said against an ID number. Warnings all: the paper document decides at the door (domain rules, ID numbers). */
export type IdNumberFault = 'id-length' | 'id-15-digits' | 'id-impossible-date' | 'id-check-digit';

/** How the numbers of a kind of document are built; 'free' has no known form and is never judged. */
export type IdNumberRule = 'resident' | 'residence-permit' | 'foreign-permit' | 'passport' | 'travel-permit' | 'free';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
const EARLIEST_BIRTH = '1900-01-01';

/**
 * The check digit of GB 11643 (ISO 7064 MOD 11-2) over the first 17 digits.
 * Undefined unless these are 17 ASCII digits.
 */
export function idCheckDigit(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) return undefined;
  let sum = 0;
  for (const [at, weight] of WEIGHTS.entries()) sum += weight * (first17.charCodeAt(at) - 48);
  return CHECK_DIGITS[sum % 11];
}

/**
 * An ID number as it is stored and compared: half-width, without blanks and invisible marks, the last x of an 18-place
 * number as X. Other letters keep their case: passports and permits have no one official form.
 */
export function normaliseIdNumber(read: string): string {
  if (/^[!-~]*[!-wyz{-~]$/.test(read)) return read;
  const plain = toHalfWidth(read).replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  return /^\d{17}x$/.test(plain) ? plain.toUpperCase() : plain;
}

/** Full-width letters, digits and signs (U+FF01–FF5E) and the ideographic blank as their ASCII forms; the rest as it is. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/**
 * What is wrong with a normalised ID number, most telling first; empty when nothing is.
 * Addresses are not checked: county codes come and go, and 81, 82, 83 (residence permits) and 9 (foreigners) are valid.
 * `today` ("YYYY-MM-DD") bounds the date of birth.
 */
export function checkIdNumber(id: string, rule: IdNumberRule, today: string): readonly IdNumberFault[] {
  switch (rule) {
    case 'free':
      return [];
    case 'passport':
      return /^[0-9A-Za-z]{5,18}$/.test(id) ? [] : ['id-length'];
    case 'travel-permit':
      return /^[0-9A-Za-z]{8,12}$/.test(id) ? [] : ['id-length'];
    case 'foreign-permit':
      // Cards before 2023 bear three letters and twelve digits, later ones an 18-place number.
      return /^[A-Za-z]{3}\d{12}$/.test(id) ? [] : checkEighteenPlaces(id, today);
    case 'residence-permit':
      return checkEighteenPlaces(id, today);
    case 'resident':
      if (!/^\d{15}$/.test(id)) return checkEighteenPlaces(id, today);
      return isBirthDate(`19${id.slice(6, 12)}`, today) ? ['id-15-digits'] : ['id-15-digits', 'id-impossible-date'];
  }
}

/**
 * An ID number for screens and papers: "370199********4821". What is hidden is always the middle, at least a third,
 * counted in code points; very short numbers show nothing but their length.
 */
export function maskIdNumber(id: string): string {
  const points = [...id];
  const [head, tail] = shownEnds(points.length);
  return points.map((point, at) => (at < head || at >= points.length - tail ? point : '*')).join('');
}

function shownEnds(length: number): readonly [head: number, tail: number] {
  if (length >= 15) return [6, 4];
  if (length >= 8) return [2, 3];
  return length >= 4 ? [1, 1] : [0, 0];
}

function checkEighteenPlaces(id: string, today: string): readonly IdNumberFault[] {
  if (!/^\d{17}[\dX]$/.test(id)) return ['id-length'];
  const faults: IdNumberFault[] = [];
  if (!isBirthDate(id.slice(6, 14), today)) faults.push('id-impossible-date');
  if (idCheckDigit(id.slice(0, 17)) !== id.at(-1)) faults.push('id-check-digit');
  return faults;
}

function isBirthDate(digits: string, today: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  const iso = `${year}-${month}-${day}`;
  return (
    iso >= EARLIEST_BIRTH && iso <= today && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
