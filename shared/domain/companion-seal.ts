import { z } from 'zod';
import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState } from './state.ts';

/** 国密: how a sealed file may be signed a second time. No certified module is behind it. */
export const companionAlgSchema = z.enum(['SM2-SM3']);
export type CompanionAlg = z.infer<typeof companionAlgSchema>;

/** Whether this day's sealed papers get a second signature, and by what; null = none, as it is until somebody chooses. */
export const companionSealEventSchemas = {
  CompanionSealChosen: z.strictObject({ alg: companionAlgSchema.nullable() }),
} as const;

export interface ChooseCompanionSeal {
  readonly type: 'chooseCompanionSeal';
  readonly alg: CompanionAlg | null;
}

export type CompanionRefusalCode = 'companion-already-so';

/** VF7: for the whole day, from the next seal on; what is sealed already stays as it is. */
export function decideChooseCompanionSeal(
  state: DayState,
  { alg }: ChooseCompanionSeal,
  context: DecideContext,
): Decision {
  if (state.site.companionSeal === alg) return refuse('companion-already-so', 'VF7');
  return accept({
    type: 'CompanionSealChosen',
    data: { alg },
    room: null,
    paper: null,
    occurredAt: context.occurredAt ?? context.nowMs,
  });
}
