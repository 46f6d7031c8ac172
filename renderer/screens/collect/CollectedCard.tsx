import { useState } from 'react';
import { countRoom } from '../../../shared/domain/attendance.ts';
import { collectionOf, hasCollectionDrifted } from '../../../shared/domain/collection.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { nameOf } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { equationText } from '../../text/collect.ts';
import { seatText, timeText } from '../../text/format.ts';
import { PAPER_TITLES } from '../../text/words.ts';

/** 已收卷: what was said then, whether it still holds, and the way back. Nothing before 收卷. */
export function CollectedCard({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const cards = useStation((view) => view.cards);
  const staff = useStation((view) => view.staff);
  const [isUndoing, setUndoing] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const entry = collectionOf(room, paper);
  if (entry === null) return null;
  const { said } = entry;
  const what = `${PAPER_TITLES[paper]}收卷`;
  const names = said.notSubmitted.map(({ candidate }) => {
    const state = room.candidates[candidate];
    if (state === undefined) return '';
    return `${seatText(state.seat)} ${nameOf({ candidate: state, card: cards[candidate] ?? null })}`;
  });
  return (
    <section className="card" aria-label={`${what}记录`}>
      <div className="card-head">
        <h2 className="card-title collected-title">
          <span className="ink-present">
            <Mark shape="done" />
          </span>
          {PAPER_TITLES[paper]} 已收卷
        </h2>
        <UndoButton
          target={entry.event}
          actor={entry.actor}
          what={what}
          onLate={() => setUndoing(true)}
          onError={setError}
        />
      </div>
      <p className="collected-sum figures">{equationText(said)}</p>
      <p className="quiet figures">
        {said.late > 0 && `其中迟到 ${said.late}；`}
        {names.length === 0 ? '全部交卷' : `未交卷 ${names.join('、')}`}；{timeText(entry.occurredAt)}{' '}
        {staff.find((card) => card.staff === entry.actor)?.name ?? ''}
      </p>
      {hasCollectionDrifted(room, paper) && (
        <Notice
          tone="late"
          what={`收卷之后人数变了，现在是${equationText(countRoom(room, paper))}。`}
          todo="请核对；要改收卷的记录，先撤销，再重新收卷。"
        />
      )}
      {error !== null && <ErrorNotice error={error} />}
      {isUndoing && <LateUndoDialog name={what} target={entry.event} onClose={() => setUndoing(false)} />}
    </section>
  );
}
