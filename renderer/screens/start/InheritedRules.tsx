import { useState } from 'react';
import { RULE_PARAMETERS, type RuleGroup } from '../../../shared/domain/rule-sets/catalogue.ts';
import type { Edition, RuleKey } from '../../../shared/domain/rules.ts';
import { ruleValueText } from '../../text/rule-values.ts';
import { RULE_GROUP_LABELS, RULE_LABELS } from '../../text/rules.ts';
import { EDITION_NAMES, sourceText } from '../../text/sources.ts';
import { entryOf, type RuleDrafts } from './rule-drafts.ts';
import { RuleField } from './RuleField.tsx';

interface InheritedRulesProps {
  readonly edition: Edition;
  readonly keys: readonly RuleKey[];
  readonly drafts: RuleDrafts;
  readonly confirmed: readonly RuleKey[];
  readonly problemOf: (key: RuleKey) => string | null;
  readonly onDraft: (key: RuleKey, text: string) => void;
  readonly onConfirm: (confirmed: readonly RuleKey[]) => void;
}

/** What this edition is silent about: the value of the edition before it, its place there, and the chief's word. */
export function InheritedRules({
  edition,
  keys,
  drafts,
  confirmed,
  problemOf,
  onDraft,
  onConfirm,
}: InheritedRulesProps) {
  const open = keys.filter((key) => !confirmed.includes(key) && (drafts[key] ?? '') === '');
  const groups = [...new Set(RULE_PARAMETERS.map((parameter) => parameter.group))]
    .map((group) => ({ group, rows: keys.filter((key) => groupOf(key) === group) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <section className="card">
      <div className="card-head">
        <h2 className="card-title">本版没有写明，沿用前版，请确认（{keys.length}）</h2>
        <button
          type="button"
          className="button button-small"
          disabled={open.length === 0}
          onClick={() => onConfirm(keys)}
        >
          {open.length === 0 ? '已全部确认' : '全部确认'}
        </button>
      </div>
      {groups.map(({ group, rows }) => (
        <div key={group} className="inherited-group">
          <h3 className="inherited-title">{RULE_GROUP_LABELS[group]}</h3>
          {rows.map((key) => (
            <InheritedRow
              key={key}
              edition={edition}
              ruleKey={key}
              draft={drafts[key] ?? ''}
              isConfirmed={confirmed.includes(key)}
              problem={problemOf(key)}
              onDraft={(text) => onDraft(key, text)}
              onConfirm={(isConfirmed) =>
                onConfirm(isConfirmed ? [...confirmed, key] : confirmed.filter((other) => other !== key))
              }
            />
          ))}
        </div>
      ))}
    </section>
  );
}

function groupOf(key: RuleKey): RuleGroup | undefined {
  return RULE_PARAMETERS.find((parameter) => parameter.key === key)?.group;
}

interface InheritedRowProps {
  readonly edition: Edition;
  readonly ruleKey: RuleKey;
  readonly draft: string;
  readonly isConfirmed: boolean;
  readonly problem: string | null;
  readonly onDraft: (text: string) => void;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

function InheritedRow({ edition, ruleKey, draft, isConfirmed, problem, onDraft, onConfirm }: InheritedRowProps) {
  const [isTyping, setTyping] = useState(draft !== '');
  const entry = entryOf(edition, ruleKey);
  if (entry.status !== 'inherit') return null;
  if (isTyping) {
    return (
      <div className="inherited-row inherited-typing">
        <RuleField edition={edition} ruleKey={ruleKey} draft={draft} problem={problem} onDraft={onDraft} />
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            onDraft('');
            setTyping(false);
          }}
        >
          仍用原值
        </button>
      </div>
    );
  }
  return (
    <div
      className={problem === null ? 'inherited-row' : 'inherited-row inherited-open'}
      data-open={problem !== null || undefined}
    >
      <label className="check">
        <input type="checkbox" checked={isConfirmed} onChange={(event) => onConfirm(event.target.checked)} />
        <span>{RULE_LABELS[ruleKey]}</span>
      </label>
      <span className="inherited-value figures">{ruleValueText(ruleKey, entry.value)}</span>
      <span className="quiet">
        {sourceText(entry.source).startsWith('20') ? '' : `${EDITION_NAMES[entry.from]} `}
        {sourceText(entry.source)}
      </span>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`改填${RULE_LABELS[ruleKey]}`}
        onClick={() => setTyping(true)}
      >
        改填
      </button>
    </div>
  );
}
