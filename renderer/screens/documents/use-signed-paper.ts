import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { RoomRecordPreview } from '../../../shared/contract/views.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';

/** 考场情况记录单 as it would stand on paper now; asked for again with everything that happens in the room. */
export function useRecord(room: RoomState, paper: PaperId) {
  const actor = useActing((store) => store.actor);
  const [preview, setPreview] = useState<RoomRecordPreview | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void ask('roomRecord.preview', { room: room.room, paper }, { actor }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setPreview(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
    // The room's state is a new object with each of its events.
  }, [room, paper, actor]);

  return { preview, error };
}
