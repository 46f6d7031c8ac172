import type { Edition } from '../../../shared/domain/rules.ts';
import { Mark } from '../../components/Mark.tsx';
import { rulePlace } from '../../text/sources.ts';
import type { PermitWords } from './permit-words.ts';

/** What is allowed now and until when, by colour, shape and word. */
export function PermitChips({ words, edition }: { readonly words: readonly PermitWords[]; readonly edition: Edition }) {
  return (
    <ul className="chips" aria-label="现在准许">
      {words.map((permit) => (
        <li
          key={permit.key}
          className={permit.isAllowed ? 'chip chip-allowed' : 'chip'}
          title={`${permit.word} ${permit.until}（${rulePlace(permit.rule, edition)}）`}
        >
          <Mark shape={permit.isAllowed ? 'allowed' : 'forbidden'} />
          <span className="chip-word">{permit.word}</span>
          <span className="chip-until">{permit.until}</span>
        </li>
      ))}
    </ul>
  );
}
