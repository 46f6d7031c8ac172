import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { useRoom } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { CheckPaper } from '../paper-check/CheckPaper.tsx';
import { keyOf, recordOf, useDocumentView } from './document-view.ts';
import { IssuedList } from './IssuedList.tsx';
import { issuedInRoom } from './issued-papers.ts';
import { MattersCard } from './MattersCard.tsx';
import { OfficeDocuments } from './OfficeDocuments.tsx';
import { OpenedDocument } from './OpenedDocument.tsx';
import { PaperCard } from './PaperCard.tsx';
import { ScanCard } from './ScanCard.tsx';
import { ScanPane } from './ScanPane.tsx';
import { SignedPaperPane } from './SignedPaperPane.tsx';
import { useDocument } from './use-document.ts';
import { useScanPane } from './use-scan-pane.ts';

/** 文书打印: what can be made, what was made, and the paper itself. */
export function DocumentsScreen() {
  const room = useRoom();
  return room === null ? <OfficeDocuments /> : <RoomDocuments room={room} />;
}

function RoomDocuments({ room }: { readonly room: RoomState }) {
  const documents = useDocument();
  const { shown, showPaper } = useDocumentView();
  const { room: roomNo } = room;
  const scans = useScanPane({ opened: documents.opened, shown });

  async function issueSheet(paper: PaperId): Promise<void> {
    const make = () => ask('document.issueSignInSheet', { room: roomNo, paper });
    if (await documents.issue(`sign-in-sheet ${paper}`, make)) showPaper(null);
  }

  return (
    <div className="documents">
      <div className="documents-side">
        {PAPER_IDS.map((paper) => (
          <PaperCard
            key={paper}
            room={room}
            paper={paper}
            documents={documents}
            isRecordOpen={shown?.kind === 'room-record' && shown.paper === paper}
            onSheet={() => void issueSheet(paper)}
            onRecord={() => showPaper(recordOf(paper))}
          />
        ))}
        <MattersCard room={room} shown={shown} onShow={showPaper} />
        <ScanCard rooms={[room]} isOpen={scans.isOpen} onOpen={scans.open} />
        <IssuedList
          issued={issuedInRoom(room)}
          documents={documents}
          onOpen={(document) => {
            void documents.open(document, 'list').then((isOpen) => {
              if (isOpen) showPaper(null);
            });
          }}
        />
        <CheckPaper />
        <p className="quiet documents-later">门贴、桌贴由后续版本提供。</p>
      </div>
      {scans.isOpen ? (
        <ScanPane room={roomNo} onClose={scans.close} />
      ) : shown === null ? (
        <OpenedDocument opened={documents.opened} onClose={documents.close} />
      ) : (
        <SignedPaperPane
          key={keyOf(shown)}
          room={room}
          shown={shown}
          documents={documents}
          onClose={() => showPaper(null)}
        />
      )}
    </div>
  );
}
