import type { DayId, RoomNo } from '../../../shared/ids.ts';

/** The latest package as this program made it: in memory only, until its codes are on paper and its file is saved. */
export interface HeldPackage {
  readonly day: DayId;
  readonly package: string;
  readonly madeAt: number;
  readonly bytes: Buffer;
  readonly rooms: readonly {
    readonly room: RoomNo;
    readonly place: string;
    readonly people: number;
    /** The room's one-time code, four groups of six digits. */
    readonly groups: readonly string[];
  }[];
}
