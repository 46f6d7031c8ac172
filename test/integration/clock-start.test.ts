import { describe, expect, it } from 'vitest';
import { doubtfulActs } from '../../shared/domain/doubtful-time.ts';
import { permitsAt } from '../../shared/domain/timeline.ts';
import { shortTimeText } from '../../renderer/text/format.ts';
import {
  ACCEPT,
  admit,
  beijing,
  cardAt,
  HOUR,
  MINUTE,
  official,
  openRoom,
  type Opened,
  PAPER,
  readClock,
  restart,
  roomOf,
  setClock,
  sheetText,
  theoryOf,
} from '../support/clock-room.ts';
import { type EnactedDay, valueOf } from '../support/day-scenario.ts';

describe('a start whose clock is earlier than the last record', () => {
  /** The battery was flat: it is 2000 again, and the last record was made at 08:20. */
  async function startBehind(): Promise<Opened & { readonly day: EnactedDay }> {
    const opened = await openRoom();
    opened.clock.setWall('2022-11-19 08:20');
    valueOf(await admit(opened.client, opened.day, 0));
    return { ...(await restart(opened, '2000-01-01 00:00')), day: opened.day };
  }

  it('[CK4][CK6] check-in goes on, two type the official time, and acts are 时间待核 on the papers too', async () => {
    const { client, clock, day } = await startBehind();
    clock.advance(MINUTE);
    valueOf(await admit(client, day, 1));
    expect(await setClock(client, day, ACCEPT)).toMatchObject({ error: { code: 'time-out-of-range' } });
    expect(await setClock(client, day, official('08:00:00', '2022-12-19'))).toMatchObject({
      error: { code: 'time-out-of-range' },
    });
    valueOf(await setClock(client, day, official('08:35:00')));
    clock.advance(MINUTE);
    valueOf(await admit(client, day, 2));
    expect(await readClock(client)).toMatchObject({
      nowMs: beijing('08:36:00'),
      timeInDoubt: true,
      notice: { code: 'official-time' },
    });
    const room = await roomOf(client);
    expect(doubtfulActs(room).map((act) => shortTimeText(act.at))).toEqual(['08:21', '08:36']);
    expect(await sheetText(client, day)).toContain('时间待核');
  });

  it('[CK7] the chief ratifies: neither what was recorded before nor what comes is in doubt any more', async () => {
    const { client, clock, day } = await startBehind();
    valueOf(await admit(client, day, 1));
    valueOf(await setClock(client, day, official('08:35:00')));
    expect(await client.invoke('clock.ratify', {}, { actor: day.first })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    valueOf(await client.invoke('clock.ratify', {}, { actor: day.chief }));
    clock.advance(MINUTE);
    valueOf(await admit(client, day, 2));
    expect(await readClock(client)).toMatchObject({ timeInDoubt: false, notice: { code: 'official-time' } });
    expect(valueOf(await client.invoke('station.status', {})).lights.clock.state).toBe('good');
    const room = await roomOf(client);
    expect(doubtfulActs(room)).toEqual([]);
    expect(room.candidates[cardAt(day, 2).candidate]?.acts.theory[0]).toMatchObject({
      at: beijing('08:36:00'),
      timeInDoubt: false,
    });
    expect(await sheetText(client, day)).not.toContain('时间待核');
    expect(await client.invoke('clock.ratify', {}, { actor: day.chief })).toMatchObject({
      error: { code: 'nothing-in-doubt' },
    });
  });

  it('[CK6] a wrong official time is typed anew', async () => {
    const { client, day } = await startBehind();
    valueOf(await setClock(client, day, official('18:35:00')));
    expect(await admit(client, day, 1)).toMatchObject({ error: { code: 'entry-closed' } });
    valueOf(await setClock(client, day, official('08:35:00')));
    valueOf(await admit(client, day, 1));
  });

  it('[CK6] a computer set right to the typed time is believed again', async () => {
    const { client, clock, day } = await startBehind();
    valueOf(await setClock(client, day, official('08:35:00')));
    clock.jumpWall(beijing('08:35:01') - clock.wall());
    expect(await readClock(client)).toMatchObject({ nowMs: beijing('08:35:01'), timeInDoubt: false, notice: null });
  });

  it('[CK4][CK6] switched off and on again on typed time, it goes on from its last record', async () => {
    const opened = await startBehind();
    const { client, day } = opened;
    valueOf(await setClock(client, day, official('08:35:00')));
    const again = await restart(opened, '2000-01-01 00:10');
    expect(await readClock(again.client)).toMatchObject({
      nowMs: beijing('08:35:00'),
      timeInDoubt: true,
      notice: { code: 'started-behind' },
    });
    valueOf(await setClock(again.client, day, official('08:41:00')));
    valueOf(await admit(again.client, day, 1));
  });

  it('[CK6] on a computer that runs an hour ahead of the typed time, switched off and on again, it is not believed either', async () => {
    const opened = await openRoom();
    const { client, clock, day } = opened;
    clock.setWall('2022-11-19 08:40');
    await readClock(client);
    clock.jumpWall(HOUR);
    await readClock(client);
    valueOf(await setClock(client, day, official('08:41:00')));
    valueOf(await admit(client, day, 0));
    const again = await restart(opened, '2022-11-19 09:44');
    expect(await readClock(again.client)).toMatchObject({
      nowMs: beijing('08:45:00'),
      timeInDoubt: true,
      notice: { code: 'official-time', deltaMs: HOUR - MINUTE },
    });
    valueOf(await admit(again.client, day, 1));
  });
});

describe('a restart during a pause', () => {
  it('[D24] finds the paper paused, and the lost time runs from the pause to the resuming', async () => {
    const opened = await openRoom();
    const { client, clock, day } = opened;
    clock.setWall('2022-11-19 08:50');
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '停电' }, { actor: day.first }));
    const again = await restart(opened, '2022-11-19 09:05');
    const before = await theoryOf(again.client);
    expect(before.pausedSince).toBe(beijing('08:50:00'));
    const { nowMs, notice } = await readClock(again.client);
    expect([nowMs, notice]).toEqual([beijing('09:05:00'), null]);
    expect(permitsAt(before, (await roomOf(again.client)).day!.rules.values, nowMs).answer).toMatchObject({
      allowed: false,
      until: null,
    });
    again.clock.setWall('2022-11-19 09:08');
    valueOf(await again.client.invoke('paper.resume', { ...PAPER, extension: null }, { actor: day.first }));
    const { adjustments } = (await roomOf(again.client)).course;
    expect(adjustments.theory).toMatchObject([{ kind: 'pause' }, { kind: 'resume', lostMs: 18 * MINUTE }]);
  });

  it('[CK4][D24] with a clock that stands before the pause is still paused, and is resumed at the official time', async () => {
    const opened = await openRoom();
    const { client, clock, day } = opened;
    clock.setWall('2022-11-19 08:50');
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '停电' }, { actor: day.first }));
    const again = await restart(opened, '2000-01-01 00:00');
    expect((await theoryOf(again.client)).pausedSince).toBe(beijing('08:50:00'));
    valueOf(await setClock(again.client, day, official('09:08:00')));
    valueOf(await again.client.invoke('paper.resume', { ...PAPER, extension: null }, { actor: day.first }));
    const [, resume] = (await roomOf(again.client)).course.adjustments.theory;
    expect(resume).toMatchObject({ lostMs: 18 * MINUTE, timeInDoubt: true });
  });
});
