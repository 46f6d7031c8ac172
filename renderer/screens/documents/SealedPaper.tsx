import { useState } from 'react';
import type { SignedPaperPreview } from '../../../shared/contract/signed-paper-methods.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { openCorrectionOf } from '../../../shared/domain/corrections.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { shortTimeText } from '../../text/format.ts';
import { OUTDATED, AFTER_SEAL } from '../../text/signed-papers.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { CorrectionActs } from './CorrectionActs.tsx';
import type { ShownPaper } from './document-view.ts';
import { SignDialog } from './SignDialog.tsx';
import { lateSigners } from './signers.ts';
import type { Documents } from './use-document.ts';

interface SealedPaperProps {
  readonly room: RoomState;
  readonly shown: ShownPaper;
  readonly sealed: NonNullable<SignedPaperPreview['sealed']>;
  readonly documents: Documents;
  readonly onClose: () => void;
}

/** A paper that is sealed: when, by whom, who may still sign in it, and what to do where it is right no more. */
export function SealedPaper({ room, shown, sealed, documents, onClose }: SealedPaperProps) {
  const staff = useStation((view) => view.staff);
  const [signing, setSigning] = useState<StaffCard | null>(null);
  const { document, isOutdated, isSubjectGone, signatures } = sealed;
  const key = `sealed ${document}`;
  const open = () =>
    void documents.open(document, key).then((isOpen) => {
      if (isOpen) onClose();
    });
  const issued = room.issued.find((one) => one.document === document);
  const isCorrecting = issued !== undefined && openCorrectionOf(room, issued.event) !== null;
  const late = isSubjectGone ? [] : lateSigners(staff, room.room, sealed);
  const isFree = documents.busy === null;
  // What is right no more needs its 更正单 first.
  useFunctionKey('F2', isFree && !isOutdated ? open : null);
  const error = documents.errorAt(key);
  const nameOf = (who: string) => staff.find((card) => card.staff === who)?.name ?? '？';
  return (
    <>
      {isOutdated && (
        <Notice
          tone="late"
          what={isSubjectGone ? OUTDATED.gone : OUTDATED.changed}
          todo={`${isSubjectGone ? OUTDATED.asSealed : OUTDATED.asNow}；${isCorrecting ? OUTDATED.goOn : OUTDATED.open}。`}
        />
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="sealed-line">
        <span className="tag tone-present figures">
          <Mark shape="done" />
          {AFTER_SEAL.at(shortTimeText(sealed.at))}
        </span>
        <ul className="sealed-signers" aria-label={AFTER_SEAL.signed}>
          {signatures.map((signature) => (
            <li key={signature.staff} className="figures">
              {nameOf(signature.staff)} {shortTimeText(signature.at)}
            </li>
          ))}
        </ul>
      </div>
      <div className="record-acts">
        <button
          type="button"
          className={isOutdated ? 'button' : 'button button-primary'}
          disabled={!isFree}
          onClick={open}
        >
          {isFree ? AFTER_SEAL.open : AFTER_SEAL.opening}
          {!isOutdated && <KeyHint name="F2" />}
        </button>
        {late.map((card) => (
          <button key={card.staff} type="button" className="button" disabled={!isFree} onClick={() => setSigning(card)}>
            {AFTER_SEAL.signLate(`${ROLE_LABELS[card.role]} ${card.name}`)}
          </button>
        ))}
        {late.length > 0 && <p className="quiet record-note">{AFTER_SEAL.lateMeans}</p>}
      </div>
      {shown.kind !== 'correction' && issued !== undefined && (
        <CorrectionActs
          room={room}
          shown={shown}
          issued={issued}
          canOpen={isOutdated || !isSubjectGone}
          isDue={isOutdated}
        />
      )}
      {signing !== null && (
        <SignDialog
          signer={signing}
          what={AFTER_SEAL.paper(DOCUMENT_LABELS[shown.kind])}
          onSign={(drawing) => ask('signedPaper.signLate', { document, drawing }, { actor: signing.staff })}
          onClose={() => setSigning(null)}
          onStale={() => setSigning(null)}
        />
      )}
    </>
  );
}
