import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startBrowserHost, type BrowserHost } from '../../electron/hosts/browser/host.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { type BrowserClient, createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { ConnectionState } from '../../shared/contract/client.ts';
import { makeShell } from '../support/browser-host.ts';
import { checkInOf, enactDay, valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestLogger } from '../support/test-logger.ts';
import { createTestPorts } from '../support/test-ports.ts';
import { contractSuite } from './suite.ts';
import { describeWholeDays } from './whole-days.ts';

contractSuite(
  'HTTP and WebSocket',
  async (station, dataDir) => {
    const host = await startHost(station, dataDir);
    const page = openNodePage(host.url);
    const client = createBrowserClient(page);
    await connected(client);
    const reply = await page.post('/session', { body: '{}', headers: JSON_TYPE, signal: AbortSignal.timeout(5000) });
    const session = z.strictObject({ page: z.string() }).parse(await reply.json());
    return {
      client,
      async send(method, call) {
        const headers = { ...JSON_TYPE, 'x-proctor-page': session.page };
        const response = await page.post(`/rpc/${method}`, {
          body: JSON.stringify(call),
          headers,
          signal: AbortSignal.timeout(10_000),
        });
        if (response.status !== 200) throw new Error(`${method}: HTTP ${response.status}`);
        return (await response.json()) as unknown; // looked at by the suite
      },
      async close() {
        client.close();
        await host.close();
      },
    };
  },
  // Over the longest way alone: what the other carriers do to a call is told by the rest of the suite.
  describeWholeDays,
);

const JSON_TYPE = { 'content-type': 'application/json' };

/** The shell stands beside the data, as it does in a real installation. */
async function startHost(station: Station, dataDir: string): Promise<BrowserHost> {
  const shellParent = `${dataDir}-shell`;
  mkdirSync(shellParent, { recursive: true });
  const rendererDir = makeShell(shellParent);
  return startBrowserHost({ station, dataDir, port: 0, rendererDir, logger: createTestLogger() });
}

/** Resolves when the page has its line; rejects after the 5 s that a page may take to come back. */
function connected(client: BrowserClient): Promise<void> {
  if (client.connectionState() === 'connected') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`still ${client.connectionState()} after 5 s`)), 5000);
    const stop = client.onConnection((state) => {
      if (state !== 'connected') return;
      clearTimeout(limit);
      stop();
      resolve();
    });
  });
}

it('a page goes on by itself within 5 s when its station is back, and a command sent meanwhile acts once', async () => {
  const ports = createTestPorts({ dataDir: join(tempDir(), 'data') });
  let station = await createStation(ports);
  let host = await startHost(station, ports.dataDir);
  const states: ConnectionState[] = [];
  const client = withPins(createBrowserClient(openNodePage(host.url)));
  client.onConnection((state) => states.push(state));
  try {
    const day = await enactDay(client);
    ports.clock.setWall('2022-11-19 08:05');
    await host.close();
    await station.close();
    await expect.poll(() => client.connectionState()).toBe('lost');
    const answer = client.invoke('checkIn.confirm', checkInOf(day.candidates[0]!), { actor: day.first });

    station = await createStation(ports);
    host = await startHost(station, ports.dataDir);
    await connected(client);
    const { arrival } = valueOf(await answer);
    const { last } = valueOf(await client.invoke('events.since', { after: arrival, limit: 10 }));
    expect(last).toBe(arrival);
    expect(states).toEqual(['connected', 'lost', 'connected']);
  } finally {
    client.close();
    await host.close();
    await station.close();
  }
}, 60_000);
