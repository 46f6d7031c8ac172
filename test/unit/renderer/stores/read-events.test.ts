import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../renderer/stores/read-events.ts';
import type { StationClient } from '../../../../shared/contract/client.ts';
import type { StoredEvent } from '../../../../shared/contract/views.ts';

interface Asked {
  readonly after: number;
  readonly limit: number;
  readonly answer: () => void;
}

/** A station with so many events whose answers wait until the test gives them; more may be recorded meanwhile. */
function aStation(recorded: number) {
  const station = { recorded, asked: [] as Asked[], isRefusing: false };
  const invoke = (_method: string, { after, limit }: { after: number; limit: number }) =>
    new Promise((resolve) => {
      const answer = (): void => {
        const count = Math.max(0, Math.min(limit, station.recorded - after));
        const events = Array.from({ length: count }, (_, index) => ({ arrival: after + index + 1 }));
        const value = { day: null, events, last: station.recorded };
        resolve(station.isRefusing ? { ok: false, error: { code: 'internal' } } : { ok: true, value });
      };
      station.asked.push({ after, limit, answer });
    });
  return { station, client: { invoke } as unknown as Pick<StationClient, 'invoke'> };
}

/** Lets everything that waits for nothing but itself come to rest. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function reader() {
  const arrivals: number[] = [];
  const take = (events: readonly StoredEvent[]) => void arrivals.push(...events.map(({ arrival }) => arrival));
  return { arrivals, take };
}

function upTo(last: number, after = 0): readonly number[] {
  return Array.from({ length: last - after }, (_, index) => after + index + 1);
}

describe('the reading of events', () => {
  it('asks for all other pages as soon as the first tells how many there are, and hands them over in order', async () => {
    const { station, client } = aStation(5000);
    const { arrivals, take } = reader();
    const done = readEvents(client, 0, take);
    expect(station.asked).toHaveLength(1);
    station.asked[0]?.answer();
    await settled();
    expect(station.asked.map(({ after }) => after)).toEqual([0, 2000, 4000]);
    expect(arrivals).toHaveLength(2000);
    station.asked[2]?.answer();
    await settled();
    expect(arrivals).toHaveLength(2000);
    station.asked[1]?.answer();
    expect(await done).toBe(true);
    expect(arrivals).toEqual(upTo(5000));
    expect(station.asked).toHaveLength(3);
  });

  it('goes on behind what it was told to have, and asks once where nothing is new', async () => {
    const { station, client } = aStation(70);
    const { arrivals, take } = reader();
    const late = readEvents(client, 60, take);
    station.asked[0]?.answer();
    expect(await late).toBe(true);
    expect(arrivals).toEqual(upTo(70, 60));
    const none = readEvents(client, 70, take);
    station.asked[1]?.answer();
    expect(await none).toBe(true);
    expect(station.asked).toHaveLength(2);
  });

  it('brings what was recorded while it read', async () => {
    const { station, client } = aStation(2500);
    const { arrivals, take } = reader();
    const done = readEvents(client, 0, take);
    station.asked[0]?.answer();
    await settled();
    station.recorded = 4100;
    station.asked[1]?.answer();
    await settled();
    expect(station.asked).toHaveLength(3);
    station.asked[2]?.answer();
    expect(await done).toBe(true);
    expect(arrivals).toEqual(upTo(4100));
  });

  it('ends without the rest where a page is refused', async () => {
    const { station, client } = aStation(5000);
    const { arrivals, take } = reader();
    const done = readEvents(client, 0, take);
    station.asked[0]?.answer();
    await settled();
    station.asked[2]?.answer();
    station.isRefusing = true;
    station.asked[1]?.answer();
    expect(await done).toBe(false);
    expect(arrivals).toEqual(upTo(2000));
  });
});
