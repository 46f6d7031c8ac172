import type { SignedPaperHead } from '../../../shared/documents/signed-paper-view.ts';
import type { SheetFact } from '../../../shared/documents/sign-in-sheet-view.ts';

/** What stands above every paper that people sign: title, exam, room, facts. */
export function SheetHead({ title, exam, room, place, paper, facts, source }: SignedPaperHead) {
  return (
    <>
      {source.kind === 'rehearsal' && <p className="sheet-rehearsal">演练</p>}
      <header className="sheet-head">
        <div>
          <h3 className="sheet-title">{title}</h3>
          <p>{exam}</p>
        </div>
        <p className="sheet-room">
          考场 <strong>{room}</strong>
          <span>
            {place} {paper}
          </span>
        </p>
      </header>
      <SheetFacts facts={facts} />
    </>
  );
}

/** Facts side by side. */
export function SheetFacts({ facts }: { readonly facts: readonly SheetFact[] }) {
  return (
    <dl className="sheet-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Figures, large. */
export function SheetCounts({ counts }: { readonly counts: readonly SheetFact[] }) {
  return (
    <dl className="sheet-counts">
      {counts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Statements one under the other, as long as they are. */
export function SheetStatements({ statements }: { readonly statements: readonly SheetFact[] }) {
  return (
    <dl className="sheet-statements">
      {statements.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
