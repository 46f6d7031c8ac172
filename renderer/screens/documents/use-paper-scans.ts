import { useEffect, useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { ScannedPaper } from '../../../shared/contract/paper-scan-methods.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { base64Of } from '../../components/bytes-of.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';

/** What became of one chosen file. */
export interface ScanOutcome {
  readonly key: number;
  readonly file: File;
  readonly filed: MethodOutput<'paperScan.file'> | null;
  readonly error: ContractError | null;
}

/** 12 MiB: more the station does not take. */
const LARGEST_BYTES = 12 * 1024 * 1024;
const TOO_LARGE: ContractError = { code: 'picture-too-large', rule: 'SB2', figures: {} };

/** Files pictures of signed papers one after the other, and lists what is filed. `room` null = every room. */
export function usePaperScans(room: RoomNo | null) {
  const [outcomes, setOutcomes] = useState<readonly ScanOutcome[]>([]);
  const [left, setLeft] = useState(0);
  const isRunning = useRef(false);
  const lastKey = useRef(0);

  async function send(files: readonly File[], isOlderMeant = false): Promise<void> {
    if (isRunning.current || files.length === 0) return;
    isRunning.current = true;
    for (const [index, file] of files.entries()) {
      setLeft(files.length - index);
      const answer =
        file.size > LARGEST_BYTES
          ? ({ ok: false, error: TOO_LARGE } as const)
          : await ask('paperScan.file', {
              bytes: base64Of(new Uint8Array(await file.arrayBuffer())),
              isOlderMeant,
            });
      lastKey.current += 1;
      const { current: key } = lastKey;
      const outcome = { key, file, filed: answer.ok ? answer.value : null, error: answer.ok ? null : answer.error };
      // What is sent again takes the place of what was said of it.
      setOutcomes((before) => [outcome, ...before.filter((one) => one.file !== file)]);
    }
    setLeft(0);
    isRunning.current = false;
  }

  return { papers: useScannedPapers(room), outcomes, left, send };
}

/** Asked again with each print and each scan that is recorded, whoever recorded it. */
function useScannedPapers(room: RoomNo | null): readonly ScannedPaper[] | null {
  const actor = useActing((store) => store.actor);
  const recorded = useStation(({ state }) =>
    Object.values(state.rooms).reduce((sum, { issued, scans }) => sum + issued.length + scans.length, 0),
  );
  const [papers, setPapers] = useState<readonly ScannedPaper[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask('paperScan.list', { room }, { actor }).then((answer) => {
      if (isCurrent && answer.ok) setPapers(answer.value.papers);
    });
    return () => {
      isCurrent = false;
    };
  }, [room, actor, recorded]);
  return papers;
}
