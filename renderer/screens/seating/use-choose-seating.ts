import type { PaperId, RoomNo } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { missingText } from '../../text/course.ts';
import { CHOOSE_MODE_FIRST } from '../../text/seating.ts';
import { approvalOf, approvalOptions } from '../course/approval-draft.ts';
import type { SeatingDraft } from './seating-drafts.ts';

/** Records the chief's choice; `missing` says in words what the form still lacks. */
export function useChooseSeating(room: RoomNo | null, paper: PaperId, { mode, approval }: SeatingDraft) {
  const { busy, error, run } = useAct();
  const approved = approvalOf(approval);
  const missing = mode === null ? CHOOSE_MODE_FIRST : typeof approved === 'string' ? missingText(approved) : null;

  /** False where nothing was recorded. */
  async function choose(): Promise<boolean> {
    if (mode === null || typeof approved === 'string') return false;
    const options = approvalOptions(approval, approved);
    const input = { room, paper, mode, approval: approved };
    return (await run(mode, () => ask('seating.choose', input, options))) !== null;
  }

  return { isBusy: busy !== null, error, missing, choose };
}
