import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { nameOf, useEntryRows } from '../../stores/room-view.ts';
import { seatText } from '../../text/format.ts';

const LISTED = 12;

/** 未到考生 by seat; while nearly everybody is still outside the list would only be noise. */
export function MissingPeople({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const rows = useEntryRows(room, paper);
  const missing = rows.filter(({ attendance }) => attendance.status === 'expected' || attendance.status === 'refused');
  return (
    <section className="card">
      <h2 className="card-title">未到考生</h2>
      {missing.length === 0 && rows.length > 0 && <p>全部到齐。</p>}
      {rows.length === 0 && <p className="quiet">本考场没有报考这一科的考生。</p>}
      {missing.length > LISTED && (
        <p className="quiet">
          还有 {missing.length} 人，到 {LISTED} 人以内时在此列出姓名。
        </p>
      )}
      {missing.length > 0 && missing.length <= LISTED && (
        <ul className="missing">
          {missing.map((row) => (
            <li key={row.candidate.candidate}>
              <span className="figures missing-seat">{seatText(row.candidate.seat)}</span> {nameOf(row)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
