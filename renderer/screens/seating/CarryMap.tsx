import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { SeatCarry } from '../../../shared/domain/seating.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { CandidateId, PaperId } from '../../../shared/ids.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { seatText } from '../../text/format.ts';
import { carryWord, carryWords } from '../../text/seating.ts';
import { cellsOf, seatAfterKey } from '../seats/seat-cells.ts';
import type { CarryPlan } from './seating-plan.ts';

interface CarryMapProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly seatsPerRoom: number;
  readonly plan: CarryPlan;
  readonly onToggle: (candidate: CandidateId) => void;
}

const SHAPES: Readonly<Record<SeatCarry['standing'], MarkShape>> = {
  seated: 'present',
  confirmed: 'done',
  absent: 'absent',
  cancelled: 'cancelled',
  left: 'left',
  writing: 'late',
  'only-later': 'expected',
};

/** The room from the front: everybody who sits there is taken for present; a press says that a seat is empty. */
export function CarryMap({ room, paper, seatsPerRoom, plan, onToggle }: CarryMapProps) {
  const cards = useStation((view) => view.cards);
  const list = useRef<HTMLUListElement>(null);
  const cells = useMemo(() => cellsOf(room, paper, seatsPerRoom), [room, paper, seatsPerRoom]);
  const [walked, setWalked] = useState<CandidateId | null>(null);
  const first = cells.find(({ candidate }) => candidate !== null)?.candidate?.candidate ?? null;
  const reachable = walked ?? first;

  function onKey(event: KeyboardEvent, own: CandidateId): void {
    const next = seatAfterKey(cells, own, event.key);
    if (next === null) return;
    event.preventDefault();
    setWalked(next);
    list.current?.querySelector<HTMLElement>(`[data-candidate="${next}"]`)?.focus();
  }

  return (
    <ul ref={list} className="carry-map" aria-label="在座的人">
      {cells.map(({ seat, row, column, candidate }) => {
        const style = { gridRow: row, gridColumn: column <= AISLE_AFTER ? column : column + 1 };
        const carry = plan.carries.find((one) => one.candidate === candidate);
        if (candidate === null || carry === undefined)
          return <li key={seat} className="carry-seat carry-none" style={style} aria-hidden="true" />;
        const isChosen = plan.chosen.has(candidate.candidate);
        const name = cards[candidate.candidate]?.name ?? '';
        const word = carryWord(carry, isChosen);
        const said = `${seatText(candidate.seat)} 座 ${name}，${carryWords(carry, isChosen)}`;
        return (
          <li key={candidate.candidate} style={style}>
            <button
              type="button"
              className={`carry-seat ${lookOf(carry, isChosen)}`}
              data-candidate={candidate.candidate}
              tabIndex={candidate.candidate === reachable ? 0 : -1}
              aria-pressed={isChosen}
              aria-disabled={carry.standing !== 'seated'}
              title={said}
              onClick={() => {
                setWalked(candidate.candidate);
                if (carry.standing === 'seated') onToggle(candidate.candidate);
              }}
              onKeyDown={(event) => onKey(event, candidate.candidate)}
            >
              <span className="visually-hidden">{said}</span>
              <span className="carry-top" aria-hidden="true">
                <span className="carry-no figures">{seatText(candidate.seat)}</span>
                <span className="carry-word">{word}</span>
                <span className="carry-mark">
                  <Mark shape={carry.standing === 'seated' && !isChosen ? 'off' : SHAPES[carry.standing]} />
                </span>
              </span>
              <span className="carry-bottom" aria-hidden="true">
                <span className="carry-name">{name}</span>
                {carry.isTicketHeld && carry.standing === 'seated' && (
                  <span className="carry-held ink-violation">
                    <Mark shape="violation" />
                  </span>
                )}
                {carry.hasDoubt && carry.standing === 'seated' && (
                  <span className="carry-held ink-late">
                    <Mark shape="attention" />
                  </span>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The aisle runs between the fourth and the fifth column. */
const AISLE_AFTER = 4;

function lookOf({ standing }: SeatCarry, isChosen: boolean): string {
  if (standing === 'seated') return isChosen ? 'seat-tone-present carry-in' : 'carry-away';
  if (standing === 'confirmed') return 'carry-confirmed';
  if (standing === 'writing') return 'seat-tone-late';
  return standing === 'cancelled' ? 'seat-tone-cancelled' : 'seat-tone-absent';
}
