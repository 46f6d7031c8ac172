import { useState } from 'react';
import { openCorrectionOf, sealedCorrectionsOf } from '../../../shared/domain/corrections.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { shortTimeText } from '../../text/format.ts';
import { CORRECTING } from '../../text/signed-papers.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { type ShownPaper, useDocumentView } from './document-view.ts';

interface CorrectionActsProps {
  readonly room: RoomState;
  readonly shown: ShownPaper;
  /** The print of it that is sealed. */
  readonly issued: IssuedPaper;
}

/** Beside a sealed paper: the way to another 更正单, to the one that is open, and which there are. */
export function CorrectionActs({ room, shown, issued }: CorrectionActsProps) {
  const showPaper = useDocumentView((view) => view.showPaper);
  const [isOpening, setOpening] = useState(false);
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const open = openCorrectionOf(room, issued.event);
  const sealed = sealedCorrectionsOf(room, issued.event);
  const goTo = (about: ShownPaper['about']) => showPaper({ kind: 'correction', paper: shown.paper, about });
  return (
    <div className="record-acts">
      {open === null ? (
        <button type="button" className="button" onClick={() => setOpening(true)}>
          {CORRECTING.act}
        </button>
      ) : (
        <>
          <button type="button" className="button" onClick={() => goTo(open.event)}>
            {CORRECTING.goOn}
          </button>
          <UndoButton
            target={open.event}
            actor={open.actor}
            what={CORRECTING.name}
            onLate={() => setUndoing(open.event)}
            onError={setError}
          />
        </>
      )}
      {(open !== null || sealed.length > 0) && (
        <p className="quiet record-note figures">
          {[
            ...sealed.map(({ seal }) => CORRECTING.sealed(shortTimeText(seal.at))),
            ...(open === null ? [] : [CORRECTING.open(shortTimeText(open.at))]),
          ].join('；')}
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {undoing !== null && <LateUndoDialog name={CORRECTING.name} target={undoing} onClose={() => setUndoing(null)} />}
      {isOpening && (
        <CorrectDialog
          room={room.room}
          shown={shown}
          corrects={issued.event}
          onOpened={goTo}
          onClose={() => setOpening(false)}
        />
      )}
    </div>
  );
}
