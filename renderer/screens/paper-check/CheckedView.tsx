import { formatDate, formatMinute } from '../../../shared/domain/day-time.ts';
import { CODE_FINDINGS } from '../../../shared/documents/code-verdict.ts';
import { SEAL_OUTCOMES, sealFindingTexts, signatureTitle } from '../../../shared/documents/seal-words.ts';
import { SEAL_FINDINGS, type SealOutcome, type SealVerdict } from '../../../shared/domain/seal-verdict.ts';
import { Mark } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import {
  CODE_OUTCOMES,
  codeFindingText,
  digestText,
  OUTCOME_TODO,
  paperCheckText,
  printTitle,
} from '../../text/paper-check.ts';
import type { Checked } from './use-paper-check.ts';

const TONES = { sound: 'present', wrong: 'violation', open: 'late' } as const satisfies Record<SealOutcome, string>;

interface Said {
  readonly weight: 'wrong' | 'open' | 'note' | 'good';
  readonly text: string;
}

/** What was found, the outcome first, then what is wrong, what cannot be told, and what was checked. */
export function CheckedView({ checked }: { readonly checked: Checked }) {
  const { outcome } = checked.verdict;
  const title = checked.kind === 'code' ? printTitle(checked.verdict) : checked.name;
  const said = saidOf(checked);
  return (
    <section className="paper-check-result" aria-label={paperCheckText.result} tabIndex={0}>
      {checked.kind === 'code' ? (
        <Notice tone={TONES[outcome]} {...CODE_OUTCOMES[outcome]} />
      ) : (
        <Notice tone={TONES[outcome]} what={`${SEAL_OUTCOMES[outcome]}。`} todo={OUTCOME_TODO[outcome]} />
      )}
      <h3 className="paper-check-title">{title}</h3>
      {checked.kind === 'code' && <p className="quiet figures">{digestText(checked.verdict.digest)}</p>}
      <FindingList title={paperCheckText.wrong} said={said.filter(({ weight }) => weight === 'wrong')} />
      <FindingList
        title={paperCheckText.openMatters}
        said={said.filter(({ weight }) => weight === 'open' || weight === 'note')}
      />
      {checked.kind === 'file' && <Signatures signatures={checked.verdict.signatures} />}
      <FindingList title={paperCheckText.good} said={said.filter(({ weight }) => weight === 'good')} />
    </section>
  );
}

function saidOf(checked: Checked): readonly Said[] {
  if (checked.kind === 'code') {
    return checked.verdict.findings.map((one) => ({ weight: CODE_FINDINGS[one.code], text: codeFindingText(one) }));
  }
  return sealFindingTexts(checked.verdict.findings).map(({ code, text }) => ({ weight: SEAL_FINDINGS[code], text }));
}

const SHAPES = { wrong: 'forbidden', open: 'doubtful', note: 'off', good: 'done' } as const;

function FindingList({ title, said }: { readonly title: string; readonly said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <>
      <h4 className="paper-check-heading">{title}</h4>
      <ul className="paper-check-findings">
        {said.map(({ weight, text }) => (
          <li key={text} className={`paper-check-${weight}`}>
            <Mark shape={SHAPES[weight]} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Signatures({ signatures }: Pick<SealVerdict, 'signatures'>) {
  if (signatures.length === 0) return null;
  return (
    <>
      <h4 className="paper-check-heading">{paperCheckText.signatures}</h4>
      <ol className="paper-check-signatures">
        {signatures.map((one, index) => (
          <li key={one.field ?? index} className={one.isGood ? 'paper-check-good' : 'paper-check-wrong'}>
            <Mark shape={one.isGood ? 'done' : 'forbidden'} />
            <span>{signatureTitle(one)}</span>
            <span className="quiet figures">
              {one.at === null ? '' : `${formatDate(one.at)} ${formatMinute(one.at)}`}
            </span>
            <span>{one.isGood ? paperCheckText.valid : paperCheckText.invalid}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
