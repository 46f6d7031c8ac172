import { isOfPaper } from '../../../shared/domain/signed-papers.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { shortTimeText } from '../../text/format.ts';
import { ABOUT_PAPER } from '../../text/signed-papers.ts';
import type { ShownPaper } from './document-view.ts';

/** How a paper about one record stands, and what is to be done with it. */
export interface PaperStanding {
  /** "10:42 已封存". */
  readonly words: string;
  /** What its button says. */
  readonly act: string;
}

export function paperStanding(
  { issued, approvals }: Pick<RoomState, 'issued' | 'approvals'>,
  shown: ShownPaper,
): PaperStanding {
  const prints = issued.filter((one) => isOfPaper(one, shown));
  const seal = prints.find((one) => one.seals.length > 0)?.seals[0];
  if (seal !== undefined) {
    return { words: ABOUT_PAPER.sealed(shortTimeText(seal.at)), act: ABOUT_PAPER.openSealed };
  }
  const signed = new Set(approvals.filter((one) => !one.isUndone && isOfPaper(one, shown)).map(({ actor }) => actor));
  return { words: ABOUT_PAPER.unsealed({ signed: signed.size, copies: prints.length }), act: ABOUT_PAPER.open };
}

export function isSealed({ issued }: Pick<RoomState, 'issued'>, shown: ShownPaper): boolean {
  return issued.some((one) => one.seals.length > 0 && isOfPaper(one, shown));
}
