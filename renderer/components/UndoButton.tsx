import { useEffect, useRef, useState } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { CommandId, StaffId } from '../../shared/ids.ts';
import { useActing } from '../stores/acting-store.ts';
import { seenAtMs } from '../stores/seen-acts.ts';
import { ask, newCommandId } from '../stores/send-command.ts';
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
  const left = useSecondsLeft(target);
  const undo = useUndo(target, onError);
  if (left === 0 || actor !== acting) {
    if (onLate === undefined) return null;
    return (
      <button type="button" className="button button-quiet" aria-label={`撤销 ${what}…`} onClick={onLate}>
        撤销…
      </button>
    );
  }
  return (
    <button
      type="button"
      className="button button-quiet undo figures"
      aria-label={`撤销 ${what}`}
      disabled={undo.isBusy}
      onClick={undo.run}
    >
      撤销 {String(left).padStart(2, '0')} 秒{hotkey !== undefined && <KeyHint name={hotkey} />}
    </button>
  );
}

function useSecondsLeft(target: EventRef): number {
  const [left, setLeft] = useState(() => undoSecondsLeft(seenAtMs(target), performance.now()));
  useEffect(() => {
    const read = () => setLeft(undoSecondsLeft(seenAtMs(target), performance.now()));
    read();
    const timer = setInterval(read, 250);
    return () => clearInterval(timer);
  }, [target]);
  return left;
}

/** One undo an act: pressed twice it is still one command. */
export function useUndo(target: EventRef | null, onError: (error: ContractError) => void) {
  const [isBusy, setBusy] = useState(false);
  const intent = useRef<{ readonly target: EventRef; readonly command: CommandId } | null>(null);

  async function run(): Promise<void> {
    if (target === null || isBusy) return;
    if (intent.current?.target !== target) intent.current = { target, command: newCommandId() };
    setBusy(true);
    const answer = await ask('act.undo', { target }, { command: intent.current.command });
    setBusy(false);
    if (!answer.ok) {
      intent.current = null;
      onError(answer.error);
    }
  }

  return { isBusy, run: () => void run() };
}
