import { VISITOR_WORDS } from '../../../shared/documents/check-words.ts';
import { useState } from 'react';
import { type ChecksState, leftOf, type Visit } from '../../../shared/domain/checks-state.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { visitText } from '../../text/checks.ts';
import { dayTimeText, shortTimeText } from '../../text/format.ts';
import type { CheckTexts } from './use-check-texts.ts';
import { VisitDialog } from './VisitDialog.tsx';

interface VisitListProps {
  /** Null = the site's own. */
  readonly checks: ChecksState | null;
  readonly roomNo: RoomNo | null;
  readonly texts: CheckTexts;
}

/** 来访登记 (R15), the latest first. */
export function VisitList({ checks, roomNo, texts }: VisitListProps) {
  const siteChecks = useStation((view) => view.state.site.checks);
  const own = checks ?? siteChecks;
  const [isNoting, setNoting] = useState(false);
  const { busy, error, run } = useAct();
  const end = (visit: Visit) =>
    void run(eventKey(visit.event), () => ask('visit.end', { room: roomNo, visit: visit.event }));
  return (
    <section className="card" aria-label={visitText.title}>
      <div className="check-head">
        <h2 className="card-title">{visitText.title}</h2>
        <button type="button" className="button button-small check-print" onClick={() => setNoting(true)}>
          {visitText.note}…
        </button>
      </div>
      <p className="quiet">{visitText.why}</p>
      {error !== null && <ErrorNotice error={error} />}
      {own.visits.length === 0 ? (
        <p className="quiet">{visitText.none}</p>
      ) : (
        <ul className="matters">
          {own.visits.toReversed().map((visit) => {
            const key = eventKey(visit.event);
            const text = texts.visits.find(({ event }) => eventKey(event) === key);
            const left = leftOf(own, visit);
            const came = dayTimeText(visit.occurredAt);
            return (
              <li key={key} className="visit">
                <span>
                  <strong>
                    {VISITOR_WORDS[visit.role]} {text?.name ?? ''}
                  </strong>
                  <span className="matter-more figures">
                    {left === null ? visitText.here(came) : visitText.left(came, shortTimeText(left.occurredAt))}
                    {text === undefined || text.about === '' ? '' : `，${text.about}`}
                  </span>
                </span>
                {left === null && (
                  <button
                    type="button"
                    className="button button-small"
                    disabled={busy !== null}
                    onClick={() => end(visit)}
                  >
                    {visitText.leave}
                    <span className="visually-hidden">{text?.name ?? ''}</span>
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {isNoting && <VisitDialog roomNo={roomNo} onClose={() => setNoting(false)} />}
    </section>
  );
}
