import { useState } from 'react';
import type { LotDrawView } from '../../../shared/contract/lot-methods.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { lotText } from '../../text/lots.ts';
import { DrawForm } from './DrawForm.tsx';
import { LotResult } from './LotResult.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RedrawDialog } from './RedrawDialog.tsx';
import { useIsRedrawClosed, useLots } from './use-lots.ts';
import { usePrint } from './use-print.ts';

/** 抽签: before it the one act, after it the list to read aloud and to print. */
export function LotsPanel() {
  const { lots, error } = useLots();
  const [isRedrawing, setRedrawing] = useState(false);
  const isClosed = useIsRedrawClosed();
  const print = usePrint();
  if (error !== null) return <ErrorNotice error={error} />;
  if (lots === null) return null;
  const [latest, ...earlier] = lots.draws;
  if (latest === undefined) return <DrawForm lots={lots} />;
  const printSheet = ({ event }: LotDrawView) => void print.print(() => ask('lots.sheet', { draw: event }));
  return (
    <div className="lots">
      {print.error !== null && <ErrorNotice error={print.error} />}
      <LotResult
        draw={latest}
        isPrinting={print.isBusy}
        onPrint={() => printSheet(latest)}
        onRedraw={isClosed ? null : () => setRedrawing(true)}
      />
      {earlier.length > 0 && (
        <section className="card" aria-label={lotText.earlier}>
          <h2 className="card-title">{lotText.earlier}</h2>
          <ul className="matters">
            {earlier.map((draw) => (
              <li key={draw.number} className="visit">
                <span className="figures">{lotText.number(draw.number)}</span>
                <button type="button" className="button button-small" onClick={() => printSheet(draw)}>
                  {lotText.print}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isRedrawing && <RedrawDialog lots={lots} onClose={() => setRedrawing(false)} />}
      <PrintDialog title={lotText.result} print={print} />
    </div>
  );
}
