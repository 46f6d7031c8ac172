import { useState } from 'react';
import type { SignedPaperPreview } from '../../../shared/contract/signed-paper-methods.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import type { Drawing } from '../../../shared/domain/drawing.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ask } from '../../stores/send-command.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { CORRECTING } from '../../text/signed-papers.ts';
import { BEFORE_SEAL } from '../../text/signed-papers.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import type { ShownPaper } from './document-view.ts';
import { PaperPreview } from './PaperPreview.tsx';
import { RecordMissing } from './RecordMissing.tsx';
import { SealedPaper } from './SealedPaper.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SignerList } from './SignerList.tsx';
import { useSigners } from './signers.ts';
import type { Documents } from './use-document.ts';
import { useSignedPaper } from './use-signed-paper.ts';

interface SignedPaperPaneProps {
  readonly room: RoomState;
  readonly shown: ShownPaper;
  readonly documents: Documents;
  readonly onClose: () => void;
}

/** A paper that people sign, on screen: what it says, who has signed exactly this, who is next, and the seal. */
export function SignedPaperPane({ room, shown, documents, onClose }: SignedPaperPaneProps) {
  const { preview, error } = useSignedPaper(room, shown);
  const title = DOCUMENT_LABELS[shown.kind];
  return (
    <section className="card paper-view record" aria-label={title}>
      <div className="card-head">
        <h2 className="card-title">{BEFORE_SEAL.preview(`${title} ${PAPER_TITLES[shown.paper]}`)}</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          {BEFORE_SEAL.close}
        </button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {preview !== null && (
        <>
          <PaperPreview content={preview.content} />
          <div className="record-foot">
            {preview.sealed !== null ? (
              <SealedPaper room={room} shown={shown} sealed={preview.sealed} documents={documents} onClose={onClose} />
            ) : preview.canSign ? (
              <Signing room={room} shown={shown} preview={preview} documents={documents} onClose={onClose} />
            ) : (
              <NotReady room={room} shown={shown} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Why nobody can sign yet. */
function NotReady({ room, shown }: Pick<SignedPaperPaneProps, 'room' | 'shown'>) {
  if (shown.kind !== 'correction') return <RecordMissing room={room} paper={shown.paper} />;
  return <Notice tone="idle" what={CORRECTING.nothing} todo={CORRECTING.nothingTodo} />;
}

interface SigningProps extends SignedPaperPaneProps {
  readonly preview: SignedPaperPreview;
}

/** Those who have to sign one after the other, then the seal. */
function Signing({ room, shown, preview, documents, onClose }: SigningProps) {
  const [signing, setSigning] = useState<{ readonly card: StaffCard; readonly contentDigest: string } | null>(null);
  const [isStale, setStale] = useState(false);
  const signers = useSigners(room.room, preview.lines);
  const next = signers.find(({ isDue, signedAt }) => isDue && signedAt === null)?.card ?? null;
  const hasDue = signers.some(({ isDue }) => isDue);
  const asked = { room: room.room, ...shown };
  const { contentDigest } = preview;
  const key = `${shown.kind} ${shown.paper}`;
  /** The paper takes the preview's place. */
  const make: Documents['issue'] = async (what, issue) => {
    const isOpen = await documents.issue(what, issue);
    if (isOpen) onClose();
    return isOpen;
  };
  const sign = (card: StaffCard) => {
    setStale(false);
    setSigning({ card, contentDigest });
  };
  const seal = () => void make(key, () => ask('signedPaper.seal', { ...asked, contentDigest }));
  const print = () => void make(`${key} blank`, () => ask('signedPaper.issue', asked));
  const canSeal = hasDue && next === null && documents.busy === null;
  useFunctionKey('F2', next !== null ? () => sign(next) : canSeal ? seal : null);
  const problem = documents.errorAt(key) ?? documents.errorAt(`${key} blank`);
  return (
    <>
      {preview.lapsed > 0 && (
        <Notice tone="late" what={BEFORE_SEAL.lapsed(preview.lapsed)} todo={BEFORE_SEAL.lapsedTodo} />
      )}
      {isStale && <Notice tone="late" what={BEFORE_SEAL.stale} todo={BEFORE_SEAL.staleTodo} />}
      {problem !== null && <ErrorNotice error={problem} />}
      <SignerList signers={signers} next={next} onSign={sign} />
      <div className="record-acts">
        {next === null && hasDue && (
          <button type="button" className="button button-primary" disabled={!canSeal} onClick={seal}>
            {documents.busy === key ? BEFORE_SEAL.sealing : BEFORE_SEAL.seal}
            <KeyHint name="F2" />
          </button>
        )}
        <button type="button" className="button" disabled={documents.busy !== null} onClick={print}>
          {documents.busy === `${key} blank` ? BEFORE_SEAL.printing : BEFORE_SEAL.print}
        </button>
        <p className="quiet record-note">{next === null ? BEFORE_SEAL.sealMeans : BEFORE_SEAL.sealNeeds}</p>
      </div>
      {signing !== null && (
        <SignDialog
          signer={signing.card}
          what={BEFORE_SEAL.contentOf(DOCUMENT_LABELS[shown.kind])}
          onSign={(drawing: Drawing) =>
            ask(
              'signedPaper.approve',
              { ...asked, contentDigest: signing.contentDigest, drawing },
              { actor: signing.card.staff },
            )
          }
          onClose={() => setSigning(null)}
          onStale={() => {
            setSigning(null);
            setStale(true);
          }}
        />
      )}
    </>
  );
}
