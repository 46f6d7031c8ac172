import { ErrorNotice } from '../../components/Notice.tsx';
import { useStation } from '../../stores/station-store.ts';
import { startText } from '../../text/start.ts';
import { useOpenRehearsal } from './use-open-rehearsal.ts';

/** An empty computer: what this is, and three ways in. */
export function FirstStart({ onImport }: { readonly onImport: () => void }) {
  const program = useStation((view) => view.status?.program ?? '');
  const { canRehearse, isOpening, error, rehearse } = useOpenRehearsal();
  const version = program.split('/').at(-1) ?? '';
  const { center, rehearsal } = startText;

  return (
    <main className="first">
      <div className="first-inner">
        <p className="first-brand">监考工作站</p>
        <h1 className="first-line">{startText.line}</h1>
        <div className="first-cards">
          <button type="button" className="first-card first-card-primary" onClick={onImport}>
            <span className="first-card-title">{startText.import.title}</span>
            <span>{startText.import.line}</span>
            <span className="first-card-note">{startText.import.note}</span>
          </button>
          <button type="button" className="first-card" disabled>
            <span className="first-card-title">{center.title}</span>
            <span>{center.line}</span>
            <span className="first-card-note">{center.note}</span>
          </button>
          <button
            type="button"
            className="first-card"
            disabled={!canRehearse || isOpening}
            aria-busy={isOpening}
            onClick={() => void rehearse()}
          >
            <span className="first-card-title">{rehearsal.title}</span>
            <span>{rehearsal.line}</span>
            <span className="first-card-note">
              {isOpening ? rehearsal.opening : canRehearse ? rehearsal.note : rehearsal.unavailable}
            </span>
          </button>
        </div>
        {error !== null && <ErrorNotice error={error} />}
        <p className="quiet first-foot">{startText.foot(version)}</p>
      </div>
    </main>
  );
}
