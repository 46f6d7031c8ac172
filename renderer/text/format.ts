const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** "08:30:05" in Asia/Shanghai. */
export function timeText(instantMs: number): string {
  return clock.format(instantMs);
}

/** "08:30" in Asia/Shanghai; seconds are cut off. */
export function shortTimeText(instantMs: number): string {
  return clock.format(instantMs).slice(0, 5);
}

const calendarDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });

/** "11月19日 08:30" in Asia/Shanghai: of what may lie days back. */
export function dayTimeText(instantMs: number): string {
  return `${calendarDay.format(instantMs)} ${shortTimeText(instantMs)}`;
}

/** "08:30", or "08:30:05" where the seconds are not zero. */
export function neatTimeText(instantMs: number): string {
  const text = clock.format(instantMs);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}

/** "08:53" or "1:02:10" of a span; a part of a second still to come counts as one. */
export function spanText(spanMs: number): string {
  const seconds = Math.max(0, Math.ceil(spanMs / 1000));
  const parts = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':');
}

/** "24 秒", "3 分 5 秒", "1 小时 20 分": a span as it is spoken. */
export function spokenSpan(spanMs: number): string {
  const seconds = Math.max(0, Math.floor(spanMs / 1000));
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600)
    return seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${Math.floor(seconds / 3600)} 小时${minutes === 0 ? '' : ` ${minutes} 分`}`;
}

/** A ticket number in groups of four, its last three apart: they are what is compared by eye. */
export function groupTicket(ticket: string): { readonly head: string; readonly tail: string } {
  const tail = ticket.slice(-3);
  const head = ticket.slice(0, -3);
  return { head: head.match(/.{1,4}/gu)?.join(' ') ?? '', tail };
}

/** "07" of a seat. */
export function seatText(seat: number): string {
  return String(seat).padStart(2, '0');
}

/** "2022年11月19日 周六" of a calendar date. */
export function dateText(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const weekday = '日一二三四五六'.charAt(day.getUTCDay());
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日 周${weekday}`;
}

/** "09:00，现在" or "09:00 起，已 3 分钟" of something that has been due since an instant. */
export function sinceText(sinceMs: number, nowMs: number): string {
  const passed = nowMs - sinceMs;
  const time = neatTimeText(sinceMs);
  return passed < 60_000 ? `${time}，现在` : `${time} 起，已 ${spokenSpan(passed - (passed % 60_000))}`;
}
