import { expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { at, CHIEF, createReadyRoom, must } from '../../../support/sim-station.ts';

const CHOOSE: Command = { type: 'chooseCompanionSeal', alg: 'SM2-SM3' };

it('[VF7] 国密 is off until a leader chooses it, for the whole day, and is not said twice', () => {
  const station = createReadyRoom(2);
  expect(station.state.site.companionSeal).toBeNull();
  expect(station.act(CHOOSE, at('07:30'))).toMatchObject({ error: { code: 'role-not-allowed' } });
  const [event] = must(station.act(CHOOSE, at('07:30'), { actor: CHIEF }));
  expect(event).toMatchObject({ type: 'CompanionSealChosen', room: null, data: { alg: 'SM2-SM3' } });
  expect(station.state.site.companionSeal).toBe('SM2-SM3');
  const again = station.act(CHOOSE, at('07:31'), { actor: CHIEF });
  expect(again).toMatchObject({ error: { code: 'companion-already-so', rule: 'VF7' } });
  must(station.act({ type: 'chooseCompanionSeal', alg: null }, at('07:32'), { actor: CHIEF }));
  expect(station.state.site.companionSeal).toBeNull();
});
