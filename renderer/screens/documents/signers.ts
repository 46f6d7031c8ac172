import { useMemo } from 'react';
import type { SignedPaperPreview } from '../../../shared/contract/signed-paper-methods.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { openFieldOf } from '../../../shared/domain/decide-seal.ts';
import { isOnDutyIn } from '../../../shared/domain/roles.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { useStation } from '../../stores/station-store.ts';

/** Somebody who signs a paper, or may. */
export interface Signer {
  readonly card: StaffCard;
  /** The paper is not sealed without this signature. */
  readonly isDue: boolean;
  /** Works here still; who left signs by hand, on the print. */
  readonly isHere: boolean;
  readonly signedAt: number | null;
}

type Lines = SignedPaperPreview['lines'];

/** Whoever has a line of the paper, and whoever is in the room and may sign on one: invigilators, technicians, the chief. */
export function useSigners(room: RoomNo, lines: Lines): readonly Signer[] {
  const staff = useStation((view) => view.staff);
  return useMemo(() => signersOf(staff, room, lines), [staff, room, lines]);
}

const ORDER = ['invigilator', 'technician', 'chief', 'deputy'] as const;

export function signersOf(staff: readonly StaffCard[], room: RoomNo, lines: Lines): readonly Signer[] {
  const hasTechnician = lines.some((line) => line.role === 'technician');
  return ORDER.flatMap((role) =>
    staff
      .filter((card) => card.role === role)
      .flatMap((card) => {
        const line = lines.find((one) => one.staff === card.staff);
        const isHere = isOnDutyIn(card, room);
        const may = role !== 'invigilator' && (role !== 'technician' || hasTechnician) && isHere;
        if (line === undefined && !may) return [];
        return [{ card, isDue: line?.isDue === true, isHere, signedAt: line?.at ?? null }];
      }),
  );
}

/** Who may still sign in a sealed file: whose field waits, or whose capacity a nameless field is for. */
export function lateSigners(
  staff: readonly StaffCard[],
  room: RoomNo,
  { open, signatures }: NonNullable<SignedPaperPreview['sealed']>,
): readonly StaffCard[] {
  return staff.filter(
    (card) =>
      isOnDutyIn(card, room) &&
      !signatures.some((signature) => signature.staff === card.staff) &&
      openFieldOf(open, card) !== null,
  );
}
