import type { RoomState } from '../../../shared/domain/state.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { type ShownPaper, useDocumentView } from './document-view.ts';
import { paperStanding } from './paper-standing.ts';

interface PaperLinkProps {
  readonly room: RoomState;
  readonly shown: ShownPaper;
  /** What it is about, for those who do not see where the button stands: "A#171". */
  readonly about: string;
}

/** From a record to the paper about it: its name, how it stands, one press to where it is signed. */
export function PaperLink({ room, shown, about }: PaperLinkProps) {
  const show = useScreen((store) => store.show);
  const showPaper = useDocumentView((view) => view.showPaper);
  const { words } = paperStanding(room, shown);
  return (
    <button
      type="button"
      className="button button-small paper-link"
      onClick={() => {
        showPaper(shown);
        show('documents');
      }}
    >
      {DOCUMENT_LABELS[shown.kind]}
      <span className="visually-hidden"> {about}</span>
      <span className="paper-link-more figures">{words}</span>
    </button>
  );
}
