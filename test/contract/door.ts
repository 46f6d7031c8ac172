import { expect, it } from 'vitest';
import { SCENARIO_DAY } from '../support/day-scenario.ts';
import { callOf, COMMANDS, FORMED, METHOD_NAMES, NOBODY, STAFF_METHODS } from './formed.ts';
import type { Scene } from './scene.ts';

const BAD_INPUT = { ok: false, error: { code: 'bad-input' } };

/** What no call may look like, the same with a day and without. */
export function describeForm(scene: () => Scene): void {
  it.each(['no.such', 'station', 'constructor', '__proto__', 'toString', 'Station.Status', 'station.status.'])(
    'an unknown method is said to be unknown: %s',
    async (method) => {
      const answer = await scene().send(method, callOf('station.status'));
      expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  it.each(METHOD_NAMES)('%s takes no field that it does not know', async (method) => {
    const surplus = { ...FORMED[method], surplus: 1 };
    expect(await scene().send(method, callOf(method, { input: surplus }))).toMatchObject(BAD_INPUT);
  });

  it.each(METHOD_NAMES)('%s takes no input of another kind', async (method) => {
    for (const input of [null, 'text', 5, [], [FORMED[method]]]) {
      expect(await scene().send(method, callOf(method, { input })), JSON.stringify(input)).toMatchObject(BAD_INPUT);
    }
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'call'],
    ['without its fields', {}],
    ['with a field too many', { ...callOf('station.status'), surplus: 1 }],
    ['with an actor of another kind', { ...callOf('station.status'), actor: 5 }],
    ['with a command id that is too short', { ...callOf('station.status'), command: 'x' }],
    ['with an instant that is none', { ...callOf('station.status'), occurredAt: -1 }],
    ['with an empty reason', { ...callOf('station.status'), reason: ' ' }],
  ])('a call that is %s is refused', async (_, call) => {
    expect(await scene().send('station.status', call)).toMatchObject(BAD_INPUT);
  });

  it.each(COMMANDS)('%s without a command id is refused', async (method) => {
    const answer = await scene().send(method, callOf(method, { command: null }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'command-id-missing' } });
  });

  it('a text with half a character is refused at the door', async () => {
    const input = { ...SCENARIO_DAY, title: '\ud842' };
    expect(await scene().send('day.make', callOf('day.make', { input }))).toMatchObject(BAD_INPUT);
  });
}

/** Nobody acts without a name. */
export function describeAuthority(scene: () => Scene): void {
  it.each(STAFF_METHODS)('%s asks who acts', async (method) => {
    for (const actor of [null, NOBODY]) {
      const answer = await scene().client.invoke(method, FORMED[method], { actor });
      expect(answer, String(actor)).toMatchObject({ ok: false, error: { code: 'actor-unknown' } });
    }
  });
}
