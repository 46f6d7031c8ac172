import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import { nextChange } from '../../../shared/domain/timeline.ts';
import { nextStop } from '../../../shared/rehearsal/rehearsal-times.ts';
import { useTimeline } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { takeClock, useStation } from '../../stores/station-store.ts';
import { nowExact, useNow } from '../../stores/use-now.ts';
import { shortMilestone } from '../../text/day.ts';
import { errorText } from '../../text/errors.ts';
import { neatTimeText } from '../../text/format.ts';
import { REHEARSAL_PEOPLE, rehearsalText } from '../../text/rehearsal.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { REHEARSAL_PIN } from '../../../shared/rehearsal/rehearsal-pin.ts';
import { RestartRehearsal } from './RestartRehearsal.tsx';

type ClockSetting = MethodInput<'rehearsal.setClock'>;
const RATES = [1, 10, 60] as const satisfies readonly ClockSetting['rate'][];

/** A rehearsal's own keys: how fast exam time runs, on to the next step, from the beginning. Nothing on a real day. */
export function RehearsalPanel() {
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  return isRehearsal ? <Panel /> : null;
}

function Panel() {
  const timeline = useTimeline();
  const now = useNow();
  const rate = useStation((view) => view.clock?.rate ?? 1);
  // Invigilators of the site's own have PINs of their own.
  const isOurs = useStation((view) => view.staff.some(({ name }) => name === REHEARSAL_PEOPLE.invigilators[0]));
  const [error, setError] = useState<ContractError | null>(null);
  const next = timeline === null ? null : nextChange(timeline, now);

  async function set(setting: ClockSetting): Promise<void> {
    const answer = await ask('rehearsal.setClock', setting, { actor: null });
    setError(answer.ok ? null : answer.error);
    if (answer.ok) takeClock(answer.value);
  }
  function forward(): void {
    const stop = timeline === null ? null : nextStop(timeline, nowExact());
    // At 60× the ten seconds before a step would be over before they are seen.
    if (stop !== null) void set({ rate: 1, jumpTo: stop });
  }

  return (
    <section className="rehearsal-panel" aria-label={rehearsalText.mark}>
      <p className="rehearsal-head">
        <strong>{rehearsalText.mark}</strong>
        <span className="rehearsal-pin figures">
          {(isOurs ? rehearsalText.pin : rehearsalText.chiefPin)(REHEARSAL_PIN)}
        </span>
      </p>
      <fieldset className="rehearsal-rates" aria-label={rehearsalText.rate}>
        {RATES.map((value) => (
          <button
            key={value}
            type="button"
            className="rehearsal-rate figures"
            aria-pressed={rate === value}
            title={rehearsalText.rateHint[value]}
            onClick={() => void set({ rate: value, jumpTo: null })}
          >
            {value}×
          </button>
        ))}
      </fieldset>
      <button type="button" className="button" disabled={next === null} onClick={forward}>
        {rehearsalText.forward}
      </button>
      {error === null ? (
        <p className="rehearsal-next figures">
          {next === null
            ? rehearsalText.dayOver
            : rehearsalText.next(neatTimeText(next.at), `${PAPER_LABELS[next.paper]}${shortMilestone(next.kind)}`)}
        </p>
      ) : (
        <p className="rehearsal-next" role="alert">
          {errorText(error).what}
        </p>
      )}
      <RestartRehearsal />
    </section>
  );
}
