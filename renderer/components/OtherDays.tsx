import { useState } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import type { DayId } from '../../shared/ids.ts';
import { ask } from '../stores/send-command.ts';
import { catchUp } from '../stores/station-link.ts';
import { useStation } from '../stores/station-store.ts';
import { dateText } from '../text/format.ts';
import { otherDaysText } from '../text/recovery.ts';
import { ErrorNotice } from './Notice.tsx';

/** The other days of this computer, each to be opened in place of the present one; nothing where there is none. */
export function OtherDays() {
  const days = useStation((view) => view.status?.days);
  const current = useStation((view) => view.status?.current?.day ?? null);
  const [busy, setBusy] = useState<DayId | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const others = (days ?? []).filter(({ day }) => day !== current);
  if (others.length === 0) return null;

  async function open(day: DayId): Promise<void> {
    if (busy !== null) return;
    setBusy(day);
    setError(null);
    const answer = await ask('day.open', { day });
    if (answer.ok) await catchUp();
    else setError(answer.error);
    setBusy(null);
  }

  return (
    <div className="other-days">
      <h3 className="field-label">{otherDaysText.title}</h3>
      <ul>
        {others.map(({ day, title, date }) => (
          <li key={day}>
            <span className="figures">
              {dateText(date)} {title}
            </span>
            <button
              type="button"
              className="button button-small"
              disabled={busy !== null}
              aria-busy={busy === day}
              onClick={() => void open(day)}
            >
              {otherDaysText.open}
              <span className="visually-hidden"> {dateText(date)}</span>
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
