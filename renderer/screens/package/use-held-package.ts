import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { ask } from '../../stores/send-command.ts';

export type HeldPackageView = NonNullable<MethodOutput<'package.state'>['held']>;

/** What the station still holds of this package, for who may ask; null where nothing, or another. Asked again after `changes`. */
export function useHeldPackage(no: string | null, actor: string | null, changes: number): HeldPackageView | null {
  const [held, setHeld] = useState<HeldPackageView | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const answer = no === null ? null : await ask('package.state', {});
      if (isCurrent) setHeld(answer?.ok === true ? answer.value.held : null);
    })();
    return () => {
      isCurrent = false;
    };
  }, [no, actor, changes]);
  return held?.package === no ? held : null;
}
