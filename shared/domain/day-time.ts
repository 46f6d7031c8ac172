import { TZDate } from '@date-fns/tz';
// By its own path: the package's index would load three hundred modules into every process.
import { minutesToMilliseconds } from 'date-fns/minutesToMilliseconds';

const ZONE = 'Asia/Shanghai';

// Made once: a formatter costs far more to make than to use, and the screens format every second.
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const minuteFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
// Sweden writes dates as ISO 8601 does.
const dateFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Minutes in milliseconds. */
export function minutes(count: number): number {
  return minutesToMilliseconds(count);
}

/**
 * The instant (UTC ms) of a wall-clock minute of a day in Asia/Shanghai. Minutes below 0 or beyond 1439 lie in the
 * neighbouring days. `date` is 'YYYY-MM-DD' of a day that exists; anything else throws RangeError.
 */
export function instantOf(date: string, minuteOfDay: number): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) throw new RangeError(`not a date: ${date}`);
  const midnight = new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), ZONE).getTime();
  if (formatDate(midnight) !== date) throw new RangeError(`not a date: ${date}`);
  return new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 0, minuteOfDay, ZONE).getTime();
}

/** 'HH:mm:ss' in Asia/Shanghai of an instant in UTC ms; part seconds are cut off. */
export function formatClock(instantMs: number): string {
  return clockFormat.format(instantMs);
}

/** 'HH:mm' in Asia/Shanghai of an instant in UTC ms; seconds are cut off. */
export function formatMinute(instantMs: number): string {
  return minuteFormat.format(instantMs);
}

/** 'YYYY-MM-DD' in Asia/Shanghai of an instant in UTC ms. */
export function formatDate(instantMs: number): string {
  return dateFormat.format(instantMs);
}
