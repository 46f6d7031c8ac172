import { useState } from 'react';
import { backToBack, seatingOf } from '../../../shared/domain/seating.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { APPROVAL_LABELS } from '../../text/course.ts';
import { shortTimeText } from '../../text/format.ts';
import {
  SEATING_CARD,
  SEATING_MODES,
  SEATING_SENTENCES,
  SEATING_TITLE,
  movedApartText,
  seatedSoFarText,
} from '../../text/seating.ts';
import { staffName } from '../acts/staff-name.ts';
import { ChangeSeatingDialog } from './ChangeSeatingDialog.tsx';
import { carrySums } from './seating-plan.ts';

interface SeatingCardProps {
  /** The room, or at the exam office what was told to every room. */
  readonly room: RoomState;
  readonly timeline: Timeline;
  readonly isOffice: boolean;
}

/** 连场 once it is chosen, until the later paper's door closes: which way, by whom, how far; and 更改. */
export function SeatingCard({ room, timeline, isOffice }: SeatingCardProps) {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const [isChanging, setChanging] = useState(false);
  const passage = backToBack(room, timeline);
  if (passage === null || now < passage.opensAt) return null;
  // A dialog that is open says by itself that the door has closed meanwhile.
  if (now >= passage.closesAt && !isChanging) return null;
  const chosen = seatingOf(room, passage.later);
  if (chosen === null) return null;
  const { confirmed, open } = carrySums(room, timeline, passage, now);
  const { mode, approval } = chosen;
  return (
    <section className="card" aria-label={SEATING_TITLE}>
      <div className="seating-head">
        <h2 className="card-title">{SEATING_TITLE}</h2>
        <button type="button" className="button button-quiet" onClick={() => setChanging(true)}>
          {SEATING_CARD.change}
        </button>
      </div>
      <p className="seating-chosen">{SEATING_MODES[mode]}</p>
      <p className="matter-more figures">
        {shortTimeText(chosen.occurredAt)} {staffName(staff, approval.approver)} {APPROVAL_LABELS[approval.how]}
        {approval.how === 'phone' && `（${staffName(staff, chosen.actor)}、${staffName(staff, chosen.second)}）`}
      </p>
      {!passage.isShort && <p className="matter-more figures">{movedApartText(passage.gapMs)}</p>}
      <p className="seating-sentence">“{SEATING_SENTENCES[mode]}”</p>
      {isOffice && mode === 'stay' && <p className="matter-more">{SEATING_CARD.office}</p>}
      {!isOffice && (
        <p className="matter-more figures">
          {mode === 'stay' ? seatedSoFarText(confirmed, open) : SEATING_CARD.reEnter}
        </p>
      )}
      {isChanging && (
        <ChangeSeatingDialog
          room={isOffice ? null : room.room}
          timeline={timeline}
          passage={passage}
          onClose={() => setChanging(false)}
        />
      )}
    </section>
  );
}
