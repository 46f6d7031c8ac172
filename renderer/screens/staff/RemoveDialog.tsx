import type { FormEvent } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useAct } from '../../stores/use-act.ts';
import { removeText as words } from '../../text/staff.ts';
import { DialogFoot } from './DialogFoot.tsx';
import type { StaffMember } from './staff-groups.ts';

interface RemoveDialogProps {
  readonly member: StaffMember;
  readonly onClose: () => void;
}

/** 移出名单: somebody who came onto it by mistake. */
export function RemoveDialog({ member: { card }, onClose }: RemoveDialogProps) {
  const { busy, error, run } = useAct();
  async function remove(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await run('remove', () => ask('staff.remove', { staff: card.staff }))) === null) return;
    await catchUp();
    onClose();
  }
  return (
    <FormDialog title={words.title(card.name)} isOpen onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void remove(event)}>
        <Notice tone="late" what={words.what} todo={words.todo} />
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot confirm={words.confirm} isBusy={busy !== null} onClose={onClose} />
      </form>
    </FormDialog>
  );
}
