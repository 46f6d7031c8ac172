import { expect, it } from 'vitest';
import { previewRecord } from '../support/whole-day.ts';
import { createStation } from '../../electron/station/station.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { enactDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestPorts } from '../support/test-ports.ts';
import { PAPER } from '../support/whole-day.ts';

it('[PP4] whoever went on without his PIN is said to have on 考场情况记录单, and nobody else is', async () => {
  const { client, station, day } = await lockedOutAt('2022-11-19 08:40');
  const { first, second } = day;
  const { proof } = valueOf(await client.invoke('person.enterByName', { staff: first }));
  const note = (text: string) => ({ ...PAPER, candidate: null, kind: 'equipment', text }) as const;
  valueOf(await client.invoke('note.take', note('更换鼠标'), { actor: first, proof }));
  valueOf(await client.invoke('note.take', note('更换键盘'), { actor: second }));
  const { content } = await previewRecord(client, second);
  const said = JSON.stringify(content);
  expect(said).toContain('陈监考（未核 PIN）');
  expect(said).not.toContain('林监考（未核 PIN）');
  await station.close();
});

it('[PP4] what was answered to a name is worth nothing in the evening, however it is come by', async () => {
  const { ports, client, station, day } = await lockedOutAt('2022-11-19 08:40');
  const command = as<CommandId>('entered-by-name');
  const { proof } = valueOf(await client.invoke('person.enterByName', { staff: day.first }, { command }));
  ports.clock.setWall('2022-11-19 10:05');
  valueOf(await client.invoke('absence.record', absencesOf(day.candidates), { actor: day.second }));
  for (const paper of ['theory', 'practical'] as const) {
    ports.clock.setWall(paper === 'theory' ? '2022-11-19 10:06' : '2022-11-19 12:41');
    if (paper === 'practical') {
      const absent = { ...absencesOf(day.candidates), paper };
      valueOf(await client.invoke('absence.record', absent, { actor: day.second }));
    }
    const collect = { ...PAPER, paper, notSubmitted: [], isConfirmedByTechnician: true };
    valueOf(await client.invoke('paper.collect', collect, { actor: day.second }));
  }
  const again = valueOf(await client.invoke('person.enterByName', { staff: day.first }, { command }));
  for (const known of [proof, again.proof]) {
    expect(await client.invoke('photos.report', {}, { actor: day.first, proof: known })).toMatchObject({
      error: { code: 'signed-out' },
    });
  }
  await station.close();
});

/** A room whose first invigilator has typed five wrong PINs. */
async function lockedOutAt(time: string) {
  const ports = createTestPorts({ dataDir: tempDir() });
  const station = await createStation(ports);
  const client = createDirectClient(station);
  const day = await enactDay(client);
  ports.clock.setWall(time);
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await client.invoke('person.signIn', { staff: day.first, pin: '135790' });
    ports.clock.elapse(61_000);
  }
  return { ports, station, client, day };
}

function absencesOf(candidates: readonly CandidateCard[]): MethodInput<'absence.record'> {
  return { ...PAPER, candidates: candidates.map(({ candidate }) => candidate) };
}
