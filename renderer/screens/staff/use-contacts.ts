import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';

/** Whom to call, read anew when the staff or the duty phones change; null while nobody is signed in. */
export function useContacts(): MethodOutput<'contacts.read'> | null {
  const actor = useActing((store) => store.actor);
  const staff = useStation((view) => view.state.site.staff);
  const phones = useStation((view) => view.state.site.dutyPhones);
  const [contacts, setContacts] = useState<MethodOutput<'contacts.read'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const answer = actor === null ? null : await ask('contacts.read', {});
      if (isCurrent) setContacts(answer?.ok === true ? answer.value : null);
    })();
    return () => {
      isCurrent = false;
    };
  }, [actor, staff, phones]);
  return contacts;
}
