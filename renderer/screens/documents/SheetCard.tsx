import type { ContractError } from '../../../shared/contract/call.ts';
import { isExpected } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId, RoomNo } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { PAPER_TITLES } from '../../text/words.ts';

interface SheetCardProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly busy: string | null;
  readonly error: ContractError | null;
  readonly onIssue: (room: RoomNo, paper: PaperId) => void;
}

/** 考生签到表 of one paper. */
export function SheetCard({ room, paper, busy, error, onIssue }: SheetCardProps) {
  const people = Object.values(room.candidates).filter((candidate) => isExpected(candidate, paper)).length;
  const copies = room.issued.filter((issued) => issued.kind === 'sign-in-sheet' && issued.paper === paper).length;
  return (
    <section className="card sheet" aria-label={`考生签到表 ${PAPER_TITLES[paper]}`}>
      <div>
        <h2 className="sheet-title">考生签到表</h2>
        <p className="quiet figures">
          {PAPER_TITLES[paper]}，{people} 人{copies === 0 ? '，还没有生成' : `，已生成 ${copies} 份`}
        </p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={`生成并打开 考生签到表 ${PAPER_TITLES[paper]}`}
        disabled={busy !== null || people === 0}
        onClick={() => onIssue(room.room, paper)}
      >
        {busy === paper ? '正在生成…' : '生成并打开'}
      </button>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
