import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { findCandidate } from '../../../shared/domain/decide-place.ts';
import type { DayRules } from '../../../shared/domain/rules.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId, PaperId } from '../../../shared/ids.ts';
import { PaperSwitch } from '../../components/PaperSwitch.tsx';
import { useTypedInto } from '../../components/use-typed-into.ts';
import { nobodyInPaper } from '../../text/seats.ts';
import { PersonSearch } from '../acts/PersonSearch.tsx';
import { usePersonActs } from '../acts/use-person-acts.ts';
import { useSearch } from '../check-in/use-search.ts';
import { LastActLine } from './LastActLine.tsx';
import { cellsOf } from './seat-cells.ts';
import { SeatGrid } from './SeatGrid.tsx';
import { SeatLegend } from './SeatLegend.tsx';
import { SeatPanel } from './SeatPanel.tsx';

interface SeatsBoardProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly rules: DayRules;
  readonly onPaper: (paper: PaperId) => void;
}

/** The room on the left, the chosen seat and its acts on the right. */
export function SeatsBoard({ room, timeline, rules, onPaper }: SeatsBoardProps) {
  const { paper } = timeline;
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<CandidateId | null>(null);
  const search = useSearch(room.room);
  useTypedInto(field);
  const acts = usePersonActs();
  const { setError } = acts;
  const { seatsPerRoom } = rules.values;
  const cells = useMemo(() => cellsOf(room, paper, seatsPerRoom), [room, paper, seatsPerRoom]);
  const candidate = chosen === null ? undefined : findCandidate(room, chosen);
  const isEmpty = cells.every((cell) => cell.candidate === null);

  // A button that was just used is closed now and has lost the focus; the next key belongs to the seat or to the next scan.
  useEffect(() => {
    if (acts.last === null) return;
    const active = document.activeElement;
    if (active === field.current) field.current?.select();
    else if (active === null || active === document.body) panel.current?.focus();
  }, [acts.last]);

  const choose = useCallback(
    (next: CandidateId | null) => {
      setError(null);
      setChosen(next);
    },
    [setError],
  );

  return (
    <div className="seats">
      <section className="seats-map" aria-label="座位">
        <div className="seats-head">
          <PaperSwitch label="科目" value={paper} onChange={onPaper} />
          <p className="seats-podium">讲台</p>
          <LastActLine room={room} acts={acts} />
        </div>
        {isEmpty ? (
          <p className="empty">{nobodyInPaper(paper)}</p>
        ) : (
          <SeatGrid
            cells={cells}
            timeline={timeline}
            chosen={candidate?.candidate ?? null}
            onChoose={(next) => {
              search.clear();
              choose(next);
            }}
            onEnter={() => panel.current?.focus()}
          />
        )}
        <SeatLegend cells={cells} timeline={timeline} />
      </section>
      <aside className="seats-side" aria-label="办理">
        <PersonSearch
          search={search}
          fieldRef={field}
          label="座位号、准考证号或姓名"
          onPerson={(person: CandidateCard | null) => choose(person?.candidate ?? null)}
          onEnter={() => panel.current?.focus()}
        />
        <SeatPanel
          ref={panel}
          room={room}
          timeline={timeline}
          rules={rules}
          candidate={candidate ?? null}
          acts={acts}
        />
      </aside>
    </div>
  );
}
