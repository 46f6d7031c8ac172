import { ErrorNotice } from '../../components/Notice.tsx';
import { startText } from '../../text/start.ts';
import { useOpenRehearsal } from '../start/use-open-rehearsal.ts';

/** 演练 from a station whose day is made already: the days before the exam are when people want to practise. */
export function RehearsalCard() {
  const { canRehearse, isOpening, error, rehearse } = useOpenRehearsal();
  if (!canRehearse) return null;
  const { title, settings, opening } = startText.rehearsal;
  return (
    <section className="card">
      <h2 className="card-title">{title}</h2>
      <p>{settings.line}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="button" className="button" disabled={isOpening} onClick={() => void rehearse()}>
          {isOpening ? opening : settings.open}
        </button>
      </div>
    </section>
  );
}
