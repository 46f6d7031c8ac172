import { useId } from 'react';
import { ruleParameter } from '../../../shared/domain/rule-sets/catalogue.ts';
import type { Edition, RuleKey } from '../../../shared/domain/rules.ts';
import { Mark } from '../../components/Mark.tsx';
import { ruleValueText, unitText } from '../../text/rule-values.ts';
import { RULE_CHOICES, RULE_LABELS } from '../../text/rules.ts';
import { sourceText } from '../../text/sources.ts';
import { draftOf, entryOf, isTypable } from './rule-drafts.ts';

interface RuleFieldProps {
  readonly edition: Edition;
  readonly ruleKey: RuleKey;
  readonly draft: string;
  readonly problem: string | null;
  readonly onDraft: (text: string) => void;
}

/** One parameter: printed and fixed, or typed by the chief in the form that its kind asks for. */
export function RuleField({ edition, ruleKey, draft, problem, onDraft }: RuleFieldProps) {
  const entry = entryOf(edition, ruleKey);
  const known = entry.status === 'unset' ? undefined : entry.value;
  const shown = draft === '' ? draftOf(ruleKey, known) : draft;
  const hint = hintOf(edition, ruleKey);
  if (!isTypable(edition, ruleKey)) {
    return (
      <div className="field">
        <span className="field-label">{RULE_LABELS[ruleKey]}</span>
        <span className="rule-fixed figures">{ruleValueText(ruleKey, known)}</span>
        <span className="field-hint">{hint}</span>
      </div>
    );
  }
  const parameter = ruleParameter(ruleKey);
  if (parameter.kind === 'boolean') {
    return (
      <Segments
        ruleKey={ruleKey}
        options={['true', 'false']}
        value={shown}
        hint={hint}
        problem={problem}
        onPick={onDraft}
      />
    );
  }
  if (parameter.kind === 'choice') {
    return (
      <Segments
        ruleKey={ruleKey}
        options={parameter.options}
        value={shown}
        hint={hint}
        problem={problem}
        onPick={onDraft}
      />
    );
  }
  return <NumberLine ruleKey={ruleKey} value={shown} hint={hint} problem={problem} onDraft={onDraft} />;
}

function hintOf(edition: Edition, key: RuleKey): string {
  const entry = entryOf(edition, key);
  if (entry.status === 'unset' && entry.suggestion !== undefined) {
    return `${sourceText(entry.source)}；可取 ${ruleValueText(key, entry.suggestion)}`;
  }
  return sourceText(entry.source);
}

interface SegmentsProps {
  readonly ruleKey: RuleKey;
  readonly options: readonly string[];
  readonly value: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly onPick: (option: string) => void;
}

function Segments({ ruleKey, options, value, hint, problem, onPick }: SegmentsProps) {
  return (
    <fieldset className="field" data-open={problem !== null || undefined}>
      <legend className="field-label">{RULE_LABELS[ruleKey]}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option} className="segment">
            <input type="radio" name={ruleKey} checked={value === option} onChange={() => onPick(option)} />
            <span>{optionText(option)}</span>
          </label>
        ))}
      </div>
      <FieldNote hint={hint} problem={problem} />
    </fieldset>
  );
}

function optionText(option: string): string {
  if (option === 'true') return '是';
  return option === 'false' ? '否' : (RULE_CHOICES[option] ?? option);
}

interface NumberLineProps {
  readonly ruleKey: RuleKey;
  readonly value: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly onDraft: (text: string) => void;
}

function NumberLine({ ruleKey, value, hint, problem, onDraft }: NumberLineProps) {
  const id = useId();
  const { before, after, placeholder } = surroundings(ruleKey);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {RULE_LABELS[ruleKey]}
      </label>
      <span className="number-line">
        {before}
        <input
          id={id}
          className="input figures number-input"
          inputMode="numeric"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          aria-invalid={problem !== null}
          onChange={(event) => onDraft(event.target.value)}
        />
        {after}
      </span>
      <FieldNote hint={hint} problem={problem} />
    </div>
  );
}

function surroundings(key: RuleKey): { before: string; after: string; placeholder: string } {
  const parameter = ruleParameter(key);
  switch (parameter.kind) {
    case 'minute-of-day':
      return { before: '', after: '', placeholder: '08:30' };
    case 'offset':
      return { before: parameter.max < 0 ? '开考前' : '开考后', after: '分钟', placeholder: '' };
    case 'minute-list':
      return { before: '结束前', after: '分钟', placeholder: '5' };
    case 'ratio':
      return { before: '', after: '%', placeholder: '' };
    default:
      return { before: '', after: unitText(parameter.kind), placeholder: '' };
  }
}

function FieldNote({ hint, problem }: { readonly hint: string; readonly problem: string | null }) {
  if (problem === null) return <span className="field-hint">{hint}</span>;
  return (
    <span className="field-problem">
      <Mark shape="late" />
      {problem}
    </span>
  );
}
