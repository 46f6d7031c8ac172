import { collectionOf } from './collection.ts';
import type { Refusal } from './commands.ts';
import { refusal } from './decision.ts';
import { eventKey } from './schema-parts.ts';
import type { SignedPaperRef } from './signed-papers.ts';
import type { RoomState } from './state.ts';
import { allViolations } from './violation-acts.ts';

/** Why a paper cannot be signed yet (D18), or no more: what it is about must stand (SE5). Null where it can. */
export function refuseUnready(room: RoomState, { kind, paper, about }: SignedPaperRef): Refusal | null {
  switch (kind) {
    case 'room-record':
      return collectionOf(room, paper) === null ? refusal('not-collected', 'D18') : null;
    case 'violation-notice': {
      return stands(allViolations(room, paper).filter(({ measure }) => measure === 'recorded'));
    }
    case 'incident-report':
      return stands(room.notes.filter((note) => note.paper === paper && note.kind === 'incident'));
    case 'correction':
      return stands(room.corrections.filter((one) => one.paper === paper));
  }

  function stands(
    acts: readonly { readonly event: Parameters<typeof eventKey>[0]; readonly isUndone: boolean }[],
  ): Refusal | null {
    const wanted = about === null ? null : eventKey(about);
    return acts.some((act) => !act.isUndone && eventKey(act.event) === wanted) ? null : gone();
  }
}

function gone(): Refusal {
  return refusal('paper-subject-gone', 'SE5');
}
