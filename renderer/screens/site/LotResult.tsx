import type { LotDrawView } from '../../../shared/contract/lot-methods.ts';
import { Mark } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import { neatTimeText } from '../../text/format.ts';
import { lotText } from '../../text/lots.ts';

interface LotResultProps {
  readonly draw: LotDrawView;
  readonly isPrinting: boolean;
  readonly onPrint: () => void;
  /** Null where it is too late for another draw. */
  readonly onRedraw: (() => void) | null;
}

/** The draw that stands, as it is read aloud: room by room, large. */
export function LotResult({ draw, isPrinting, onPrint, onRedraw }: LotResultProps) {
  return (
    <section className="card lots-result" aria-label={lotText.readAloud}>
      <div className="lots-head">
        <h2 className="lots-title figures">{lotText.number(draw.number)}</h2>
        <span className="quiet figures">{lotText.by(draw.by, neatTimeText(draw.at))}</span>
        {draw.reason !== '' && <span className="tag">{lotText.because(draw.reason)}</span>}
      </div>
      <section className="lots-scroll" tabIndex={0} aria-label={lotText.result}>
        <ol className="lots-rooms">
          {draw.rooms.map(({ room, place, people }) => (
            <li key={room} className="lots-room">
              <span className="lots-no figures">{room}</span>
              <span className="quiet lots-place">{place}</span>
              <span className="lots-people">
                {people.map(({ staff, name }) => (
                  <span key={staff}>{name}</span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <p>
        <span className="quiet">{lotText.reserve}：</span>
        {draw.reserve.length === 0 ? lotText.none : draw.reserve.map(({ name }) => name).join('、')}
      </p>
      {draw.isVerified ? (
        <p className="lots-proof figures">
          <span className="ink-present">
            <Mark shape="done" />
          </span>
          {lotText.verified}
          <span className="quiet">{lotText.source(draw.seed, draw.called)}</span>
        </p>
      ) : (
        <Notice tone="violation" what={lotText.notVerified} todo={lotText.source(draw.seed, draw.called)} />
      )}
      <div className="lots-acts">
        <button type="button" className="button button-primary" disabled={isPrinting} onClick={onPrint}>
          {lotText.print}
        </button>
        {onRedraw === null ? (
          <span className="quiet">{lotText.closed}</span>
        ) : (
          <button type="button" className="button" onClick={onRedraw}>
            {lotText.again}
          </button>
        )}
      </div>
    </section>
  );
}
