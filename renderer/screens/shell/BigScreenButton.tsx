import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useShield } from '../../stores/shield-store.ts';
import { bigScreenText as words } from '../../text/big.ts';
import { type BigScreenOpened, screensBeside } from './big-screen-opened.ts';

/** 大屏 in a window of its own; what the projector may show besides is said here. */
export function BigScreenButton() {
  const [isOpening, setOpening] = useState(false);
  const [outcome, setOutcome] = useState<BigScreenOpened | ContractError | null>(null);

  async function open(): Promise<void> {
    setOpening(true);
    const answer = await ask('bigScreen.open', {}, { actor: null });
    setOpening(false);
    if (!answer.ok) return setOutcome(answer.error);
    const { url, displays } = answer.value;
    // By its name: pressed again, the window that is there comes forward.
    const isBlocked = url !== null && window.open(url, 'proctor-big', 'popup,width=1280,height=720') === null;
    setOutcome({ isBlocked, isOurWindow: url === null, screens: screensBeside(displays, window.screen) });
  }

  return (
    <>
      <button type="button" className="button button-small" disabled={isOpening} onClick={() => void open()}>
        {words.button}
      </button>
      {outcome !== null && <Outcome outcome={outcome} onClose={() => setOutcome(null)} />}
    </>
  );
}

interface OutcomeProps {
  readonly outcome: BigScreenOpened | ContractError;
  readonly onClose: () => void;
}

function Outcome({ outcome, onClose }: OutcomeProps) {
  const cover = useShield((store) => store.cover);
  const isSafe = !('code' in outcome) && (outcome.isBlocked || outcome.screens === 'extended');
  return (
    <FormDialog title={words.title} isOpen onClose={onClose}>
      <div className="dialog-body big-screen-opened">
        {'code' in outcome ? <ErrorNotice error={outcome} /> : <Opened {...outcome} />}
        <div className="dialog-actions">
          {!isSafe && (
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose();
                cover(true);
              }}
            >
              {words.cover}
            </button>
          )}
          <button type="button" className="button button-primary" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}

function Opened({ isBlocked, isOurWindow, screens }: BigScreenOpened) {
  if (isBlocked) return <Notice tone="violation" {...words.blocked} />;
  return (
    <>
      <p>{isOurWindow ? words.opened : words.drag}</p>
      {screens === 'one' && <Notice tone="late" {...words.mirrored} />}
      {screens === 'unknown' && <Notice tone="late" {...words.confirmExtended} />}
      {screens === 'one' && isOurWindow && <p className="quiet">{words.again}</p>}
    </>
  );
}
