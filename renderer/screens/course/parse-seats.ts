import { as, type SeatNo } from '../../../shared/ids.ts';

/** Seats typed as "11-14, 20" or "11–14、20"; null where that is no list of seats. Sorted, each once; '' = none. */
export function parseSeats(text: string, highest: number): readonly SeatNo[] | null {
  const seats = new Set<number>();
  for (const part of text.split(/[\s,，、;；.]+/u).filter((one) => one !== '')) {
    const match = /^(\d{1,3})(?:[-–—~～至到](\d{1,3}))?$/u.exec(part);
    if (match === null) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (from < 1 || to < from || to > highest) return null;
    for (let seat = from; seat <= to; seat += 1) seats.add(seat);
  }
  return [...seats].sort((a, b) => a - b).map((seat) => as<SeatNo>(seat));
}
