import type { RoomNo, StaffId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';

/**
 * PS-LOT-1, in words that anybody can follow with a hash program at hand:
 * 1. Block c (c = 0, 1, 2, …) is SHA-256 of the UTF-8 text `PS-LOT-1|seed|called|c`; each block gives eight numbers of
 *    32 bits, the first byte the highest.
 * 2. A number below n is the next one that lies below the largest multiple of n up to 2^32, modulo n (others are skipped).
 * 3. The pool in its recorded order is shuffled from the end: for i = last … 1, i changes places with a number below i + 1.
 * 4. Its people take the rooms' places in the recorded order; who comes after the last place stays in reserve.
 * 5. Where somebody is given a room that he must not have, 3 and 4 are done again with the numbers that follow, at most
 *    1000 times; then each place in turn takes the first of the last shuffle's people that can be freed for it.
 */
export const LOT_ALGORITHM = 'PS-LOT-1';

const MOST_SHUFFLES = 1000;
const WORDS_IN_BLOCK = 8;
const HEX_IN_WORD = 8;
const WORDS = 2 ** 32;

/** What is drawn for: who, and which places in the order in which they are filled. */
export interface LotTask {
  readonly pool: readonly StaffId[];
  readonly rooms: readonly { readonly room: RoomNo; readonly places: number }[];
  /** 回避: rooms that somebody must not have; nobody without one is named. */
  readonly forbidden: readonly { readonly staff: StaffId; readonly rooms: readonly RoomNo[] }[];
}

/** Where the numbers come from: 128 random bits as hex, and the number that somebody in the room called out. */
export interface LotSource {
  readonly seed: string;
  readonly called: string | null;
}

/** Who got which room, in the order of the places. `shuffles` is the one that held, 0 where none did and they were matched. */
export interface LotOutcome {
  readonly result: readonly { readonly staff: StaffId; readonly room: RoomNo }[];
  readonly shuffles: number;
}

/** Rooms for which too few are left, and who of the pool must keep away from one of them. */
export interface LotObstacle {
  readonly rooms: readonly RoomNo[];
  readonly barred: readonly StaffId[];
}

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export type Sha256 = (text: string) => string;

/** Draws; the same task and source give the same outcome everywhere. There must be as many people as places. */
export function drawLots(task: LotTask, source: LotSource, sha256: Sha256): Result<LotOutcome, LotObstacle> {
  const numbers = numbersFrom(source, sha256);
  const places = task.rooms.flatMap(({ room, places: many }) => Array.from({ length: many }, () => room));
  const barred = barredFrom(task);
  let order = task.pool;
  for (let shuffles = 1; shuffles <= MOST_SHUFFLES; shuffles += 1) {
    order = shuffled(task.pool, numbers);
    const result = inOrder(order, places);
    if (result.length === places.length && result.every(({ staff, room }) => !barred(staff, room)))
      return ok({ result, shuffles });
  }
  const matched = matchPlaces(order, places, barred);
  return matched.ok ? ok({ result: matched.value, shuffles: 0 }) : err(obstacleOf(task, matched.error));
}

/** Whether a recorded draw is what its own seed gives. */
export function isDrawnByRule(drawn: LotTask & LotSource & LotOutcome, sha256: Sha256): boolean {
  const again = drawLots(drawn, drawn, sha256);
  if (!again.ok || again.value.shuffles !== drawn.shuffles) return false;
  const { result } = again.value;
  return (
    result.length === drawn.result.length &&
    result.every(({ staff, room }, at) => drawn.result[at]?.staff === staff && drawn.result[at].room === room)
  );
}

/** Those of the pool who got no room: 备用. */
export function lotReserve({ pool, result }: Pick<LotTask, 'pool'> & Pick<LotOutcome, 'result'>): readonly StaffId[] {
  const placed = new Set(result.map(({ staff }) => staff));
  return pool.filter((staff) => !placed.has(staff));
}

type Barred = (staff: StaffId, room: RoomNo) => boolean;

function barredFrom({ forbidden }: LotTask): Barred {
  const rooms = new Map(forbidden.map((one) => [one.staff, new Set(one.rooms)]));
  return (staff, room) => rooms.get(staff)?.has(room) === true;
}

/** Rule 1 and 2: answers a number below `limit`. */
function numbersFrom({ seed, called }: LotSource, sha256: Sha256): (limit: number) => number {
  let block = '';
  let at = WORDS_IN_BLOCK;
  let counter = 0;
  function next(): number {
    if (at === WORDS_IN_BLOCK) {
      block = sha256([LOT_ALGORITHM, seed, called ?? '', counter].join('|'));
      counter += 1;
      at = 0;
    }
    const word = block.slice(at * HEX_IN_WORD, (at + 1) * HEX_IN_WORD);
    at += 1;
    return Number.parseInt(word, 16);
  }
  return (limit) => {
    const fair = WORDS - (WORDS % limit);
    let number = next();
    while (number >= fair) number = next();
    return number % limit;
  };
}

/** Rule 3. */
function shuffled(pool: readonly StaffId[], below: (limit: number) => number): readonly StaffId[] {
  const order = [...pool];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] as StaffId, order[last] as StaffId]; // both lie within
  }
  return order;
}

/** Rule 4. */
function inOrder(order: readonly StaffId[], places: readonly RoomNo[]): LotOutcome['result'] {
  return order.slice(0, places.length).map((staff, at) => ({ staff, room: places[at] as RoomNo })); // no more people than places
}

/** Rule 5's end: places in turn, along augmenting paths. */
function matchPlaces(
  order: readonly StaffId[],
  places: readonly RoomNo[],
  barred: Barred,
): Result<LotOutcome['result'], readonly RoomNo[]> {
  const placeOf = new Map<StaffId, number>();
  function fill(place: number, asked: Set<StaffId>): boolean {
    const room = places[place] as RoomNo; // one of them
    for (const staff of order) {
      if (asked.has(staff) || barred(staff, room)) continue;
      asked.add(staff);
      const held = placeOf.get(staff);
      if (held !== undefined && !fill(held, asked)) continue;
      placeOf.set(staff, place);
      return true;
    }
    return false;
  }
  for (const [place, room] of places.entries()) {
    const asked = new Set<StaffId>();
    if (fill(place, asked)) continue;
    // Everybody who could have stood here was asked, and so was whoever could have stood where these stand.
    const held = [...asked].flatMap((staff) => places[placeOf.get(staff) ?? -1] ?? []);
    return err([...new Set([room, ...held])].toSorted());
  }
  const filled = new Map([...placeOf].map(([staff, place]) => [place, staff]));
  return ok(places.map((room, place) => ({ staff: filled.get(place) as StaffId, room }))); // every place was filled
}

function obstacleOf({ pool, forbidden }: LotTask, rooms: readonly RoomNo[]): LotObstacle {
  const short = new Set(rooms);
  const kept = new Set(forbidden.filter((one) => one.rooms.some((room) => short.has(room))).map(({ staff }) => staff));
  return { rooms, barred: pool.filter((staff) => kept.has(staff)) };
}
