import { useState } from 'react';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { NoteEntry, RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useRoom, useTimeline } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { timeText } from '../../text/format.ts';
import { INCIDENTS } from '../../text/signed-papers.ts';
import { NoteDialog } from '../acts/NoteDialog.tsx';
import { recordNumber } from '../acts/record-number.ts';
import { staffName } from '../acts/staff-name.ts';
import { usePersonActs } from '../acts/use-person-acts.ts';
import { useRecordTexts } from '../acts/use-record-texts.ts';
import { PaperTag } from '../day/PaperTag.tsx';
import { PaperLink } from '../documents/PaperLink.tsx';
import { stripPapers } from '../shell/strip-papers.ts';
import { ContactsScreen } from '../staff/ContactsScreen.tsx';

/** 突发事件: whom to call, what was noted in this room, and the report of each. */
export function IncidentsScreen() {
  const room = useRoom();
  const timeline = useTimeline();
  const now = useNow();
  const hasActed = useActing((store) => (store.actor ?? store.last) !== null);
  return (
    <div className="incidents">
      {room !== null && timeline !== null && hasActed && (
        <Incidents room={room} paper={stripPapers(timeline, now).main.paper} />
      )}
      <ContactsScreen />
    </div>
  );
}

function Incidents({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const acts = usePersonActs();
  const texts = useRecordTexts(room);
  const [isWriting, setWriting] = useState(false);
  useFunctionKey('F2', () => setWriting(true));
  const incidents = room.notes
    .filter(({ kind, isUndone }) => kind === 'incident' && !isUndone)
    .toSorted((a, b) => b.occurredAt - a.occurredAt);
  return (
    <section className="card" aria-label={INCIDENTS.title}>
      <div className="card-head">
        <h2 className="card-title figures">
          {INCIDENTS.title} {incidents.length}
        </h2>
        <button type="button" className="button" onClick={() => setWriting(true)}>
          {INCIDENTS.act}
          <KeyHint name="F2" />
        </button>
      </div>
      {acts.error !== null && !isWriting && <ErrorNotice error={acts.error} />}
      {incidents.length === 0 ? (
        <Notice tone="idle" what={INCIDENTS.none} todo={INCIDENTS.noneTodo} />
      ) : (
        <ul>
          {incidents.map((note) => (
            <Incident
              key={eventKey(note.event)}
              room={room}
              note={note}
              text={texts[eventKey(note.event)]?.text ?? ''}
            />
          ))}
        </ul>
      )}
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
    </section>
  );
}

interface IncidentProps {
  readonly room: RoomState;
  readonly note: NoteEntry;
  readonly text: string;
}

function Incident({ room, note, text }: IncidentProps) {
  const staff = useStation((view) => view.staff);
  const stations = useStation((view) => view.state.site.stations);
  const name = useStation((view) => (note.candidate === null ? '' : (view.cards[note.candidate]?.name ?? '')));
  const number = recordNumber(stations, note.event);
  return (
    <li className="incident">
      <p className="incident-when figures">
        <strong>{timeText(note.occurredAt)}</strong> {number}
        <PaperTag paper={note.paper} />
      </p>
      <p className="incident-text">
        {name !== '' && <strong>{name} </strong>}
        {text}
        <span className="quiet"> {staffName(staff, note.actor)}</span>
      </p>
      <PaperLink room={room} shown={{ kind: 'incident-report', paper: note.paper, about: note.event }} about={number} />
    </li>
  );
}
