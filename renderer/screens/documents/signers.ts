import { useMemo } from 'react';
import type { RoomRecordPreview, StaffCard } from '../../../shared/contract/views.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { useStation } from '../../stores/station-store.ts';

/** Somebody who signs a room's record, or may. */
export interface Signer {
  readonly card: StaffCard;
  /** The room's invigilators have to; technician and chief may too. */
  readonly isDue: boolean;
  readonly signedAt: number | null;
}

/** The room's invigilators, then its technicians, then the chief, with who has signed. */
export function useSigners(room: RoomNo, approvals: RoomRecordPreview['approvals']): readonly Signer[] {
  const staff = useStation((view) => view.staff);
  return useMemo(() => signersOf(staff, room, approvals), [staff, room, approvals]);
}

const ORDER = ['invigilator', 'technician', 'chief', 'deputy'] as const;

export function signersOf(
  staff: readonly StaffCard[],
  room: RoomNo,
  approvals: RoomRecordPreview['approvals'],
): readonly Signer[] {
  return ORDER.flatMap((role) =>
    staff
      .filter((card) => card.role === role && (card.room === null || card.room === room))
      .map((card) => ({
        card,
        isDue: role === 'invigilator',
        signedAt: approvals.find((approval) => approval.staff === card.staff)?.at ?? null,
      })),
  );
}
