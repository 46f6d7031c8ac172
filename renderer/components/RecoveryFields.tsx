import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { judgeGroup } from '../../shared/code-groups.ts';
import { RECOVERY_GROUPS } from '../../shared/recovery-code.ts';
import { recoveryFieldsText } from '../text/recovery.ts';
import { Mark } from './Mark.tsx';
import { type CodeGroups, noGroups, pasteGroups, type Typed, typeGroup, wrongGroups } from './recovery-typing.ts';

/** What is typed of a code, whether every group is one, and whether nothing is typed that a stray Esc would throw away. */
export function useRecoveryGroups(count = RECOVERY_GROUPS) {
  const [groups, setGroups] = useState<CodeGroups>(() => noGroups(count));
  return {
    groups,
    setGroups,
    isWhole: groups.every((group) => judgeGroup(group) === 'good'),
    isEmpty: groups.every((group) => group === ''),
  };
}

/** What the fields say of the code that is typed into them. */
export interface CodeFieldWords {
  readonly legend: string;
  readonly group: (at: number) => string;
  readonly hint: string;
  readonly proofHint: string;
  readonly wrong: (groups: readonly number[]) => string;
  readonly good: string;
  readonly left: (count: number) => string;
}

interface RecoveryFieldsProps {
  readonly groups: CodeGroups;
  readonly onChange: (groups: CodeGroups) => void;
  readonly words?: CodeFieldWords;
  readonly takesFocus?: boolean;
  /** True where typing proves that the paper can be read: what is pasted comes from the screen. */
  readonly isProof?: boolean;
}

/** A field for each group, which judges it as it is typed: a whole one leads on to the next, a wrong one is told and stays. */
export function RecoveryFields({
  groups,
  onChange,
  words = recoveryFieldsText,
  takesFocus = false,
  isProof = false,
}: RecoveryFieldsProps) {
  const id = useId();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  useEffect(() => {
    if (takesFocus) fields.current[0]?.focus();
  }, [takesFocus]);

  function take({ groups: next, goTo }: Typed): void {
    onChange(next);
    if (goTo !== null) fields.current[goTo]?.focus();
  }

  function type(at: number, text: string, isComposing: boolean): void {
    // What an input method has not yet settled is left as it is until it has.
    if (isComposing) onChange(groups.with(at, text));
    else take(typeGroup(groups, at, text));
  }

  function paste(event: ClipboardEvent, at: number): void {
    event.preventDefault();
    if (isProof) return;
    take(pasteGroups(groups, at, event.clipboardData.getData('text')));
  }

  function goBack(event: KeyboardEvent, at: number): void {
    if (event.key !== 'Backspace' || groups[at] !== '' || at === 0) return;
    event.preventDefault();
    fields.current[at - 1]?.focus();
  }

  const verdicts = groups.map(judgeGroup);
  const wrong = wrongGroups(groups);
  return (
    <fieldset className="recovery">
      <legend className="field-label">{words.legend}</legend>
      <div className="recovery-groups">
        {groups.map((group, at) => (
          <div key={words.group(at + 1)} className="recovery-group">
            <label className="recovery-label" htmlFor={`${id}-${at}`}>
              {words.group(at + 1)}
            </label>
            <span className="recovery-box">
              <input
                ref={(field) => {
                  fields.current[at] = field;
                }}
                id={`${id}-${at}`}
                className="input figures"
                inputMode="numeric"
                autoComplete="off"
                spellCheck={false}
                value={group}
                aria-invalid={verdicts[at] === 'wrong'}
                aria-describedby={`${id}-note`}
                onFocus={(event) => event.target.select()}
                onChange={
                  (event) => type(at, event.target.value, (event.nativeEvent as InputEvent).isComposing) // an input's change is one
                }
                onCompositionEnd={(event) => type(at, event.currentTarget.value, false)}
                onPaste={(event) => paste(event, at)}
                onKeyDown={(event) => goBack(event, at)}
              />
              {verdicts[at] === 'good' && <Mark shape="done" />}
            </span>
          </div>
        ))}
      </div>
      <p id={`${id}-note`} className={wrong.length > 0 ? 'field-problem' : 'field-hint'} aria-live="polite">
        {wrong.length > 0 && <Mark shape="late" />}
        {noteOf(words, verdicts, { wrong, isProof })}
      </p>
    </fieldset>
  );
}

function noteOf(
  words: CodeFieldWords,
  verdicts: readonly ReturnType<typeof judgeGroup>[],
  { wrong, isProof }: { readonly wrong: readonly number[]; readonly isProof: boolean },
): string {
  if (wrong.length > 0) return words.wrong(wrong);
  const left = verdicts.filter((verdict) => verdict !== 'good').length;
  if (left === 0) return words.good;
  if (left < verdicts.length) return words.left(left);
  return isProof ? words.proofHint : words.hint;
}
