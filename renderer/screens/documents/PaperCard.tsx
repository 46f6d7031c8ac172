import type { ReactNode } from 'react';
import { expectedIn } from '../../../shared/domain/attendance.ts';
import { collectionOf } from '../../../shared/domain/collection.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { copiesText } from '../../text/documents.ts';
import { shortTimeText } from '../../text/format.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { recordOf } from './document-view.ts';
import { isSealed, paperStanding } from './paper-standing.ts';
import type { Documents } from './use-document.ts';

interface PaperCardProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly documents: Documents;
  readonly isRecordOpen: boolean;
  readonly onSheet: () => void;
  readonly onRecord: () => void;
}

/** The papers of one 科目: 考生签到表 and 考场情况记录单, each with how it stands. */
export function PaperCard({ room, paper, documents, isRecordOpen, onSheet, onRecord }: PaperCardProps) {
  const title = PAPER_TITLES[paper];
  const people = expectedIn(room, paper).length;
  const copiesOf = (kind: string) =>
    room.issued.filter((issued) => issued.kind === kind && issued.paper === paper).length;
  const sheets = copiesOf('sign-in-sheet');
  const collection = collectionOf(room, paper);
  const record = recordOf(paper);
  const standing = paperStanding(room, record);
  const hasSeal = isSealed(room, record);
  const recordState = hasSeal
    ? standing.words
    : collection === null
      ? '收卷之后签名、打印'
      : `${shortTimeText(collection.occurredAt)} 已收卷，${copiesText(copiesOf('room-record'))}`;
  const recordAct = hasSeal || collection !== null ? standing.act : '查看';
  const error = documents.errorAt(`sign-in-sheet ${paper}`);
  return (
    <section className="card papers" aria-label={title}>
      <h2 className="card-title figures">
        {title}，{people === 0 ? '没有考生' : `${people} 人`}
      </h2>
      <PaperRow name="考生签到表" state={copiesText(sheets)}>
        <button
          type="button"
          className="button"
          aria-label={`${sheets === 0 ? '生成并打开' : '重印'} 考生签到表 ${title}`}
          disabled={documents.busy !== null || people === 0}
          onClick={onSheet}
        >
          {documents.busy === `sign-in-sheet ${paper}` ? '正在生成…' : sheets === 0 ? '生成并打开' : '重印'}
        </button>
      </PaperRow>
      {error !== null && <ErrorNotice error={error} />}
      <PaperRow name="考场情况记录单" state={recordState}>
        <button
          type="button"
          className="button"
          aria-pressed={isRecordOpen}
          aria-label={`${recordAct} 考场情况记录单 ${title}`}
          disabled={people === 0}
          onClick={onRecord}
        >
          {recordAct}
        </button>
      </PaperRow>
    </section>
  );
}

interface PaperRowProps {
  readonly name: string;
  readonly state: string;
  readonly children: ReactNode;
}

function PaperRow({ name, state, children }: PaperRowProps) {
  return (
    <div className="paper-row">
      <div>
        <h3 className="paper-name">{name}</h3>
        <p className="quiet figures">{state}</p>
      </div>
      {children}
    </div>
  );
}
