import { useRef } from 'react';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import { useUndo } from '../../components/UndoButton.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { seenAtMs } from '../../stores/seen-acts.ts';
import { undoSecondsLeft } from '../../stores/undo-window.ts';
import { DeskSide } from './DeskSide.tsx';
import { IdleDesk } from './IdleDesk.tsx';
import { MatchList } from './MatchList.tsx';
import { NotFound } from './NotFound.tsx';
import { PersonDesk } from './PersonDesk.tsx';
import { SearchField } from './SearchField.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import { returnFocus, useFieldFocus } from './use-field-focus.ts';
import { useSearch } from './use-search.ts';

interface CheckInDeskProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly onPaper: (paper: PaperId) => void;
}

/** The desk at the door: one field, one person, one key. */
export function CheckInDesk({ room, timeline, onPaper }: CheckInDeskProps) {
  const field = useRef<HTMLInputElement>(null);
  const confirm = useRef<(() => void) | null>(null);
  const search = useSearch(room.room);
  const { clear } = search;
  useFieldFocus(field);
  const acts = useEntryActs(() => {
    clear();
    returnFocus(field);
  });
  const { setError } = acts;
  const actor = useActing((store) => store.actor);
  const isUndone = acts.last !== null && room.undone[eventKey(acts.last.event)] !== undefined;
  const last = isUndone ? null : acts.last;
  const undo = useUndo(last?.event ?? null, setError);
  useFunctionKey(
    'F9',
    last === null
      ? null
      : () => {
          const isInTime = undoSecondsLeft(seenAtMs(last.event), performance.now()) > 0;
          if (isInTime && last.actor === actor) undo.run();
          returnFocus(field);
        },
  );

  const isIdle = search.person === null && search.result === null;
  return (
    <div className="desk" onClick={() => returnFocus(field)} role="presentation">
      <SearchField
        fieldRef={field}
        search={search}
        onType={(text, isComposing) => {
          setError(null);
          search.type(text, isComposing);
        }}
        onConfirm={() => confirm.current?.()}
        onCancel={() => {
          setError(null);
          clear();
        }}
      />
      <section className="card desk-main" aria-label="考生" aria-busy={search.isLooking}>
        {search.person !== null ? (
          <PersonDesk
            key={`${search.person.candidate} ${timeline.paper}`}
            card={search.person}
            found={search.found}
            room={room}
            timeline={timeline}
            acts={acts}
            onConfirmable={(act) => {
              confirm.current = act;
            }}
          />
        ) : search.result?.kind === 'several' ? (
          <MatchList search={search} room={room} paper={timeline.paper} />
        ) : search.result?.kind === 'none' ? (
          <NotFound
            text={search.text}
            otherRoom={search.result.otherRoom}
            room={room}
            paper={timeline.paper}
            acts={acts}
          />
        ) : (
          <IdleDesk room={room} timeline={timeline} last={acts.last} isUndone={isUndone} setError={setError} />
        )}
        {search.person === null && acts.error !== null && <ErrorNotice error={acts.error} />}
        {search.error !== null && <ErrorNotice error={search.error} />}
      </section>
      <DeskSide
        room={room}
        timeline={timeline}
        onPaper={onPaper}
        onError={setError}
        shownLarge={isIdle ? (last?.event ?? null) : null}
      />
    </div>
  );
}
