import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ViolationKind } from '../../../shared/domain/violations.ts';
import { Mark } from '../../components/Mark.tsx';
import { VIOLATION_CLASS_LABELS } from '../../text/acts.ts';
import { groupViolations } from './violation-draft.ts';

interface CodePickerProps {
  readonly kinds: readonly ViolationKind[];
  readonly value: string | null;
  readonly onChange: (code: string) => void;
}

/** The catalogue by class; a code or a word of the behaviour narrows it. */
export function CodePicker({ kinds, value, onChange }: CodePickerProps) {
  const name = useId();
  const field = useRef<HTMLInputElement>(null);
  // Where the first key of the dialog belongs.
  useEffect(() => field.current?.focus(), []);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => groupViolations(kinds, query), [kinds, query]);
  return (
    <fieldset className="codes">
      <legend className="field-label">违规代码</legend>
      <div className="codes-search">
        <Mark shape="search" />
        <input
          ref={field}
          className="input figures"
          aria-label="按代码或词查找"
          placeholder="代码或词，如 64、手机、旁窥"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className="codes-list">
        {groups.length === 0 && <p className="quiet codes-none">没有符合的代码；可选 59、69、85「其他」。</p>}
        {groups.map((group) => (
          <fieldset key={group.class}>
            <legend className="codes-class">{VIOLATION_CLASS_LABELS[group.class]}</legend>
            {group.kinds.map((kind) => (
              <label key={kind.code} className="code">
                <input
                  type="radio"
                  name={name}
                  value={kind.code}
                  checked={value === kind.code}
                  onChange={() => onChange(kind.code)}
                />
                <strong className="figures">{kind.code}</strong>
                <span>{kind.behaviour}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
