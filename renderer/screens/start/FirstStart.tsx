import { ErrorNotice } from '../../components/Notice.tsx';
import { useStation } from '../../stores/station-store.ts';
import { restoreText } from '../../text/backup.ts';
import { packageStartText } from '../../text/package.ts';
import { startText } from '../../text/start.ts';
import { useOpenRehearsal } from './use-open-rehearsal.ts';

interface FirstStartProps {
  readonly onImport: () => void;
  readonly onPackage: () => void;
  readonly onRestore: () => void;
}

/** An empty computer: what this is, four ways in, and the way back from a copy. */
export function FirstStart({ onImport, onPackage, onRestore }: FirstStartProps) {
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
          <button type="button" className="first-card" onClick={onPackage}>
            <span className="first-card-title">{packageStartText.card.title}</span>
            <span>{packageStartText.card.line}</span>
            <span className="first-card-note">{packageStartText.card.note}</span>
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
        <div className="first-restore">
          <p>
            <strong>{restoreText.line}</strong>
            <br />
            <span className="quiet">{startText.restarted}</span>
          </p>
          <button type="button" className="button" onClick={onRestore}>
            {restoreText.open}
          </button>
        </div>
        <p className="quiet first-version">{startText.foot(version)}</p>
      </div>
    </main>
  );
}
