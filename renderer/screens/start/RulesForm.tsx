import { RULE_PARAMETERS } from '../../../shared/domain/rule-sets/catalogue.ts';
import type { RuleAnswerProblem } from '../../../shared/domain/rule-sets/resolve.ts';
import type { Edition, RuleKey } from '../../../shared/domain/rules.ts';
import { fieldProblemText } from '../../text/rules.ts';
import { InheritedRules } from './InheritedRules.tsx';
import { formPlace, type RuleDrafts } from './rule-drafts.ts';
import { RuleField } from './RuleField.tsx';
import { TimetableForm } from './TimetableForm.tsx';

interface RulesFormProps {
  readonly edition: Edition;
  readonly drafts: RuleDrafts;
  readonly confirmed: readonly RuleKey[];
  readonly problems: readonly RuleAnswerProblem[];
  readonly onDraft: (key: RuleKey, text: string) => void;
  readonly onConfirm: (confirmed: readonly RuleKey[]) => void;
}

/** Everything that the edition leaves to the chief: the timetable first, then what is typed, then what is taken over. */
export function RulesForm({ edition, drafts, confirmed, problems, onDraft, onConfirm }: RulesFormProps) {
  const problemOf = (key: RuleKey): string | null => {
    const problem = problems.find((one) => 'key' in one && one.key === key);
    return problem === undefined ? null : fieldProblemText(problem);
  };
  const keysAt = (place: ReturnType<typeof formPlace>) =>
    RULE_PARAMETERS.filter(({ key }) => formPlace(edition, key) === place).map(({ key }) => key);
  const typed = keysAt('typed');
  const inherited = keysAt('inherited');
  const changeable = keysAt('changeable');
  const field = (key: RuleKey) => (
    <RuleField
      key={key}
      edition={edition}
      ruleKey={key}
      draft={drafts[key] ?? ''}
      problem={problemOf(key)}
      onDraft={(text) => onDraft(key, text)}
    />
  );
  return (
    <>
      <TimetableForm edition={edition} drafts={drafts} problemOf={problemOf} onDraft={onDraft} />
      {typed.length > 0 && (
        <section className="card">
          <h2 className="card-title">手册没有写明，请填写（{typed.length}）</h2>
          <div className="rule-grid">{typed.map(field)}</div>
        </section>
      )}
      {inherited.length > 0 && (
        <InheritedRules
          edition={edition}
          keys={inherited}
          drafts={drafts}
          confirmed={confirmed}
          problemOf={problemOf}
          onDraft={onDraft}
          onConfirm={onConfirm}
        />
      )}
      {changeable.length > 0 && (
        <details className="card">
          <summary className="card-summary">手册说法不一、可以改选的（{changeable.length}），不改即按手册</summary>
          <div className="rule-grid">{changeable.map(field)}</div>
        </details>
      )}
    </>
  );
}
