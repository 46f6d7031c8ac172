import { recordNumberOf } from '../../../shared/domain/record-number.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { recordNumber } from '../acts/record-number.ts';
import { useStation } from '../../stores/station-store.ts';
import { oldStartText } from '../../text/documents.ts';
import { timeText } from '../../text/format.ts';
import type { IssuedLine } from './issued-papers.ts';
import type { Documents } from './use-document.ts';

interface IssuedListProps {
  readonly issued: readonly IssuedLine[];
  readonly documents: Documents;
  readonly onOpen: (document: DocumentId) => void;
}

/** Papers made here, newest first, with the journal heads printed on each. */
export function IssuedList({ issued, documents, onOpen }: IssuedListProps) {
  const stations = useStation((view) => view.state.site.stations);
  const error = documents.errorAt('list');
  return (
    <section className="card">
      <h2 className="card-title figures">已生成 {issued.length}</h2>
      {issued.length === 0 && (
        <p className="quiet">还没有。生成的文书加密留在本机，可随时再打开；同一份再生成会标「重印」。</p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <ul>
        {issued.map(({ key, name, isReprint, isSealed, isCorrected, oldStart, pages, paper }) => (
          <li key={key} className="issued">
            <span>
              <strong className="figures">
                {name}
                {paper.about !== null && ` ${recordNumber(stations, paper.about)}`}
              </strong>
              {isReprint && <span className="tag">重印</span>}
              {isSealed && <span className="tag">已封存</span>}
              {isCorrected && <span className="tag tone-late">另有更正单</span>}
              {oldStart !== null && <span className="issued-old figures">{oldStartText(oldStart)}</span>}
              <span className="issued-more figures">
                {timeText(paper.at)}，{pages} 页，{' '}
                {paper.heads
                  .map((head) => recordNumberOf(stations[head.station]?.label ?? head.station.slice(0, 4), head))
                  .join('，')}
              </span>
            </span>
            <button
              type="button"
              className="button button-quiet"
              aria-label={`打开 ${name}`}
              disabled={documents.busy !== null}
              onClick={() => onOpen(paper.document)}
            >
              打开
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
