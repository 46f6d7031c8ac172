import { useRef, useState } from 'react';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import type { CodeVerdict } from '../../../shared/documents/code-verdict.ts';
import type { SealVerdict } from '../../../shared/domain/seal-verdict.ts';
import { base64Of } from '../../components/bytes-of.ts';
import { ask } from '../../stores/send-command.ts';

/** As much as the station takes. */
const MOST_BYTES = 12 * 1024 * 1024;

/** What was found of the paper that was checked last. */
export type Checked =
  | { readonly kind: 'code'; readonly verdict: CodeVerdict }
  | { readonly kind: 'file'; readonly name: string; readonly verdict: SealVerdict };

export type CheckFault = { readonly kind: 'refused'; readonly error: ContractError } | { readonly kind: 'too-large' };

/** One check at a time; its result stays until the next. */
export function usePaperCheck() {
  const [isBusy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState<CheckFault | null>(null);
  const isRunning = useRef(false);

  async function run<T>(send: () => Promise<Answer<T>>, show: (verdict: T) => Checked): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    const answer = await send();
    setChecked(answer.ok ? show(answer.value) : null);
    setFault(answer.ok ? null : { kind: 'refused', error: answer.error });
    isRunning.current = false;
    setBusy(false);
  }

  async function withBytes(file: Blob, check: (bytes: string) => Promise<void>): Promise<void> {
    if (file.size > MOST_BYTES) {
      setChecked(null);
      setFault({ kind: 'too-large' });
      return;
    }
    await check(base64Of(new Uint8Array(await file.arrayBuffer())));
  }

  const showCode = (verdict: CodeVerdict): Checked => ({ kind: 'code', verdict });
  return {
    isBusy,
    checked,
    fault,
    checkText: (text: string) => run(() => ask('paperCode.check', { text }), showCode),
    checkPicture: (file: Blob) =>
      withBytes(file, (picture) => run(() => ask('paperCode.check', { picture }), showCode)),
    checkFile: (file: File) =>
      withBytes(file, (bytes) =>
        run(
          () => ask('sealedPaper.check', { bytes }),
          (verdict) => ({ kind: 'file', name: file.name, verdict }),
        ),
      ),
    clear() {
      setChecked(null);
      setFault(null);
    },
    /** A frame of the camera: most of them show no code, which is no news. True once one did. */
    async tryFrame(frame: Blob): Promise<boolean> {
      if (isRunning.current) return false;
      isRunning.current = true;
      const picture = base64Of(new Uint8Array(await frame.arrayBuffer()));
      const answer = await ask('paperCode.check', { picture });
      isRunning.current = false;
      if (!answer.ok && answer.error.code === 'code-not-found') return false;
      setChecked(answer.ok ? showCode(answer.value) : null);
      setFault(answer.ok ? null : { kind: 'refused', error: answer.error });
      return true;
    },
  };
}
