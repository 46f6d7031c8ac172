import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import { Notice } from '../../components/Notice.tsx';
import { useStation } from '../../stores/station-store.ts';
import { AFTER_VIOLATION } from '../../text/acts.ts';
import { recordNumber } from './record-number.ts';

/** What is to be done now that it stands in the record. */
export function ViolationDone({ event, onClose }: { readonly event: EventRef; readonly onClose: () => void }) {
  const stations = useStation((view) => view.state.site.stations);
  return (
    <div className="dialog-body">
      <Notice
        tone="present"
        what={`已登记，记录号 ${recordNumber(stations, event)}`}
        todo="已存入本机；写错了可以撤销，原记录保留。"
      />
      <ol className="after-violation">
        {AFTER_VIOLATION.map(({ what, more }) => (
          <li key={what}>
            <strong>{what}</strong>
            <span>{more}</span>
          </li>
        ))}
      </ol>
      <div className="dialog-actions">
        <button type="button" className="button button-primary" onClick={onClose}>
          知道了
        </button>
      </div>
    </div>
  );
}
