import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { resolveRules } from '../../../shared/domain/rule-sets/resolve.ts';
import type { Edition, RuleKey } from '../../../shared/domain/rules.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { asNewChief } from '../../stores/sign-in.ts';
import { catchUp } from '../../stores/station-link.ts';
import { nowExact } from '../../stores/use-now.ts';
import { ruleProblemText } from '../../text/rules.ts';
import { type DayFacts, DayFactsForm, dayFactProblems } from './DayFactsForm.tsx';
import { EditionChoice } from './EditionChoice.tsx';
import { answersOf, type RuleDrafts } from './rule-drafts.ts';
import { RulesForm } from './RulesForm.tsx';

/** What is still open, in the order of the form. */
const OPEN_FIELDS = '[aria-invalid="true"], [data-open] input';

/** ① The chief, the day, the edition, and everything the edition leaves open. One act makes it all. */
export function DayStep() {
  const [facts, setFacts] = useState<DayFacts>(() => ({
    name: '',
    pin: '',
    pinAgain: '',
    title: '',
    site: '',
    plan: '',
    date: shanghaiDate(nowExact()),
  }));
  const [edition, setEdition] = useState<Edition | null>(null);
  const [drafts, setDrafts] = useState<RuleDrafts>({});
  const [confirmed, setConfirmed] = useState<readonly RuleKey[]>([]);
  const [attempts, setAttempts] = useState(0);
  const isChecked = attempts > 0;
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  const answers = useMemo(() => answersOf(drafts, confirmed), [drafts, confirmed]);
  const resolved = useMemo(() => (edition === null ? null : resolveRules(edition, answers)), [edition, answers]);
  const ruleProblems = resolved === null || resolved.ok ? [] : resolved.error;
  const clashes = ruleProblems.filter((problem) => !('key' in problem));
  const factProblems = dayFactProblems(facts);
  const open = Object.keys(factProblems).length + (edition === null ? 1 : ruleProblems.length);

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAttempts((count) => count + 1);
    if (open > 0 || edition === null || isBusy) return;
    setBusy(true);
    setError(null);
    const { name, pin, title, site, plan, date } = facts;
    const input = {
      title: title.trim(),
      site: site.trim(),
      plan: plan.trim(),
      date,
      edition,
      answers: { typed: { ...answers.typed }, confirmed: [...answers.confirmed] },
      chief: { name: name.trim(), pin },
    };
    const answer = await asNewChief(pin, () => ask('day.make', input, { actor: null }));
    if (answer.ok) {
      await catchUp();
      return;
    }
    setError(answer.error);
    setBusy(false);
  }

  useEffect(() => {
    if (attempts === 0) return;
    const first = form.current?.querySelector<HTMLElement>(OPEN_FIELDS);
    first?.focus({ preventScroll: true });
    // The foot lies over the lower edge.
    first?.scrollIntoView({ block: 'center' });
  }, [attempts]);

  return (
    <form ref={form} className="wizard-form" onSubmit={(event) => void make(event)} noValidate>
      <h1 className="page-title">主考与考核日</h1>
      <DayFactsForm facts={facts} onChange={setFacts} problems={isChecked ? factProblems : {}} />
      <EditionChoice
        edition={edition}
        isOpen={isChecked && edition === null}
        onChange={(next) => {
          setEdition(next);
          setDrafts({});
          setConfirmed([]);
        }}
      />
      {edition !== null && (
        <RulesForm
          edition={edition}
          drafts={drafts}
          confirmed={confirmed}
          problems={isChecked ? ruleProblems : []}
          onDraft={(key, text) => setDrafts((all) => ({ ...all, [key]: text }))}
          onConfirm={setConfirmed}
        />
      )}
      <footer className="wizard-foot">
        {error !== null && <ErrorNotice error={error} />}
        {isChecked && open > 0 && (
          <Notice tone="late" what={`还有 ${open} 处要填写或确认`}>
            {clashes.length > 0 && <p className="notice-todo">{clashes.map(ruleProblemText).join('；')}</p>}
          </Notice>
        )}
        <div className="dialog-actions">
          <span className="quiet">{open === 0 ? '都已填好。建立后规则不再改动。' : `还有 ${open} 处`}</span>
          <button type="submit" className="button button-primary" disabled={isBusy}>
            {isBusy ? '正在保存…' : '建立考核日'}
          </button>
        </div>
      </footer>
    </form>
  );
}

function shanghaiDate(instantMs: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instantMs);
}
