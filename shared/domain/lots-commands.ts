import type { LotOutcome, LotSource, LotTask } from './lots-draw.ts';

/** 抽签, drawn already: the randomness and the hash are the station's. */
export interface DrawLots extends LotTask, LotSource, LotOutcome {
  readonly type: 'drawLots';
}

/** Why lots were not drawn. */
export type LotRefusalCode =
  | 'lots-not-in-rules'
  | 'lots-nothing-to-draw'
  | 'lots-closed'
  | 'lots-too-few-people'
  | 'lots-changed'
  | 'lots-not-possible';
