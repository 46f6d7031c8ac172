import { expect, it } from 'vitest';
import { createTries } from '../../../../../electron/station/keys/tries.ts';
import { identify } from '../../../../../electron/station/people/identify.ts';
import { Proofs } from '../../../../../electron/station/people/proofs.ts';
import { approvalCodeOf, listApprovalCodes } from '../../../../../electron/station/package/approval-codes.ts';
import { callSchema } from '../../../../../shared/contract/call.ts';
import { as, type CommandId } from '../../../../../shared/ids.ts';
import { CHIEF, createReadyRoom, ROOM } from '../../../../support/sim-station.ts';

const SECRET = new Uint8Array(32).fill(7);
const CALL = callSchema.parse({
  command: null,
  actor: null,
  proof: null,
  second: null,
  secondProof: null,
  approverProof: null,
  approvalCode: null,
  occurredAt: null,
  reason: null,
  input: {},
});
const ids = { bytes: (count: number) => new Uint8Array(count), id: () => 'id' };

/** A room with the chief's codes, and somebody who types what he was told for number 3. */
async function aRoomWithCodes() {
  const { kdf, codes } = await listApprovalCodes(SECRET, ROOM, { ids, codeCost: { n: 1024, r: 8, p: 1 } });
  const { state } = createReadyRoom(1);
  const approvalCodes = { [ROOM]: codes.map((code) => ({ ...code, kdf })) };
  const day = {
    binding: { kind: 'room', room: ROOM },
    state: { ...state, site: { ...state.site, approvalCodes } },
  } as const;
  const given = {
    day,
    proofs: new Proofs(),
    codeTries: createTries(),
    act: 'act',
    command: as<CommandId>('command-1'),
  };
  const input = { approval: { approver: CHIEF, how: 'code', number: 3 } };
  return (approvalCode: string, elapsedMs: number) =>
    identify({ ...given, input, call: { ...CALL, approvalCode }, elapsedMs });
}

it('[D22] wrong codes count one after the other, also where they are sent all at once, and who must wait is told so', async () => {
  const type = await aRoomWithCodes();
  const right = approvalCodeOf(SECRET, ROOM, 3);
  const wrong = await Promise.all(Array.from({ length: 10 }, () => type(right === '00000000' ? '1' : '00000000', 0)));
  expect(wrong.filter((answer) => answer.ok)).toHaveLength(3);
  expect(wrong.at(-1)).toMatchObject({ error: { code: 'approval-code-wrong', figures: { number: 3, seconds: 2 } } });
  expect(await type(right, 1000)).toMatchObject({ error: { figures: { seconds: 1 } } });
  expect(await type(right, 2000)).toMatchObject({ ok: true, value: { approvedBy: 'code' } });
});
