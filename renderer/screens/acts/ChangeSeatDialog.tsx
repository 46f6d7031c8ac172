import { type FormEvent, useState } from 'react';
import { seatNoSchema } from '../../../shared/domain/schema-parts.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import type { SeatNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useRoom } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { CHANGE_SEAT as words } from '../../text/acts.ts';
import { missingText, seatList } from '../../text/course.ts';
import { seatText } from '../../text/format.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import { approvalOf, approvalOptions } from '../course/approval-draft.ts';
import { newApproval } from '../course/new-approval.ts';
import { ReasonField } from '../course/ReasonField.tsx';
import type { ActPerson, ActPlace } from './act-place.ts';
import type { PersonActs } from './use-person-acts.ts';

interface ChangeSeatDialogProps {
  readonly person: ActPerson;
  readonly place: ActPlace;
  readonly candidate: CandidateState;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 换座 (R38): where to, why, and the chief's approval by whichever way he can be reached. */
export function ChangeSeatDialog({ person, place, candidate, acts, onClose }: ChangeSeatDialogProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const room = useRoom();
  const size = useStation((view) => view.state.site.day?.rules.values.seatsPerRoom ?? 0);
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState('');
  const [draft, setDraft] = useState(() => newApproval(staff, actor));
  const approval = approvalOf(draft);
  const to = readSeat(typed);
  const isTaken = to !== null && takenSeats(room).has(to);
  const isReady = to !== null && !isTaken && why.trim() !== '' && typeof approval !== 'string' && !acts.isBusy;

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady || to === null || typeof approval === 'string') return;
    const input = { ...place, from: candidate.seat, to, why: why.trim(), approval };
    if ((await acts.changeSeat(input, approvalOptions(draft, approval))) !== null) onClose();
  }

  return (
    <FormDialog
      title={words.title(seatText(candidate.seat), person.name)}
      isOpen
      isWide
      isDismissable={why === ''}
      onClose={onClose}
    >
      <p className="quiet">{words.means}</p>
      <form className="dialog-body" onSubmit={(event) => void change(event)} noValidate>
        <div className="seat-change">
          <div className="seat-change-part">
            <TextField
              label={words.to}
              value={typed}
              onChange={(value) => setTyped(value.replaceAll(/\D/g, ''))}
              inputMode="numeric"
              maxLength={3}
              takesFocus
              hint={words.toHint(seatList(freeSeats(room, size)))}
              problem={isTaken && to !== null ? words.taken(seatText(to)) : null}
            />
            <ReasonField usual={words.reasons} value={why} onChange={setWhy} />
          </div>
          <div className="seat-change-part">
            <ApprovalFields draft={draft} onChange={setDraft} />
          </div>
        </div>
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <span className="quiet">{typeof approval === 'string' ? missingText(approval) : ''}</span>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" className="button button-primary" disabled={!isReady}>
            {acts.isBusy ? words.saving : words.confirm}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}

function readSeat(typed: string): SeatNo | null {
  const seat = seatNoSchema.safeParse(Number(typed));
  return typed !== '' && seat.success ? seat.data : null;
}

function takenSeats(room: RoomState | null): ReadonlySet<SeatNo> {
  const people = Object.values(room?.candidates ?? {});
  return new Set(
    people.filter(({ standing }) => standing === 'enrolled' || standing === 'flagged').map(({ seat }) => seat),
  );
}

/** Seats of the room's own places that nobody has; spare machines have numbers of their own. */
function freeSeats(room: RoomState | null, size: number): readonly SeatNo[] {
  const taken = takenSeats(room);
  return Array.from({ length: size }, (_, index) => (index + 1) as SeatNo).filter((seat) => !taken.has(seat));
}
