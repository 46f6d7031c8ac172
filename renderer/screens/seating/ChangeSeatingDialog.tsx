import { useState } from 'react';
import type { BackToBack } from '../../../shared/domain/seating.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { chooseLabel, SEATING_CARD, seatingUntilText, sentOutText } from '../../text/seating.ts';
import { newApproval } from '../course/new-approval.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import type { SeatingDraft } from './seating-drafts.ts';
import { sentOutCount } from './seating-plan.ts';
import { SeatingModes } from './SeatingModes.tsx';
import { useChooseSeating } from './use-choose-seating.ts';

interface ChangeSeatingDialogProps {
  readonly room: RoomNo | null;
  readonly timeline: Timeline;
  readonly passage: BackToBack;
  readonly onClose: () => void;
}

/** 更改: the chief may think better of it until the cut-off; the earlier choice stays in the record. */
export function ChangeSeatingDialog({ room, timeline, passage, onClose }: ChangeSeatingDialogProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [draft, setDraft] = useState<SeatingDraft>(() => ({ mode: null, approval: newApproval(staff, actor) }));
  const rooms = useStation((view) => view.state.rooms);
  const sentOut = draft.mode === 're-enter' ? sentOutCount(rooms, room, passage.later) : 0;
  const { isBusy, error, missing, choose } = useChooseSeating(room, passage.later, draft);
  return (
    <FormDialog title={SEATING_CARD.changeTitle} isOpen isWide isDismissable={draft.mode === null} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void choose().then((isDone) => {
            if (isDone) onClose();
          });
        }}
      >
        <SeatingModes
          earlier={timeline.papers[passage.earlier]}
          later={timeline.papers[passage.later]}
          value={draft.mode}
          onChange={(mode) => setDraft({ ...draft, mode })}
        />
        {sentOut > 0 && <Notice tone="late" what={sentOutText(sentOut)} />}
        <ApprovalFields draft={draft.approval} onChange={(approval) => setDraft({ ...draft, approval })} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <span className="quiet seating-missing">{missing ?? seatingUntilText(passage)}</span>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" className="button button-primary" disabled={missing !== null || isBusy}>
            {isBusy ? '正在保存…' : chooseLabel(draft.mode)}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
