import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { useRoom } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useDocumentView } from './document-view.ts';
import { IssuedList } from './IssuedList.tsx';
import { issuedInRoom } from './issued-papers.ts';
import { OfficeDocuments } from './OfficeDocuments.tsx';
import { OpenedDocument } from './OpenedDocument.tsx';
import { PaperCard } from './PaperCard.tsx';
import { RecordPane } from './RecordPane.tsx';
import { useDocument } from './use-document.ts';

/** 文书打印: what can be made, what was made, and the paper itself. */
export function DocumentsScreen() {
  const room = useRoom();
  return room === null ? <OfficeDocuments /> : <RoomDocuments room={room} />;
}

function RoomDocuments({ room }: { readonly room: RoomState }) {
  const documents = useDocument();
  const { record, showRecord } = useDocumentView();
  const { room: roomNo } = room;

  async function issueSheet(paper: PaperId): Promise<void> {
    const make = () => ask('document.issueSignInSheet', { room: roomNo, paper });
    if (await documents.issue(`sign-in-sheet ${paper}`, make)) showRecord(null);
  }

  async function issueRecord(paper: PaperId): Promise<void> {
    const make = () => ask('document.issueRoomRecord', { room: roomNo, paper });
    if (await documents.issue(`room-record ${paper}`, make)) showRecord(null);
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
            isRecordOpen={record === paper}
            onSheet={() => void issueSheet(paper)}
            onRecord={() => showRecord(paper)}
          />
        ))}
        <IssuedList
          issued={issuedInRoom(room)}
          documents={documents}
          onOpen={(document) => {
            void documents.open(document, 'list').then((isOpen) => {
              if (isOpen) showRecord(null);
            });
          }}
        />
        <p className="quiet documents-later">门贴、桌贴、违规告知书等由后续版本提供。</p>
      </div>
      {record === null ? (
        <OpenedDocument opened={documents.opened} onClose={documents.close} />
      ) : (
        <RecordPane
          key={record}
          room={room}
          paper={record}
          documents={documents}
          onPrint={() => void issueRecord(record)}
          onClose={() => showRecord(null)}
        />
      )}
    </div>
  );
}
