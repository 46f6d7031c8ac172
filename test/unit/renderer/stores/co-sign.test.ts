import { expect, it } from 'vitest';
import { askToCoSign, type CoSignRequest, useCoSign } from '../../../../renderer/stores/co-sign.ts';
import { as, type StaffId } from '../../../../shared/ids.ts';

const request = (staff: string): CoSignRequest => ({
  staff: as<StaffId>(staff),
  as: 'second',
  act: { method: 'note.take', actor: null, second: null, occurredAt: null, reason: null, input: {} },
});

it('who is asked while another is being asked keeps his question; the other is told that nobody confirmed', async () => {
  const first = askToCoSign(request('first'));
  const late = useCoSign.getState().open?.answer;
  const second = askToCoSign(request('second'));
  await expect(first).resolves.toBeNull();
  late?.(null); // the first one's minute is over
  expect(useCoSign.getState().open?.request.staff).toBe('second');
  useCoSign.getState().open?.answer('proof of the second');
  await expect(second).resolves.toBe('proof of the second');
  expect(useCoSign.getState().open).toBeNull();
});
