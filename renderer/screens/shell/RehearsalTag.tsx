import { useStation } from '../../stores/station-store.ts';
import { rehearsalText } from '../../text/rehearsal.ts';

/** 演练, at the head of the strip; nothing on a real day. */
export function RehearsalTag() {
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  return isRehearsal ? <span className="strip-rehearsal">{rehearsalText.mark}</span> : null;
}
