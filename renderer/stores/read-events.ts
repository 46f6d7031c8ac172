import type { StationClient } from '../../shared/contract/client.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';

const PAGE_SIZE = 2000;

/**
 * Hands over everything recorded after this arrival, in order; false when the station refused. Once the first answer tells
 * how much there is, the other pages are asked for at the same time: on a long day the station prepares them while this
 * page still folds the first.
 */
export async function readEvents(
  client: Pick<StationClient, 'invoke'>,
  after: number,
  take: (events: readonly StoredEvent[]) => void,
): Promise<boolean> {
  for (let read = after; ; ) {
    const first = await readPage(client, read);
    if (first === null) return false;
    const starts: number[] = [];
    for (let start = first.read; start < first.last; start += PAGE_SIZE) starts.push(start);
    const others = Promise.all(starts.map((start) => readPage(client, start)));
    take(first.events);
    let page = first;
    for (const next of await others) {
      if (next === null) return false;
      take(next.events);
      page = next;
    }
    if (page.read >= page.last) return true;
    read = page.read; // more has been recorded meanwhile
  }
}

async function readPage(client: Pick<StationClient, 'invoke'>, after: number) {
  const page = await client.invoke('events.since', { after, limit: PAGE_SIZE });
  if (!page.ok) return null;
  const { events, last } = page.value;
  return { events, last, read: events.at(-1)?.arrival ?? last };
}
