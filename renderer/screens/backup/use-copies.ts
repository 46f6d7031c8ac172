import { useEffect, useState } from 'react';
import type { FoundCopyView } from '../../../shared/contract/backup-methods.ts';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import { ask } from '../../stores/send-command.ts';

/** The copies on every stick, and in a folder that is named; looked for at once and again when asked. */
export function useCopies() {
  const [copies, setCopies] = useState<readonly FoundCopyView[] | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  function take(answer: Answer<{ readonly copies: readonly FoundCopyView[] }>): void {
    setCopies(answer.ok ? answer.value.copies : []);
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

  async function search(folder: string | null): Promise<void> {
    setCopies(null);
    take(await ask('backup.find', { folder }));
  }

  return { copies, error, search };
}
