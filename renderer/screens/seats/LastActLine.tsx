import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { Mark } from '../../components/Mark.tsx';
import { UndoButton, useUndo, useUndoSecondsLeft } from '../../components/UndoButton.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useActing } from '../../stores/acting-store.ts';
import { seatText } from '../../text/format.ts';
import type { LastAct, PersonActs } from '../acts/use-person-acts.ts';

/** The last act of this page as long as it can be taken back alone: said once it is on disk, undone by F9. */
export function LastActLine({ room, acts }: { readonly room: RoomState; readonly acts: PersonActs }) {
  const last = freshOf(room, acts.last);
  const left = useUndoSecondsLeft(last?.event ?? null);
  const actor = useActing((store) => store.actor);
  const undo = useUndo(last?.event ?? null, acts.setError);
  const isOwn = last !== null && left > 0 && last.actor === actor;
  useFunctionKey('F9', isOwn ? undo.run : null);
  return (
    <div className="seats-last">
      <output className="seats-last-text">
        {last !== null && left > 0 && (
          <>
            <Mark shape="done" />
            <span className="figures">
              {lastWho(last)} {last.what}
            </span>
          </>
        )}
      </output>
      {last !== null && left > 0 && (
        <UndoButton
          target={last.event}
          actor={last.actor}
          what={last.person === null ? last.what : `${seatText(last.person.seat)} 座 ${last.person.name}`}
          hotkey="F9"
          onError={acts.setError}
        />
      )}
    </div>
  );
}

function lastWho({ person }: LastAct): string {
  return person === null ? '本考场' : `${seatText(person.seat)} ${person.name}`;
}

/** Null once it was taken back, from here or from anywhere. */
function freshOf(room: RoomState, last: LastAct | null): LastAct | null {
  return last === null || room.undone[eventKey(last.event)] !== undefined ? null : last;
}
