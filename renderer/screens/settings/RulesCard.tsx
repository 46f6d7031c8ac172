import { RULE_PARAMETERS, type RuleGroup } from '../../../shared/domain/rule-sets/catalogue.ts';
import { RULE_SETS } from '../../../shared/domain/rule-sets/rule-sets.ts';
import type { DayRules, RuleKey } from '../../../shared/domain/rules.ts';
import { useDay } from '../../stores/room-view.ts';
import { ruleValueText } from '../../text/rule-values.ts';
import { ORIGIN_LABELS, RULE_GROUP_LABELS, RULE_LABELS } from '../../text/rules.ts';
import { EDITION_NAMES, sourceText } from '../../text/sources.ts';

/** Every rule in force today, with its value and where it comes from. */
export function RulesCard() {
  const day = useDay();
  if (day === null) return null;
  const groups = [...new Set(RULE_PARAMETERS.map(({ group }) => group))];
  return (
    <section className="card">
      <h2 className="card-title">今日规则（{EDITION_NAMES[day.rules.edition]}），建立考核日后不再改动</h2>
      {groups.map((group, index) => (
        <GroupTable key={group} group={group} rules={day.rules} isOpen={index === 0} />
      ))}
    </section>
  );
}

interface GroupTableProps {
  readonly group: RuleGroup;
  readonly rules: DayRules;
  readonly isOpen: boolean;
}

function GroupTable({ group, rules, isOpen }: GroupTableProps) {
  const keys = RULE_PARAMETERS.filter((parameter) => parameter.group === group).map(({ key }) => key);
  return (
    <details className="rule-group" open={isOpen}>
      <summary className="card-summary">
        {RULE_GROUP_LABELS[group]} <span className="quiet figures">{keys.length}</span>
      </summary>
      <table className="table">
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{RULE_LABELS[key]}</th>
              <td className="figures rule-value">{ruleValueText(key, rules.values[key])}</td>
              <td className="quiet">{originText(rules, key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function originText({ edition, origins }: DayRules, key: RuleKey): string {
  const origin = origins[key];
  if (origin === 'typed') return '主考填定';
  return `${origin === 'inherited' ? `${ORIGIN_LABELS.inherited} ` : ''}${sourceText(RULE_SETS[edition].entries[key].source)}`;
}
