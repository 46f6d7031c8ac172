import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';

/** 演练 beside this station: this page goes there; a desktop opens a window of its own and this one stays. */
export function useOpenRehearsal() {
  const canRehearse = useStation((view) => view.status?.canRehearse ?? false);
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  // Come back by 后退, the page may be the very one that left.
  useEffect(() => {
    const settle = () => setOpening(false);
    window.addEventListener('pageshow', settle);
    return () => window.removeEventListener('pageshow', settle);
  }, []);

  async function rehearse(): Promise<void> {
    setOpening(true);
    setError(null);
    const answer = await ask('rehearsal.open', {}, { actor: null });
    if (!answer.ok) setError(answer.error);
    // Still opening while the browser goes there.
    else if (answer.value.url !== null) return location.assign(answer.value.url);
    setOpening(false);
  }

  return { canRehearse, isOpening, error, rehearse };
}
