import { useState } from 'react';
import type { SignedPaperPreview } from '../../../shared/contract/signed-paper-methods.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { shortTimeText } from '../../text/format.ts';
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
  const { document, isOutdated, signatures } = sealed;
  const key = `sealed ${document}`;
  const open = () =>
    void documents.open(document, key).then((isOpen) => {
      if (isOpen) onClose();
    });
  const issued = room.issued.find((one) => one.document === document);
  const late = lateSigners(staff, room.room, sealed);
  const isFree = documents.busy === null;
  useFunctionKey('F2', isFree ? open : null);
  const error = documents.errorAt(key);
  const nameOf = (who: string) => staff.find((card) => card.staff === who)?.name ?? '？';
  return (
    <>
      {isOutdated && (
        <Notice
          tone="late"
          what="封存之后记录有变，封存的那一份不再更改。"
          todo="上面是现在的内容；请另开更正单，写明更正了什么。"
        />
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="sealed-line">
        <span className="tag tone-present figures">
          <Mark shape="done" />
          {shortTimeText(sealed.at)} 已封存
        </span>
        <ul className="sealed-signers" aria-label="已签名">
          {signatures.map((signature) => (
            <li key={signature.staff} className="figures">
              {nameOf(signature.staff)} {shortTimeText(signature.at)}
            </li>
          ))}
        </ul>
      </div>
      <div className="record-acts">
        <button type="button" className="button button-primary" disabled={!isFree} onClick={open}>
          {isFree ? '打开封存的文书' : '正在打开…'}
          <KeyHint name="F2" />
        </button>
        {late.map((card) => (
          <button key={card.staff} type="button" className="button" disabled={!isFree} onClick={() => setSigning(card)}>
            {ROLE_LABELS[card.role]} {card.name} 补签
          </button>
        ))}
        {late.length > 0 && <p className="quiet record-note">补签签的是封存的那一份，请先打开看过。</p>}
      </div>
      {shown.kind !== 'correction' && issued !== undefined && (
        <CorrectionActs room={room} shown={shown} issued={issued} />
      )}
      {signing !== null && (
        <SignDialog
          signer={signing}
          what={`封存的${DOCUMENT_LABELS[shown.kind]}`}
          onSign={(drawing) => ask('signedPaper.signLate', { document, drawing }, { actor: signing.staff })}
          onClose={() => setSigning(null)}
          onStale={() => setSigning(null)}
        />
      )}
    </>
  );
}
