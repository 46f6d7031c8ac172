import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { SignedPaperPreview } from '../../../shared/contract/signed-paper-methods.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import type { ShownPaper } from './document-view.ts';

/** A signed paper as it would stand now; asked for again with everything that happens in the room. */
export function useSignedPaper(room: RoomState, shown: ShownPaper) {
  const actor = useActing((store) => store.actor);
  const [preview, setPreview] = useState<SignedPaperPreview | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void ask('signedPaper.preview', { room: room.room, ...shown }, { actor }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setPreview(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
    // The room's state is a new object with each of its events.
  }, [room, shown, actor]);

  return { preview, error };
}
