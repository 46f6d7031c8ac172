import { type RefObject, useMemo, useState } from 'react';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { DayRules } from '../../../shared/domain/rules.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import { seatStateOf } from '../../../shared/domain/seat-state.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Photo } from '../../components/Photo.tsx';
import { useUndoSecondsLeft } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { groupTicket, seatText } from '../../text/format.ts';
import { seatEndText } from '../../text/seats.ts';
import { HistoryList } from '../acts/HistoryList.tsx';
import { historyOf } from '../acts/history.ts';
import { SeatTag } from '../acts/SeatTag.tsx';
import type { PersonActs } from '../acts/use-person-acts.ts';
import { useRecordTexts } from '../acts/use-record-texts.ts';
import { RoomPanel } from './RoomPanel.tsx';
import { ownEndOf } from './seat-cells.ts';
import { SeatActs } from './SeatActs.tsx';

interface SeatPanelProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly rules: DayRules;
  readonly candidate: CandidateState | null;
  readonly acts: PersonActs;
}

/** Who sits there, what was recorded, what can be done now. */
export function SeatPanel({ ref, room, timeline, rules, candidate, acts }: SeatPanelProps) {
  const texts = useRecordTexts(room);
  const cards = useStation((view) => view.cards);
  const isLastFresh = useUndoSecondsLeft(acts.last?.event ?? null) > 0;
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const { paper } = timeline;
  const history = useMemo(
    () => (candidate === null ? [] : historyOf(candidate, room, paper)),
    [candidate, room, paper],
  );
  if (candidate === null) return <RoomPanel ref={ref} room={room} paper={paper} texts={texts} acts={acts} />;
  const card = cards[candidate.candidate];
  const person = { seat: candidate.seat, name: card?.name ?? '', ticket: card?.ticket ?? '' };
  const state = seatStateOf(candidate, paper, cancellationOf(room, candidate.candidate));
  const end = ownEndOf(timeline, candidate.seat, state);
  const ticket = groupTicket(person.ticket);
  return (
    <section ref={ref} tabIndex={-1} className="card seat-panel" aria-label={`${person.seat} 座 ${person.name}`}>
      <div className="seat-person">
        <Photo candidate={candidate.candidate} name={person.name} size="small" />
        <div className="seat-person-text">
          <h2 className="seat-person-head">
            <span className="seat-person-no figures">{seatText(person.seat)}</span>
            <span className="seat-person-name">{person.name}</span>
          </h2>
          <p className="quiet figures">
            {ticket.head} <strong>{ticket.tail}</strong>
          </p>
          <SeatTag state={state} />
          {end !== null && <p className="seat-person-end figures">{seatEndText(end)}</p>}
        </div>
      </div>
      <section className="seat-history" aria-label="经过" tabIndex={0}>
        <HistoryList
          lines={history}
          texts={texts}
          shownElsewhere={isLastFresh ? (acts.last?.event ?? null) : null}
          onLateUndo={setUndoing}
          onError={acts.setError}
        />
      </section>
      {acts.error !== null && <ErrorNotice error={acts.error} />}
      <SeatActs
        key={candidate.candidate}
        person={person}
        candidate={candidate}
        room={room}
        timeline={timelineOfSeat(timeline, candidate.seat)}
        rules={rules}
        acts={acts}
      />
      {undoing !== null && <LateUndoDialog name={person.name} target={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}
