import type { Edition, RuleKey } from '../../../shared/domain/rules.ts';
import { parseRuleValue } from '../../../shared/domain/rule-sets/parse.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { gapText, minuteText } from '../../text/rule-values.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { entryOf, parseDraft, type RuleDrafts } from './rule-drafts.ts';
import { RuleField } from './RuleField.tsx';

const PAPERS: readonly { readonly paper: PaperId; readonly start: RuleKey; readonly duration: RuleKey }[] = [
  { paper: 'theory', start: 'theoryStartMinute', duration: 'theoryDurationMin' },
  { paper: 'practical', start: 'practicalStartMinute', duration: 'practicalDurationMin' },
];

interface TimetableFormProps {
  readonly edition: Edition;
  readonly drafts: RuleDrafts;
  readonly problemOf: (key: RuleKey) => string | null;
  readonly onDraft: (key: RuleKey, text: string) => void;
}

/** Both papers' start and length, with the sum checked as it is typed (C03). */
export function TimetableForm({ edition, drafts, problemOf, onDraft }: TimetableFormProps) {
  const value = (key: RuleKey) => valueOf(edition, drafts, key);
  const total = value('totalMin');
  const durations = PAPERS.map(({ duration }) => value(duration));
  const sum = durations.reduce<number>((all, minutes) => all + (minutes ?? 0), 0);
  const isRight = durations.every((minutes) => minutes !== null) && sum === total;
  const spans = PAPERS.map(({ start, duration }) => ({ start: value(start), minutes: value(duration) }));
  const gap = gapOf(spans);
  return (
    <section className="card">
      <h2 className="card-title">时间安排</h2>
      <div className="timetable">
        {PAPERS.map(({ paper, start, duration }) => (
          <fieldset key={paper} className="timetable-paper">
            <legend className="timetable-name">{PAPER_TITLES[paper]}</legend>
            {[start, duration].map((key) => (
              <RuleField
                key={key}
                edition={edition}
                ruleKey={key}
                draft={drafts[key] ?? ''}
                problem={problemOf(key)}
                onDraft={(text) => onDraft(key, text)}
              />
            ))}
            <p className="timetable-span figures">{spanOf(value(start), value(duration))}</p>
          </fieldset>
        ))}
      </div>
      <p className="timetable-sums">
        {total !== null && (
          <output className={isRight ? 'tag tone-present figures' : 'tag tone-late figures'}>
            两科合计 {sum} / {total} 分钟{sumHint(sum, total)}
          </output>
        )}
        {gap !== null && <output className={gap < 0 ? 'tag tone-late figures' : 'tag figures'}>{gapText(gap)}</output>}
      </p>
    </section>
  );
}

function valueOf(edition: Edition, drafts: RuleDrafts, key: RuleKey): number | null {
  const entry = entryOf(edition, key);
  const typed = parseDraft(key, drafts[key] ?? '') ?? (entry.status === 'unset' ? undefined : entry.value);
  const parsed = parseRuleValue(key, typed);
  return parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
}

function spanOf(start: number | null, duration: number | null): string {
  return start === null || duration === null ? '—' : `${minuteText(start)} – ${minuteText(start + duration)}`;
}

interface Span {
  readonly start: number | null;
  readonly minutes: number | null;
}

/** Minutes between the papers, whichever comes first; negative where they overlap. Null while one is not typed. */
function gapOf(spans: readonly Span[]): number | null {
  const known = spans.flatMap(({ start, minutes }) => (start === null || minutes === null ? [] : [{ start, minutes }]));
  const [earlier, later] = known.toSorted((a, b) => a.start - b.start);
  return earlier === undefined || later === undefined ? null : later.start - (earlier.start + earlier.minutes);
}

function sumHint(sum: number, total: number): string {
  if (sum === total) return '，相符';
  return sum < total ? `，还差 ${total - sum}` : `，多出 ${sum - total}`;
}
