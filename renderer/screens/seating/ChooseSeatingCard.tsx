import type { BackToBack } from '../../../shared/domain/seating.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { chooseLabel, seatingUntilText } from '../../text/seating.ts';
import { newApproval } from '../course/new-approval.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import { useTaskKey } from '../day/use-task-key.ts';
import { useSeatingDrafts } from './seating-drafts.ts';
import { SeatingModes } from './SeatingModes.tsx';
import { useChooseSeating } from './use-choose-seating.ts';

interface ChooseSeatingCardProps {
  /** Null = every room, from the exam office. */
  readonly room: RoomNo | null;
  readonly timeline: Timeline;
  readonly passage: BackToBack;
}

/** 连场：考生是否留座: the chief says, before people rise. */
export function ChooseSeatingCard({ room, timeline, passage }: ChooseSeatingCardProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const { choice, choose: keep } = useSeatingDrafts();
  const draft = choice ?? { mode: null, approval: newApproval(staff, actor) };
  const { isBusy, error, missing, choose } = useChooseSeating(room, passage.later, draft);
  const canChoose = missing === null && !isBusy;
  const send = () => void choose().then((isDone) => isDone && keep(null));
  useTaskKey(canChoose ? send : null);
  return (
    <>
      <SeatingModes
        earlier={timeline.papers[passage.earlier]}
        later={timeline.papers[passage.later]}
        value={draft.mode}
        onChange={(mode) => keep({ ...draft, mode })}
      />
      <ApprovalFields draft={draft.approval} onChange={(approval) => keep({ ...draft, approval })} />
      {error !== null && <ErrorNotice error={error} />}
      <div className="now-foot">
        <button type="button" className="button button-primary" disabled={!canChoose} onClick={send}>
          {isBusy ? '正在保存…' : chooseLabel(draft.mode)}
          <KeyHint name="F2" />
        </button>
        <span className="quiet">{missing ?? ''}</span>
        <p className="now-rule figures">{seatingUntilText(passage)}</p>
      </div>
    </>
  );
}
