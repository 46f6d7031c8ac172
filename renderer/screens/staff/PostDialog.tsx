import { type FormEvent, useState } from 'react';
import type { RecusalConflict } from '../../../shared/domain/recusal.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { conflictText, describeText, postText as words } from '../../text/staff.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { RoomSelect } from './RoomSelect.tsx';
import type { StaffMember } from './staff-groups.ts';

interface PostDialogProps {
  readonly member: StaffMember;
  readonly conflicts: readonly RecusalConflict[];
  readonly onClose: () => void;
}

/** 分派考场: the rooms that somebody must keep away from are said before they are chosen. */
export function PostDialog({ member: { card, info }, conflicts, onClose }: PostDialogProps) {
  const [room, setRoom] = useState<RoomNo | null>(info.room);
  const { busy, error, run } = useAct();
  const isInvigilator = info.role === 'invigilator';
  const conflict = isInvigilator ? conflicts.find((one) => one.room === room) : undefined;
  async function post(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await run('post', () => ask('staff.post', { staff: card.staff, room }));
    if (done !== null) onClose();
  }
  return (
    <FormDialog title={words.title(card.name)} isOpen onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void post(event)}>
        <RoomSelect
          label={words.room}
          none={isInvigilator ? words.none : describeText.anyRoom}
          value={room}
          onChange={setRoom}
          noteOf={(one) => (isInvigilator && conflicts.some((other) => other.room === one) ? words.keptAway : '')}
        />
        {conflict !== undefined && <Notice tone="late" what={conflictText(conflict)} />}
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot
          confirm={words.confirm}
          isBusy={busy !== null}
          isDisabled={room === info.room || conflict !== undefined}
          onClose={onClose}
        />
      </form>
    </FormDialog>
  );
}
