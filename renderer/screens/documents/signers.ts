import { useMemo } from 'react';
import type { RoomRecordPreview, StaffCard } from '../../../shared/contract/views.ts';
import { invigilatorsOfPaper } from '../../../shared/domain/paper-signers.ts';
import { isOnDutyIn } from '../../../shared/domain/roles.ts';
import type { PaperId, RoomNo, StaffId } from '../../../shared/ids.ts';
import { useStation } from '../../stores/station-store.ts';

/** Somebody who signs a room's record, or may. */
export interface Signer {
  readonly card: StaffCard;
  /** The room's invigilators have to; technician and chief may too. */
  readonly isDue: boolean;
  readonly signedAt: number | null;
}

/** Whoever is in the room and was there in that paper (ST7): its invigilators, then its technicians, then the chief, with who has signed. */
export function useSigners(room: RoomNo, paper: PaperId, approvals: RoomRecordPreview['approvals']): readonly Signer[] {
  const staff = useStation((view) => view.staff);
  const state = useStation((view) => view.state);
  return useMemo(() => {
    const invigilators = invigilatorsOfPaper(state, room, paper).map((one) => one.staff);
    return signersOf(staff, { room, invigilators }, approvals);
  }, [staff, state, room, paper, approvals]);
}

const ORDER = ['invigilator', 'technician', 'chief', 'deputy'] as const;

export function signersOf(
  staff: readonly StaffCard[],
  { room, invigilators }: { readonly room: RoomNo; readonly invigilators: readonly StaffId[] },
  approvals: RoomRecordPreview['approvals'],
): readonly Signer[] {
  return ORDER.flatMap((role) =>
    staff
      .filter((card) => card.role === role && isOnDutyIn(card, room))
      .filter((card) => role !== 'invigilator' || invigilators.includes(card.staff))
      .map((card) => ({
        card,
        isDue: role === 'invigilator',
        signedAt: approvals.find((approval) => approval.staff === card.staff)?.at ?? null,
      })),
  );
}
