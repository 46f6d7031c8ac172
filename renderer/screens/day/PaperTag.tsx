import type { PaperId } from '../../../shared/ids.ts';
import { PAPER_LABELS } from '../../text/words.ts';

/** Which paper an item of the rail belongs to: their items may stand between each other (C04). */
export function PaperTag({ paper }: { readonly paper: PaperId }) {
  return (
    <span className={paper === 'theory' ? 'tag paper-tag' : 'tag paper-tag tone-moved'}>{PAPER_LABELS[paper]}</span>
  );
}
