import { useState } from 'react';
import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useTimeline } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { nowExact } from '../../stores/use-now.ts';
import { copiesText } from '../../text/documents.ts';
import { PAPER_LABELS, PAPER_TITLES } from '../../text/words.ts';
import { useTaskKey } from '../day/use-task-key.ts';
import { stripPapers } from '../shell/strip-papers.ts';
import { CheckPaper } from '../paper-check/CheckPaper.tsx';
import { HandOutBoard } from './HandOutBoard.tsx';
import { IssuedList } from './IssuedList.tsx';
import { issuedAtSite } from './issued-papers.ts';
import { OpenedDocument } from './OpenedDocument.tsx';
import { ScanCard } from './ScanCard.tsx';
import { ScanPane } from './ScanPane.tsx';
import { useSiteRooms } from './site-rooms.ts';
import { useDocument } from './use-document.ts';
import { useScanPane } from './use-scan-pane.ts';

/** 文书打印 at the exam office: the sheets of every room in one file, for rooms often have no printer. */
export function OfficeDocuments() {
  const timeline = useTimeline();
  const [paper, setPaper] = useState<PaperId>(() =>
    timeline === null ? 'theory' : stripPapers(timeline, nowExact()).main.paper,
  );
  const rooms = useSiteRooms(paper);
  const every = useStation((view) => view.state.rooms);
  const documents = useDocument();
  const scans = useScanPane({ opened: documents.opened, shown: null });
  const key = `site ${paper}`;
  const error = documents.errorAt(key);
  const copies = Math.max(0, ...rooms.map(({ copies: made }) => made));
  const canPrint = rooms.length > 0 && documents.busy === null;
  const print = () => void documents.issue(key, () => ask('document.issueSiteSheets', { paper }));
  // Once there is a file, another is a 重印: never by a key pressed twice.
  const isFirst = copies === 0;
  useTaskKey(canPrint && isFirst && !scans.isOpen ? print : null);
  return (
    <div className="documents documents-office">
      <div className="documents-side">
        <section className="card papers" aria-label="全站点考生签到表">
          <fieldset className="paper-switch">
            <legend className="visually-hidden">科目</legend>
            {PAPER_IDS.map((one) => (
              <button
                key={one}
                type="button"
                className="paper-choice"
                aria-pressed={one === paper}
                onClick={() => setPaper(one)}
              >
                {PAPER_LABELS[one]}
              </button>
            ))}
          </fieldset>
          <div>
            <h2 className="paper-name">考生签到表 全站点</h2>
            <p className="quiet figures">
              {PAPER_TITLES[paper]}，{rooms.length} 个考场合成一个文件，{copiesText(copies)}
            </p>
          </div>
          <button
            type="button"
            className={isFirst ? 'button button-primary' : 'button'}
            disabled={!canPrint}
            onClick={print}
          >
            {documents.busy === key
              ? `正在生成 ${rooms.length} 个考场…`
              : `${isFirst ? '生成' : '重印'} ${rooms.length} 个考场的签到表`}
            {isFirst && <KeyHint name="F2" />}
          </button>
          {error !== null && <ErrorNotice error={error} />}
        </section>
        <HandOutBoard paper={paper} />
        <ScanCard rooms={Object.values(every)} isOpen={scans.isOpen} onOpen={scans.open} />
        <IssuedList
          issued={issuedAtSite(rooms.map(({ room }) => room))}
          documents={documents}
          onOpen={(document) => void documents.open(document, 'list')}
        />
        <CheckPaper />
      </div>
      {scans.isOpen ? (
        <ScanPane room={null} onClose={scans.close} />
      ) : (
        <OpenedDocument opened={documents.opened} onClose={documents.close} />
      )}
    </div>
  );
}
