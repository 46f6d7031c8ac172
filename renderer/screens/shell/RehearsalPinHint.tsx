import { REHEARSAL_PIN } from '../../../shared/rehearsal/rehearsal-pin.ts';
import { useStation } from '../../stores/station-store.ts';
import { signInText } from '../../text/person.ts';

/** In a rehearsal everybody invented has one PIN, and it is said: it guards nothing. */
export function RehearsalPinHint() {
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  return isRehearsal ? <p className="quiet">{signInText.rehearsal(REHEARSAL_PIN)}</p> : null;
}
