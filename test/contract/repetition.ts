import { expect, it } from 'vitest';
import type { Push } from '../../shared/contract/pushes.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, valueOf } from '../support/day-scenario.ts';
import { FORMED } from './formed.ts';
import type { Scene } from './scene.ts';

/** One intent is one act, however often it is sent. */
export function describeRepetition(scene: () => Scene, day: () => EnactedDay): void {
  const lastArrival = async (): Promise<number> =>
    valueOf(await scene().client.invoke('events.since', { after: 0, limit: 5000 })).last;

  it('the same command id gets the same answer and is recorded once, one after the other and at once', async () => {
    const { client } = scene();
    const options = { command: as<CommandId>('one-intent-only'), actor: day().first };
    const before = await lastArrival();
    const input = checkInOf(day().candidates[10]!);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.invoke('checkIn.confirm', input, options)),
    );
    answers.push(await client.invoke('checkIn.confirm', input, options));
    expect(valueOf(answers[0]!).arrival).toBe(before + 1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await lastArrival()).toBe(before + 1);
  });

  it('a command id with another input is refused, and neither act is changed', async () => {
    const { client } = scene();
    const options = { command: as<CommandId>('used-for-two'), actor: day().first };
    valueOf(await client.invoke('checkIn.confirm', checkInOf(day().candidates[11]!), options));
    const before = await lastArrival();
    const other = await client.invoke('checkIn.confirm', checkInOf(day().candidates[12]!), options);
    expect(other).toMatchObject({ ok: false, error: { code: 'command-id-reused' } });
    const otherMethod = await client.invoke('signal.give', FORMED['signal.give'], options);
    expect(otherMethod).toMatchObject({ ok: false, error: { code: 'command-id-reused' } });
    expect(await lastArrival()).toBe(before);
  });
}

/** What a page hears without asking. */
export function describePushes(scene: () => Scene, day: () => EnactedDay): void {
  it('events are pushed in order of arrival, without gaps, as they can be read afterwards', async () => {
    const { client } = scene();
    const pushed: StoredEvent[] = [];
    const stop = client.subscribe((push: Push) => {
      if (push.push === 'events') pushed.push(...push.events);
    });
    const { last: before } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
    const people = day().candidates.slice(20, 28);
    const answers = await Promise.all(
      people.map((person) => client.invoke('checkIn.confirm', checkInOf(person), { actor: day().first })),
    );
    const arrivals = answers.map((answer) => valueOf(answer).arrival);
    await expect.poll(() => pushed.at(-1)?.arrival).toBe(Math.max(...arrivals));
    stop();
    expect(pushed.map(({ arrival }) => arrival)).toEqual(people.map((_, i) => before + 1 + i));
    expect(valueOf(await client.invoke('events.since', { after: before, limit: 100 })).events).toEqual(pushed);
  });

  it('the clock is pushed', async () => {
    const { client, ports } = scene();
    const push = await new Promise<Push>((resolve) => {
      const stop = client.subscribe((next) => {
        if (next.push !== 'clock') return;
        stop();
        resolve(next);
      });
    });
    expect(push).toMatchObject({ clock: { nowMs: ports.clock.wall(), rate: 1, timeInDoubt: false, notice: null } });
  });
}
