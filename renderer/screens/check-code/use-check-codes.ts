import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';

type CheckCodes = MethodOutput<'checkCodes.read'>;
const NONE: CheckCodes = { toGive: [], noted: [] };

/** What the station has computed; asked for again whenever `what` changes, and not while it is empty. */
export function useCheckCodes(what: string): CheckCodes {
  const actor = useActing((store) => store.actor);
  const [codes, setCodes] = useState(NONE);
  useEffect(() => {
    if (what === '' || actor === null) return;
    let isWanted = true;
    void ask('checkCodes.read', {}).then((answer) => {
      if (isWanted && answer.ok) setCodes(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [what, actor]);
  return codes;
}
