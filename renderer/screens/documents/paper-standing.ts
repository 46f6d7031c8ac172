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

export function paperStanding({ issued }: Pick<RoomState, 'issued'>, shown: ShownPaper): PaperStanding {
  const prints = issued.filter((one) => isOfPaper(one, shown));
  const seal = prints.find((one) => one.seals.length > 0)?.seals[0];
  if (seal !== undefined) {
    return { words: ABOUT_PAPER.sealed(shortTimeText(seal.at)), act: ABOUT_PAPER.openSealed };
  }
  const words = prints.length === 0 ? ABOUT_PAPER.none : ABOUT_PAPER.printed(prints.length);
  return { words, act: ABOUT_PAPER.open };
}
