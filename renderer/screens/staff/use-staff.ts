import { useEffect, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { type StaffingGap, staffingGaps } from '../../../shared/domain/staffing.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { groupStaff, type StaffGroups } from './staff-groups.ts';

type Details = MethodOutput<'staff.details'>['staff'][number];
/** What leaders know of each of the staff. */
export type StaffDetailsById = Readonly<Record<StaffId, Details>>;

export function useIsLeader(): boolean {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy';
}

export function useStaffGroups(): StaffGroups {
  const state = useStation((view) => view.state);
  const cards = useStation((view) => view.staff);
  const own = useRoomNo();
  return useMemo(() => groupStaff(state, cards, own), [state, cards, own]);
}

/** The open points of the staffing: of the whole site at the office, in a room of that room alone. */
export function useStaffingGaps(): readonly StaffingGap[] {
  const state = useStation((view) => view.state);
  const own = useRoomNo();
  return useMemo(() => {
    const rules = state.site.day?.rules.values;
    if (rules === undefined) return [];
    const rooms = Object.values(state.rooms).filter(({ room }) => own === null || room === own);
    const gaps = staffingGaps({ rules, rooms, staff: Object.values(state.site.staff) });
    return own === null ? gaps : gaps.filter(({ room }) => room === own);
  }, [state, own]);
}

/** Phones, majors and classes, read anew whenever the staff changes; empty for who leads nothing. */
export function useStaffDetails(): StaffDetailsById {
  const isLeader = useIsLeader();
  const staff = useStation((view) => view.state.site.staff);
  const [details, setDetails] = useState<StaffDetailsById>({});
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const answer = isLeader ? await ask('staff.details', {}) : null;
      if (!isCurrent) return;
      const known = answer?.ok === true ? answer.value.staff : [];
      setDetails(Object.fromEntries(known.map((one) => [one.staff, one])));
    })();
    return () => {
      isCurrent = false;
    };
  }, [isLeader, staff]);
  return details;
}
