import { useEffect, useState } from 'react';
import type { FoundCopyView } from '../../../shared/contract/backup-methods.ts';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import { ask } from '../../stores/send-command.ts';

/** Copies to choose one from. */
export interface CopyChoice {
  /** Null while they are looked for. */
  readonly copies: readonly FoundCopyView[] | null;
  /** Why a copy cannot be chosen; null where it can. */
  readonly objection: (copy: FoundCopyView) => string | null;
  /** Of the chosen copy; one that is alone needs no choice. */
  readonly folder: string | null;
  readonly choose: (folder: string) => void;
  /** Looks again, on every stick and in a folder that is named. */
  readonly search: (folder: string | null) => void;
  readonly error: ContractError | null;
}

interface Wanted {
  readonly isWanted?: (copy: FoundCopyView) => boolean;
  readonly objection?: CopyChoice['objection'];
}

/** The copies on every stick, looked for at once; those that are not wanted are left out. */
export function useCopies({ isWanted = () => true, objection = () => null }: Wanted = {}): CopyChoice {
  const [found, setFound] = useState<readonly FoundCopyView[] | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  function take(answer: Answer<{ readonly copies: readonly FoundCopyView[] }>): void {
    setFound(answer.ok ? answer.value.copies : []);
    setError(answer.ok ? null : answer.error);
  }

  useEffect(() => {
    let isCurrent = true;
    void ask('backup.find', { folder: null }).then((answer) => {
      if (isCurrent) take(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  const copies = found?.filter(isWanted) ?? null;
  const open = (copies ?? []).filter((copy) => objection(copy) === null);
  // What was chosen may be gone since: the stick was pulled and looked for again.
  const kept = open.find(({ folder }) => folder === chosen) ?? (open.length === 1 ? open[0] : undefined);
  return {
    copies,
    objection,
    folder: kept?.folder ?? null,
    choose: setChosen,
    search: (folder) => {
      setFound(null);
      void ask('backup.find', { folder }).then(take);
    },
    error,
  };
}
