import { useState } from 'react';
import { Mark } from '../../components/Mark.tsx';
import { RatifyTimeButton, useMayRatifyTime } from '../../components/RatifyTimeButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { clockWords } from '../../text/clock.ts';
import { ClockDialog } from './ClockDialog.tsx';

/** Across the whole width under the strip, as long as something stands about the clock: what, and the one way on. */
export function ClockBanner() {
  const clock = useStation((view) => view.clock);
  const mayRatify = useMayRatifyTime();
  const [isOpen, setOpen] = useState(false);
  const words = clock === null ? null : clockWords(clock);
  return (
    <>
      {words !== null && (
        <section className="clock-banner" aria-label={words.what}>
          <Mark shape="attention" />
          <output className="clock-banner-words">
            <strong className="figures">{words.what}</strong>
            <span className="figures">{words.more}</span>
          </output>
          {clock?.timeInDoubt === true && clock.notice?.code === 'official-time' && mayRatify && <RatifyTimeButton />}
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {words.action}…
          </button>
        </section>
      )}
      {/* Stays when the clock comes right meanwhile, and says so. */}
      {isOpen && <ClockDialog onClose={() => setOpen(false)} />}
    </>
  );
}
