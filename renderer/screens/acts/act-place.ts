import type { CandidateId, PaperId, RoomNo } from '../../../shared/ids.ts';

/** Of whom an act is, where, and in which paper. */
export interface ActPlace {
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
}

/** The person as a dialog names him. */
export interface ActPerson {
  readonly seat: number;
  readonly name: string;
  /** '' where this page does not know it. */
  readonly ticket: string;
}
