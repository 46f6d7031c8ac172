import { useEffect } from 'react';
import { useStation } from '../../stores/station-store.ts';
import { rehearsalText } from '../../text/rehearsal.ts';

/** 演练 across every screen of a rehearsal, dialogs included; it takes no click, and what lies under it stays readable. */
export function RehearsalMark() {
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  useEffect(() => {
    if (isRehearsal) document.title = rehearsalText.pageTitle;
  }, [isRehearsal]);
  return isRehearsal ? <div className="rehearsal-mark" aria-hidden="true" /> : null;
}
