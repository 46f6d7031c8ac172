import { PAPER_IDS } from '../../../shared/ids.ts';
import { useRoom } from '../../stores/room-view.ts';
import { IssuedList } from './IssuedList.tsx';
import { OpenedDocument } from './OpenedDocument.tsx';
import { SheetCard } from './SheetCard.tsx';
import { useDocument } from './use-document.ts';

/** 文书打印: what can be made, what was made, and the paper itself. */
export function DocumentsScreen() {
  const room = useRoom();
  const { opened, busy, error, issue, open, close } = useDocument();
  if (room === null) {
    return (
      <div className="later">
        <h2>文书在各考场生成</h2>
        <p>本机是考务办公室。全站点的文书汇总由后续版本提供。</p>
      </div>
    );
  }
  return (
    <div className="documents">
      <div className="documents-side">
        {PAPER_IDS.map((paper) => (
          <SheetCard
            key={paper}
            room={room}
            paper={paper}
            busy={busy}
            error={error?.key === paper ? error.error : null}
            onIssue={issue}
          />
        ))}
        <IssuedList room={room} busy={busy} onOpen={open} error={error?.key === 'list' ? error.error : null} />
        <p className="quiet documents-later">门贴、桌贴、考场情况记录单、违规告知书等由后续版本提供。</p>
      </div>
      <OpenedDocument opened={opened} onClose={close} />
    </div>
  );
}
