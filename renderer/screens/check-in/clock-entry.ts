const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * The instant of a time of day typed as "8:05", "08:05:30" or "0805", on the exam day of `now` in Asia/Shanghai
 * (UTC+8 all year). Null when it is no time of day.
 */
export function parseClockEntry(text: string, now: number): number | null {
  const match = /^(\d{1,2})[:：]?(\d{2})(?:[:：](\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const midnight = Math.floor((now + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}
