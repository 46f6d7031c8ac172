import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { Boot, Ports } from '../../electron/station/ports.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { makeDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';

const SAVED = { state: 'good', code: 'saved' };
const UNTESTED = { state: 'attention', code: 'restart-untested' };
const MINUTE = 60_000;

/** A computer whose restarts the test makes. */
class Computer {
  readonly secrets = createMemorySecretStore();
  readonly clock = new TestClock('2022-11-18 15:00');
  boot: Boot = { computer: 'lab-pc-1', id: 'boot-1', uptimeMs: 5 * MINUTE };

  /** What the station on this folder does, from its start to its end; answers 保存 at the end. */
  async run(dataDir: string, act?: (client: StationClient) => Promise<unknown>, rehearsal: Ports['rehearsal'] = null) {
    const { secrets, clock } = this;
    const ports = createTestPorts({ dataDir, secrets, clock, boot: () => this.boot });
    const station = await createStation({ ...ports, rehearsal });
    const client = createDirectClient(station);
    await act?.(client);
    const { lights } = valueOf(await client.invoke('station.status', {}));
    await station.close();
    return lights.save;
  }

  restart(): void {
    this.boot = { ...this.boot, id: `${this.boot.id}+` };
  }
}

describe('the check that records outlive a restart of the computer', () => {
  it('is amber until the folder with its day is opened in another boot, however often it is opened in this one', async () => {
    const computer = new Computer();
    const dataDir = tempDir();
    expect(await computer.run(dataDir)).toEqual(UNTESTED);
    expect(await computer.run(dataDir, makeDay)).toEqual(UNTESTED);
    expect(await computer.run(dataDir)).toEqual(UNTESTED);
    computer.restart();
    expect(await computer.run(dataDir)).toEqual(SAVED);
    expect(await computer.run(dataDir)).toEqual(SAVED);
    computer.restart();
    expect(await computer.run(dataDir)).toEqual(SAVED);
  });

  it('begins anew where a restart wiped the folder', async () => {
    const computer = new Computer();
    const dataDir = tempDir();
    await computer.run(dataDir, makeDay);
    computer.restart();
    rmSync(dataDir, { recursive: true });
    expect(await computer.run(dataDir)).toEqual(UNTESTED);
  });

  it('begins anew with each day: a card that was off when the last one was tried may be on now', async () => {
    const computer = new Computer();
    const dataDir = tempDir();
    await computer.run(dataDir);
    computer.restart();
    expect(await computer.run(dataDir), 'proven before there was a day').toEqual(SAVED);
    const another = { ...SCENARIO_DAY, date: '2022-11-26' };
    let chief: Awaited<ReturnType<typeof makeDay>> | null = null;
    expect(await computer.run(dataDir, async (client) => void (chief = await makeDay(client)))).toEqual(UNTESTED);
    computer.restart();
    expect(await computer.run(dataDir)).toEqual(SAVED);
    const makeAnother = (client: StationClient) => client.invoke('day.make', another, { actor: chief });
    expect(await computer.run(dataDir, makeAnother)).toEqual(UNTESTED);
  });

  it('does not take the folder of another computer for one that was restarted', async () => {
    const computer = new Computer();
    const dataDir = tempDir();
    await computer.run(dataDir, makeDay);
    const carried = join(tempDir(), 'data');
    cpSync(dataDir, carried, { recursive: true });
    computer.boot = { computer: 'lab-pc-2', id: 'boot-9', uptimeMs: MINUTE };
    expect(await computer.run(carried)).toEqual(UNTESTED);
    computer.restart();
    expect(await computer.run(carried)).toEqual(SAVED);
  });

  it('knows boots without a name by how long they last, as noted when the program ended', async () => {
    const computer = new Computer();
    const dataDir = tempDir();
    computer.boot = { computer: 'lab-pc-1', id: null, uptimeMs: 5 * MINUTE };
    await computer.run(dataDir, async (client) => {
      await makeDay(client);
      computer.boot = { ...computer.boot, uptimeMs: 60 * MINUTE };
    });
    computer.boot = { ...computer.boot, uptimeMs: 61 * MINUTE };
    expect(await computer.run(dataDir)).toEqual(UNTESTED);
    // Switched on again at once, and opened later in its life than the program was first opened in the one before.
    computer.boot = { ...computer.boot, uptimeMs: 6 * MINUTE };
    expect(await computer.run(dataDir)).toEqual(SAVED);
  });

  it('is not made in a rehearsal, nor where nothing is to be learnt of restarts', async () => {
    const computer = new Computer();
    const rehearsal = { setRate: () => undefined, jumpTo: () => true, startAt: () => undefined };
    expect(await computer.run(tempDir(), undefined, rehearsal)).toEqual(SAVED);
    const station = await createStation(createTestPorts({ dataDir: tempDir() }));
    expect(valueOf(await createDirectClient(station).invoke('station.status', {})).lights.save).toEqual(SAVED);
    await station.close();
  });
});
