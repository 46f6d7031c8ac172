import { useId } from 'react';
import type { FoundCopyView } from '../../../shared/contract/backup-methods.ts';
import { copyLines, copyTitle } from '../../text/backup.ts';

interface CopyListProps {
  readonly label: string;
  readonly copies: readonly FoundCopyView[];
  readonly chosen: string | null;
  readonly onChoose: (folder: string) => void;
  /** Why a copy cannot be chosen; null where it can. */
  readonly objection: (copy: FoundCopyView) => string | null;
}

/** Copies to choose one from: whose, of which day, how new. */
export function CopyList({ label, copies, chosen, onChoose, objection }: CopyListProps) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="copy-list">
        {copies.map((copy) => {
          const why = objection(copy);
          const [first, second] = copyLines(copy);
          return (
            <label key={copy.folder} className="choice copy" data-disabled={why === null ? undefined : ''}>
              <input
                type="radio"
                name={name}
                checked={chosen === copy.folder}
                disabled={why !== null}
                onChange={() => onChoose(copy.folder)}
              />
              <span className="copy-room figures">{copyTitle(copy)}</span>
              <span className="copy-words figures">
                <span>{first}</span>
                <span className="quiet">{second}</span>
                {why !== null && <span className="copy-why">{why}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
