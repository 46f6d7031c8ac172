import { useMemo } from 'react';
import { countRoom } from '../../../shared/domain/attendance.ts';
import { collectionOf } from '../../../shared/domain/collection.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useEntryRows } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { reportSentence } from './report.ts';

/** The line for the site's group chat, always up to date. */
export function ReportCard({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const rows = useEntryRows(room, paper);
  const count = useMemo(() => countRoom(room, paper), [room, paper]);
  const missingSeats = rows
    .filter(({ attendance }) => attendance.status === 'expected' || attendance.status === 'refused')
    .map(({ candidate }) => candidate.seat);
  const violations = allViolations(room, paper).filter((act) => !act.isUndone && act.measure === 'recorded').length;
  const isCollected = collectionOf(room, paper) !== null;
  const facts = { room: room.room, paper, count, violations, isCollected, missingSeats };
  const text = reportSentence({ ...facts, now: useNow() });
  return (
    <section className="card">
      <div className="card-head">
        <h2 className="card-title">{PAPER_LABELS[paper]} 一句话报告</h2>
        <CopyButton text={text} label="复制" />
      </div>
      <p className="report">{text}</p>
    </section>
  );
}
