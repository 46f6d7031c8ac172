import { useState } from 'react';
import { openCorrectionOf, sealedCorrectionsOf } from '../../../shared/domain/corrections.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { shortTimeText } from '../../text/format.ts';
import { CORRECTING } from '../../text/signed-papers.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { type ShownPaper, useDocumentView } from './document-view.ts';

interface CorrectionActsProps {
  readonly room: RoomState;
  readonly shown: ShownPaper;
  /** The print of it that is sealed. */
  readonly issued: IssuedPaper;
  /** False where a 更正单 says already that all of it was taken back. */
  readonly canOpen: boolean;
  /** The paper is right no more: this is what to do now. */
  readonly isDue: boolean;
}

/** Beside a sealed paper: the way to another 更正单, to the one that is open, and which there are. */
export function CorrectionActs({ room, shown, issued, canOpen, isDue }: CorrectionActsProps) {
  const showPaper = useDocumentView((view) => view.showPaper);
  const [isOpening, setOpening] = useState(false);
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const open = openCorrectionOf(room, issued.event);
  const sealed = sealedCorrectionsOf(room, issued.event);
  const goTo = (about: ShownPaper['about']) => showPaper({ kind: 'correction', paper: shown.paper, about });
  const startOne = () => setOpening(true);
  const look = isDue ? 'button button-primary' : 'button';
  useFunctionKey('F2', !isDue ? null : open === null ? startOne : () => goTo(open.event));
  return (
    <div className="record-acts">
      {open === null && canOpen && (
        <button type="button" className={look} onClick={startOne}>
          {CORRECTING.act}
          {isDue && <KeyHint name="F2" />}
        </button>
      )}
      {open !== null && (
        <>
          <button type="button" className={look} onClick={() => goTo(open.event)}>
            {CORRECTING.goOn}
            {isDue && <KeyHint name="F2" />}
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
