import { useState } from 'react';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { findViolation } from '../../../shared/domain/violations.ts';
import { Mark } from '../../components/Mark.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { articleText, DISCOVERY_LABELS, VIOLATION_CLASS_LABELS } from '../../text/acts.ts';
import { seatText, timeText } from '../../text/format.ts';
import { CANCELLATION } from '../../text/seating.ts';
import { recordNumber } from '../acts/record-number.ts';
import { staffName, whoText } from '../acts/staff-name.ts';
import type { PersonActs } from '../acts/use-person-acts.ts';
import type { RecordText } from '../acts/use-record-texts.ts';
import { PaperTag } from '../day/PaperTag.tsx';
import { isSealed } from '../documents/paper-standing.ts';
import { PaperLink } from '../documents/PaperLink.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { CancelledLine } from './CancelledLine.tsx';
import type { ViolationRow } from './violation-rows.ts';

interface ViolationCardProps {
  readonly row: ViolationRow;
  readonly room: RoomState;
  readonly text: RecordText | null;
  /** Why the eligibility was cancelled; '' where it was not. */
  readonly cancelledWhy: string;
  readonly acts: PersonActs;
  readonly onLateUndo: (target: EventRef, name: string) => void;
}

/** One warning or violation: its number as on paper, who, what, the facts, both names, and whether the exam system has it. */
export function ViolationCard({ row, room, text, cancelledWhy, acts, onLateUndo }: ViolationCardProps) {
  const { act, candidate, registered, cancellation } = row;
  const [isCancelling, setCancelling] = useState(false);
  const staff = useStation((view) => view.staff);
  const stations = useStation((view) => view.state.site.stations);
  const name = useStation((view) => view.cards[act.candidate]?.name ?? '');
  const kind = findViolation(act.code);
  const isWarning = act.measure === 'warned';
  const person = `${seatText(candidate?.seat ?? 0)} 座 ${name}`;
  const number = recordNumber(stations, act.event);
  const notice = { kind: 'violation-notice', paper: act.paper, about: act.event } as const;
  return (
    <li className={act.isUndone ? 'card violation violation-undone' : 'card violation'}>
      <p className="violation-when">
        <span className="violation-number figures">{number}</span>
        <span className="figures">{timeText(act.occurredAt)}</span>
        <PaperTag paper={act.paper} />
      </p>
      <div className="violation-body">
        <h2 className="violation-who">
          <span className={`violation-mark ${isWarning ? 'ink-idle' : 'ink-violation'}`}>
            <Mark shape={isWarning ? 'warned' : 'violation'} />
          </span>
          <span className="figures">{person}</span>
          <span className={isWarning || act.isUndone ? 'tag' : 'tag tone-violation'}>
            {isWarning ? '口头警告' : VIOLATION_CLASS_LABELS[kind?.class ?? 'discipline']}
          </span>
          {act.isUndone && <span className="tag">已撤销</span>}
          {cancellation !== null && !row.isGround && <span className="tag tone-violation">{CANCELLATION.onOther}</span>}
          {act.occurredAt < act.at && <span className="tag tone-late figures">补录于 {timeText(act.at)}</span>}
        </h2>
        <p className="violation-code">
          <strong className="figures">{act.code}</strong> {kind?.behaviour ?? ''}
          {kind !== undefined && kind.article !== '' && <span className="quiet"> {articleText(kind.article)}</span>}
        </p>
        {text !== null && text.text !== '' && <p className="violation-facts">{text.text}</p>}
        <p className="violation-more quiet">
          <span>{whoText(staff, act)}</span>
          {!isWarning && <span>{DISCOVERY_LABELS[act.discovery]}</span>}
          {text !== null && text.held !== '' && <span>暂扣：{text.held}</span>}
          {act.isTicketHeld && <span>准考证已暂扣</span>}
        </p>
        {candidate !== null && !isWarning && (!act.isUndone || isSealed(room, notice)) && (
          <PaperLink room={room} shown={notice} about={number} />
        )}
        {cancellation !== null && row.isGround && (
          <CancelledLine
            entry={cancellation}
            why={cancelledWhy}
            person={person}
            onLateUndo={() => onLateUndo(cancellation.event, `${person} ${CANCELLATION.primary}`)}
            onError={acts.setError}
          />
        )}
      </div>
      <div className="violation-acts">
        {row.isOpen && candidate !== null && (
          <button
            type="button"
            className="button"
            disabled={acts.isBusy}
            onClick={() =>
              void acts.register(
                { room: room.room, paper: act.paper, targets: [act.event] },
                { person: { seat: candidate.seat, name }, what: '已勾选登记' },
              )
            }
          >
            已在监考管理系统登记<span className="visually-hidden"> {number}</span>
          </button>
        )}
        {registered !== null && !act.isUndone && (
          <p className="violation-registered">
            <Mark shape="done" />
            <span className="figures">
              {timeText(registered.occurredAt)} {staffName(staff, registered.actor)} 已登记
            </span>
            <UndoButton
              target={registered.event}
              actor={registered.actor}
              what={`${number} 的登记`}
              onLate={() => onLateUndo(registered.event, `${person} 已登记`)}
              onError={acts.setError}
            />
          </p>
        )}
        {/* What stands in the exam system too is first taken off there. */}
        {!act.isUndone && registered === null && !row.isGround && (
          <UndoButton
            key={eventKey(act.event)}
            target={act.event}
            actor={act.actor}
            what={number}
            onLate={() => onLateUndo(act.event, person)}
            onError={acts.setError}
          />
        )}
        {candidate !== null && !isWarning && !act.isUndone && cancellation === null && (
          <button type="button" className="button button-danger-quiet" onClick={() => setCancelling(true)}>
            {CANCELLATION.act}
            <span className="visually-hidden"> {number}</span>
          </button>
        )}
      </div>
      {isCancelling && (
        <CancelDialog
          place={{ room: room.room, paper: act.paper, candidate: act.candidate }}
          person={person}
          violation={{ event: act.event, number, what: `${act.code} ${kind?.behaviour ?? ''}` }}
          onClose={() => setCancelling(false)}
        />
      )}
    </li>
  );
}
