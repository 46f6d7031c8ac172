import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import { as, type RoomNo } from '../../shared/ids.ts';
import { openBacked, storedEvents } from '../support/backed-station.ts';
import { enlistAs, importCsv, makeDay, valueOf } from '../support/day-scenario.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { type KillPlan, seededRandom } from '../support/kill-plan.ts';
import { makePackage, takingIn } from '../support/package-day.ts';
import { runUntilKilled, startKillable } from '../support/run-until-killed.ts';
import { tempDir } from '../support/temp-dir.ts';

const CHILD = fileURLToPath(new URL('../support/package-kill-child.ts', import.meta.url));
const ROOM = as<RoomNo>('001');
const PEOPLE = 40;
const KILLS = 6;
/** About what taking in lasts here. */
const AFTER_MS = 130;

function rosterOf(people: number): string {
  const rows = Array.from({ length: people }, (_, at) => {
    const seat = String(at + 1).padStart(2, '0');
    return `2211370100${seat}0107,考生${String.fromCharCode(0x4e00 + at)},,高级,001,${at + 1},理论`;
  });
  return ['准考证号,姓名,证件号码,级别,考场编号,座位号,科目', ...rows].join('\r\n');
}

it('[PK2] a station killed at any instant of taking in has the day whole or no day, and takes the same package in the next time', {
  timeout: 60_000,
}, async () => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
  console.log(`KILL_SEED=${seed}`);
  const random = seededRandom(seed);
  const path = join(tempDir(), 'taking-in.json');
  // The next attempt goes on in the folder that the one before has left, until it holds a day.
  let folder = tempDir();
  const instants = Array.from({ length: KILLS - 2 }, () => random() * AFTER_MS);
  const plans: readonly KillPlan[] = [
    { path, firstNumber: 0, kind: 'inside', inserts: 1 },
    { path, firstNumber: 0, kind: 'inside', inserts: 2 + Math.floor(random() * PEOPLE) },
    ...instants.map((afterMs) => ({ path, firstNumber: 0, kind: 'any-instant', afterMs }) as const),
  ];
  let next = startKillable(CHILD, plans[0]!);
  const counts = { none: 0, whole: 0 };
  try {
    const office = await openBacked('2022-11-18 15:00');
    const chief = await makeDay(office.client);
    await importCsv(office.client, chief, { csv: rosterOf(PEOPLE), binding: { kind: 'office' } });
    for (const name of ['陈监考', '林监考'])
      await enlistAs(office.client, chief, { role: 'invigilator', room: ROOM, name });
    const made = await makePackage(office.client, chief);
    await office.station.close();
    const sent = takingIn(made, ROOM);
    writeFileSync(path, JSON.stringify(sent));
    const whole = await takenIn(tempDir());

    for (const [index, plan] of plans.entries()) {
      const child = next;
      const report = await runUntilKilled(child, plan, folder);
      const following = plans[index + 1];
      if (following !== undefined) next = startKillable(CHILD, following);
      if (plan.kind === 'inside') expect(report.wasInside).toBe(true);
      const again = await openBacked('2022-11-19 07:12', folder);
      const { stage, current, days, station } = valueOf(await again.client.invoke('station.status', {}));
      if (stage === 'no-day') {
        counts.none += 1;
        expect({ current, days, isDone: report.isDone }).toEqual({ current: null, days: [], isDone: false });
      } else {
        counts.whole += 1;
        expect({ stage, epoch: station.epoch }).toEqual({ stage: 'ready', epoch: 1 });
        expect(await typesIn(again.client)).toEqual(whole);
      }
      await again.station.close();
      if (stage !== 'no-day') folder = tempDir();
    }
    expect(await takenIn(folder)).toEqual(whole);
    console.log(`${KILLS} kills: ${counts.none} without a day, ${counts.whole} with all of it`);
    expect(counts.none).toBeGreaterThanOrEqual(2);

    async function takenIn(dataDir: string) {
      const room = await openBacked('2022-11-19 07:20', dataDir);
      const before = valueOf(await room.client.invoke('station.status', {})).current;
      const { day } = before ?? valueOf(await room.client.invoke('package.takeIn', sent));
      const types = await typesIn(room.client);
      await room.station.close();
      const report = unwrap(
        verifyJournalFile(join(dataDir, 'days', `${day}.journal`), { kind: 'real', day, anchors: [] }),
      );
      expect(report).toMatchObject({ isSound: true, firstBad: null });
      return types;
    }
  } finally {
    next.kill('SIGKILL');
  }
});

async function typesIn(client: Parameters<typeof storedEvents>[0]): Promise<readonly string[]> {
  return (await storedEvents(client)).map(({ event }) => event.type);
}
