import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';

/** Whether the acting person is 主考 or 副主考. */
export function useLeads(): boolean {
  const actor = useActing((store) => store.actor);
  return useStation((view) => view.staff.some(({ staff, role }) => staff === actor && SITE_LEADERS.includes(role)));
}
