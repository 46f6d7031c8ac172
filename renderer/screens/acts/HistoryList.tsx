import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import { UndoButton } from '../../components/UndoButton.tsx';
import type { ContractError } from '../../../shared/contract/call.ts';
import { useStation } from '../../stores/station-store.ts';
import { actMore, actTitle } from '../../text/acts.ts';
import { timeText } from '../../text/format.ts';
import type { HistoryLine } from './history.ts';
import { whoText } from './staff-name.ts';
import type { RecordTexts } from './use-record-texts.ts';

interface HistoryListProps {
  readonly lines: readonly HistoryLine[];
  readonly texts: RecordTexts;
  /** The act whose undo stands elsewhere on this screen already. */
  readonly shownElsewhere: EventRef | null;
  readonly onLateUndo: (target: EventRef) => void;
  readonly onError: (error: ContractError) => void;
}

/** What was recorded of a person, newest first, when it happened, by whom; 补录 and 撤销 say so. */
export function HistoryList({ lines, texts, shownElsewhere, onLateUndo, onError }: HistoryListProps) {
  const staff = useStation((view) => view.staff);
  if (lines.length === 0) return <p className="quiet">还没有记录。</p>;
  const elsewhere = shownElsewhere === null ? null : eventKey(shownElsewhere);
  return (
    <ol className="history" aria-label="记录">
      {lines.map(({ key, act, isLate, isTimeDoubtful, canUndo }) => (
        <li key={key} className={act.isUndone ? 'history-line history-undone' : 'history-line'}>
          <span className="history-time figures">{timeText(act.occurredAt)}</span>
          <span className="history-what">
            <span className="history-title">{actTitle(act)}</span>
            {actMore(act) !== '' && <span className="history-text">{actMore(act)}</span>}
            {(texts[key]?.text ?? '') !== '' && <span className="history-text">{texts[key]?.text}</span>}
            <span className="history-who">
              {whoText(staff, act)}
              {isLate && <span className="tag tone-late figures">补录于 {timeText(act.at)}</span>}
              {act.isUndone && <span className="tag">已撤销</span>}
              {isTimeDoubtful && <span className="tag tone-late">时间待核</span>}
            </span>
          </span>
          {canUndo && key !== elsewhere && (
            <UndoButton
              target={act.event}
              actor={act.actor}
              what={`${timeText(act.occurredAt)} ${actTitle(act)}`}
              onLate={() => onLateUndo(act.event)}
              onError={onError}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
