import type { ContractError } from '../../../shared/contract/call.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { timeText } from '../../text/format.ts';
import { useStation } from '../../stores/station-store.ts';
import { PAPER_LABELS } from '../../text/words.ts';

interface IssuedListProps {
  readonly room: RoomState;
  readonly busy: string | null;
  readonly error: ContractError | null;
  readonly onOpen: (document: DocumentId) => void;
}

/** Papers made here, newest first, with the journal heads printed on each. */
export function IssuedList({ room, busy, error, onOpen }: IssuedListProps) {
  const stations = useStation((view) => view.state.site.stations);
  const issued = room.issued.toReversed();
  return (
    <section className="card">
      <h2 className="card-title figures">已生成 {issued.length}</h2>
      {issued.length === 0 && (
        <p className="quiet">还没有。生成的文书加密留在本机，可随时再打开；同一份再生成会标「重印」。</p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <ul>
        {issued.map((paper) => {
          const name = `考生签到表 ${paper.paper === null ? '' : PAPER_LABELS[paper.paper]} 第 ${paper.copy} 份`;
          return (
            <li key={paper.document} className="issued">
              <span>
                <strong className="figures">{name}</strong>
                {paper.copy > 1 && <span className="tag">重印</span>}
                <span className="issued-more figures">
                  {timeText(paper.at)}，{paper.pages} 页，{' '}
                  {paper.heads
                    .map((head) => `${stations[head.station]?.label ?? head.station.slice(0, 4)}#${head.seq}`)
                    .join('，')}
                </span>
              </span>
              <button
                type="button"
                className="button button-quiet"
                aria-label={`打开 ${name}`}
                disabled={busy !== null}
                onClick={() => onOpen(paper.document)}
              >
                打开
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
