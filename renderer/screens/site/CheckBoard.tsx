import type { RoomNo } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { useDay } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { siteText } from '../../text/checks.ts';
import { type BoardRow, checkBoard } from './check-board.ts';

interface CheckBoardProps {
  /** Null = the site's own list. */
  readonly selected: RoomNo | null;
  readonly onSelect: (room: RoomNo | null) => void;
}

/** 考场检查进度 at the exam office: one row a place, what is most behind on top. */
export function CheckBoard({ selected, onSelect }: CheckBoardProps) {
  const day = useDay();
  const state = useStation((view) => view.state);
  if (day === null) return null;
  const rows = checkBoard(state, day);
  const open = rows.reduce((sum, row) => sum + row.open, 0);
  return (
    <section className="card check-board" aria-label={siteText.board}>
      <h2 className="card-title figures">
        {open === 0 ? siteText.nothingLeft : siteText.leftInAll(open, rows.length - 1)}
      </h2>
      <ul className="check-places">
        {rows.map((row) => (
          <li key={row.room?.room ?? 'site'}>
            <Place
              row={row}
              isSelected={(row.room?.room ?? null) === selected}
              onSelect={() => onSelect(row.room?.room ?? null)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceProps {
  readonly row: BoardRow;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function Place({ row: { room, open }, isSelected, onSelect }: PlaceProps) {
  const isDone = open === 0;
  return (
    <button type="button" className="check-place" aria-current={isSelected ? 'true' : undefined} onClick={onSelect}>
      <span className="check-place-name">
        <strong>{room === null ? siteText.site : siteText.roomCalled(room.room)}</strong>
        {room !== null && <span className="quiet check-place-where">{room.place}</span>}
      </span>
      <span className={`check-place-left figures ${isDone ? 'ink-present' : 'ink-late'}`}>
        <Mark shape={isDone ? 'done' : 'attention'} />
        {isDone ? siteText.allDone : siteText.left(open)}
      </span>
    </button>
  );
}
