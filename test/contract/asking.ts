import { expect } from 'vitest';
import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { CallOptions, StationClient } from '../../shared/contract/client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { StaffId } from '../../shared/ids.ts';
import { valueOf } from '../support/day-scenario.ts';

/** Asks as one person, for an answer or for a refusal of a certain code. */
export function asking(client: StationClient, actor: StaffId) {
  return {
    ok: async <M extends MethodName>(
      method: M,
      input: MethodInput<M>,
      options: CallOptions = {},
    ): Promise<MethodOutput<M>> => valueOf(await client.invoke(method, input, { actor, ...options })),
    refused: async <M extends MethodName>(
      method: M,
      input: MethodInput<M>,
      code: ContractErrorCode,
      options: CallOptions = {},
    ): Promise<void> => {
      const answer = await client.invoke(method, input, { actor, ...options });
      expect(answer, `${method} → ${code}`).toMatchObject({ ok: false, error: { code } });
    },
  };
}
