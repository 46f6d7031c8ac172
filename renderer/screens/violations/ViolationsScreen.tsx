import { useMemo, useState } from 'react';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useRoom, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { NO_VIOLATIONS } from '../../text/violations.ts';
import { usePersonActs } from '../acts/use-person-acts.ts';
import { useRecordTexts } from '../acts/use-record-texts.ts';
import { stripPapers } from '../shell/strip-papers.ts';
import { NewViolation } from './NewViolation.tsx';
import { ViolationCard } from './ViolationCard.tsx';
import { violationRows } from './violation-rows.ts';

/** 违纪处理: what was recorded in both papers, and what is still to be entered in the exam system. */
export function ViolationsScreen() {
  const room = useRoom();
  const timeline = useTimeline();
  const now = useNow();
  const hasActed = useActing((store) => (store.actor ?? store.last) !== null);
  if (room === null || timeline === null) {
    return (
      <div className="later">
        <h2>违纪在各考场登记</h2>
        <p>本机是考务办公室。各考场登记的违纪将在「考点总览」里汇总。</p>
      </div>
    );
  }
  // Locked it stays as it is, out of sight: what is being filled in is still there for who signs in next.
  return hasActed ? <Violations room={room} paper={stripPapers(timeline, now).main.paper} /> : null;
}

interface ViolationsProps {
  readonly room: RoomState;
  /** The paper that a new one belongs to, unless the invigilator says otherwise. */
  readonly paper: PaperId;
}

function Violations({ room, paper }: ViolationsProps) {
  const acts = usePersonActs();
  const texts = useRecordTexts(room);
  const rows = useMemo(() => violationRows(room), [room]);
  const [isNew, setNew] = useState(false);
  const [undoing, setUndoing] = useState<{ readonly target: EventRef; readonly name: string } | null>(null);
  useFunctionKey('F2', () => setNew(true));
  const open = rows.filter((row) => row.isOpen).length;
  const standing = rows.filter((row) => !row.act.isUndone);
  const warnings = standing.filter((row) => row.act.measure === 'warned').length;

  return (
    <div className="violations">
      <header className="violations-head">
        <p className="violations-sums figures">
          违纪 <strong>{standing.length - warnings}</strong>
          口头警告 <strong>{warnings}</strong>
          <span className={open > 0 ? 'tag tone-violation' : 'tag'}>待登记到监考管理系统 {open}</span>
        </p>
        <button type="button" className="button button-primary" onClick={() => setNew(true)}>
          登记违纪
          <KeyHint name="F2" />
        </button>
      </header>
      {acts.error !== null && !isNew && <ErrorNotice error={acts.error} />}
      {rows.length === 0 ? (
        <section className="card violations-empty">
          <h2>{NO_VIOLATIONS.title}</h2>
          <ol>
            {NO_VIOLATIONS.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      ) : (
        <ul className="violations-list" aria-label="违纪与警告">
          {rows.map((row) => (
            <ViolationCard
              key={row.key}
              row={row}
              room={room}
              text={texts[row.key] ?? null}
              cancelledWhy={row.cancellation === null ? '' : (texts[eventKey(row.cancellation.event)]?.text ?? '')}
              acts={acts}
              onLateUndo={(target, name) => setUndoing({ target, name })}
            />
          ))}
        </ul>
      )}
      {isNew && (
        <NewViolation
          room={room}
          paper={paper}
          acts={acts}
          onClose={() => {
            acts.setError(null);
            setNew(false);
          }}
        />
      )}
      {undoing !== null && (
        <LateUndoDialog name={undoing.name} target={undoing.target} onClose={() => setUndoing(null)} />
      )}
    </div>
  );
}
