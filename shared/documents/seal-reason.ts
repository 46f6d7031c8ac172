import type { IdentifiedBy } from '../domain/events.ts';
import { withoutPin } from './words.ts';

/** What a signature in a sealed file says of itself: the station seals for somebody, who has no key of his own. */
export function sealReason(name: string, by: IdentifiedBy): string {
  return `由本机代 ${by === 'name' ? withoutPin(name) : name} 封存`;
}

/** The name in a station's certificate; a rehearsal's says what it is. */
export function certificateName(label: string, kind: 'real' | 'rehearsal'): string {
  return kind === 'real' ? `监考工作站 ${label}` : `监考工作站 ${label}（演练，无效）`;
}
