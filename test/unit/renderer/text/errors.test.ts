import { describe, expect, it } from 'vitest';
import { errorText } from '../../../../renderer/text/errors.ts';
import type { ContractError } from '../../../../shared/contract/call.ts';
import { leave, submit } from '../../../support/paper-acts.ts';
import { at, checkIn, createReadyRoom, must } from '../../../support/sim-station.ts';

describe('a refusal in words', () => {
  it('[R27] names the rule and the second from which leaving is allowed', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(submit(1), at('08:40')));
    const refused = station.act(leave(1), at('08:41'));
    if (refused.ok) throw new Error('leaving was not refused');
    expect(errorText(refused.error).what).toBe('现在禁止离场，09:00:00 起可离场（R27）。');
  });

  it('[R25] says from when on 交卷 is open', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    const refused = station.act(submit(1), at('08:20'));
    if (refused.ok) throw new Error('the submission was not refused');
    expect(errorText(refused.error).what).toBe('现在不能交卷，08:30:00 起可以（R25）。');
  });

  it('shows a figure that is missing as a dash', () => {
    const error: ContractError = { code: 'already-submitted', rule: '', figures: {} };
    expect(errorText(error).what).toBe('此人已在 — 交卷。');
  });
});
