import { type RecoverySheet, sheetOfStation } from '../../../shared/domain/key-state.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';

/** This computer's 恢复单; null before the first. */
export function useRecoverySheet(): RecoverySheet | null {
  const keys = useStation((view) => view.state.site.keys);
  const station = useStation((view) => view.status?.station.id ?? null);
  return station === null ? null : sheetOfStation(keys, station);
}

/** Whether the acting person may make sheets and lock the day. */
export function useMayRecover(): boolean {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy';
}
