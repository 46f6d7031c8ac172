export const LONGEST_MINUTES = 1440;

/** Whole minutes as typed; null where they are none. */
export function parseMinutes(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/u.test(trimmed)) return null;
  const minutes = Number(trimmed);
  return minutes >= 1 && minutes <= LONGEST_MINUTES ? minutes : null;
}
