import { type RefObject, useMemo, useState } from 'react';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useUndoSecondsLeft } from '../../components/UndoButton.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ROOM_NOTES, SEATS_HINT } from '../../text/seats.ts';
import { HistoryList } from '../acts/HistoryList.tsx';
import { roomNotesOf } from '../acts/history.ts';
import { NoteDialog } from '../acts/NoteDialog.tsx';
import type { PersonActs } from '../acts/use-person-acts.ts';
import type { RecordTexts } from '../acts/use-record-texts.ts';

interface RoomPanelProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly texts: RecordTexts;
  readonly acts: PersonActs;
}

/** While no seat is chosen: how to choose one, and what concerns the room itself (a camera, the network, a noise). */
export function RoomPanel({ ref, room, paper, texts, acts }: RoomPanelProps) {
  const [isWriting, setWriting] = useState(false);
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const notes = useMemo(() => roomNotesOf(room, paper), [room, paper]);
  const isLastFresh = useUndoSecondsLeft(acts.last?.event ?? null) > 0;
  useFunctionKey('F8', acts.isBusy ? null : () => setWriting(true));
  return (
    <section ref={ref} tabIndex={-1} className="card seat-panel seat-panel-empty" aria-label="本考场">
      <h2>{SEATS_HINT.title}</h2>
      {SEATS_HINT.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h3 className="card-title">{ROOM_NOTES.title}</h3>
      {notes.length === 0 ? (
        <p className="quiet">{ROOM_NOTES.none}</p>
      ) : (
        <section className="seat-history" aria-label="经过" tabIndex={0}>
          <HistoryList
            lines={notes}
            texts={texts}
            shownElsewhere={isLastFresh ? (acts.last?.event ?? null) : null}
            onLateUndo={setUndoing}
            onError={acts.setError}
          />
        </section>
      )}
      <button type="button" className="button" onClick={() => setWriting(true)}>
        {ROOM_NOTES.act} <KeyHint name="F8" />
      </button>
      {acts.error !== null && !isWriting && <ErrorNotice error={acts.error} />}
      {isWriting && (
        <NoteDialog
          person={null}
          place={{ room: room.room, paper, candidate: null }}
          acts={acts}
          onClose={() => {
            acts.setError(null);
            setWriting(false);
          }}
        />
      )}
      {undoing !== null && <LateUndoDialog name="本考场" target={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}
