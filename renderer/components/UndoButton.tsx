import { useEffect, useState } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { StaffId } from '../../shared/ids.ts';
import { useActing } from '../stores/acting-store.ts';
import { onSeen, seenAtMs } from '../stores/seen-acts.ts';
import { ask } from '../stores/send-command.ts';
import { undoSecondsLeft } from '../stores/undo-window.ts';
import { KeyHint } from './KeyHint.tsx';

interface UndoButtonProps {
  readonly target: EventRef;
  /** Who made the act. */
  readonly actor: StaffId | null;
  /** What is taken back, for its name: "22 座 阿依古丽". */
  readonly what: string;
  readonly hotkey?: string;
  /** After the short time, or for somebody else's act: the way with a reason. Without it nothing is offered then. */
  readonly onLate?: () => void;
  readonly onError: (error: ContractError) => void;
}

/** 撤销 with the seconds that are left; its width does not change as they run. */
export function UndoButton({ target, actor, what, hotkey, onLate, onError }: UndoButtonProps) {
  const acting = useActing((store) => store.actor);
  const left = useUndoSecondsLeft(target);
  const undo = useUndo(target, onError);
  if (left === 0 || actor !== acting) {
    if (onLate === undefined) return null;
    return (
      <button type="button" className="button button-quiet" onClick={onLate}>
        <span>
          撤销<span className="visually-hidden"> {what}</span>…
        </span>
      </button>
    );
  }
  return (
    <button type="button" className="button button-quiet undo figures" disabled={undo.isBusy} onClick={undo.run}>
      <span>
        撤销<span className="visually-hidden"> {what}</span> {String(left).padStart(2, '0')} 秒
      </span>
      {hotkey !== undefined && <KeyHint name={hotkey} />}
    </button>
  );
}

/** Seconds in which this page can still take an act back alone; 0 for none. */
export function useUndoSecondsLeft(target: EventRef | null): number {
  const [left, setLeft] = useState(() => secondsLeft(target));
  useEffect(() => {
    const read = () => setLeft(secondsLeft(target));
    read();
    if (target === null) return;
    const timer = setInterval(read, 250);
    const stop = onSeen(read);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [target]);
  return left;
}

function secondsLeft(target: EventRef | null): number {
  return target === null ? 0 : undoSecondsLeft(seenAtMs(target), performance.now());
}

/** One undo an act: pressed twice it is still one command. */
export function useUndo(target: EventRef | null, onError: (error: ContractError) => void) {
  const [isBusy, setBusy] = useState(false);

  async function run(): Promise<void> {
    if (target === null || isBusy) return;
    setBusy(true);
    const answer = await ask('act.undo', { target });
    setBusy(false);
    if (!answer.ok) onError(answer.error);
  }

  return { isBusy, run: () => void run() };
}
