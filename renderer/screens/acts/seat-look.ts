import type { SeatLook } from '../../../shared/domain/seat-state.ts';
import type { MarkShape } from '../../components/Mark.tsx';

/** The drawn shape of each state: no two alike, so that a black-and-white print tells them apart. */
export const SEAT_SHAPES: Readonly<Record<SeatLook, MarkShape>> = {
  expected: 'expected',
  refused: 'forbidden',
  absent: 'absent',
  present: 'present',
  late: 'late',
  doubtful: 'doubtful',
  violation: 'violation',
  cancelled: 'cancelled',
  forced: 'forced',
  submitted: 'submitted',
  left: 'left',
};

/** The order of the legend: as the day goes, then the grave ones. */
export const SEAT_LOOKS: readonly SeatLook[] = [
  'present',
  'late',
  'doubtful',
  'forced',
  'submitted',
  'left',
  'violation',
  'cancelled',
  'expected',
  'refused',
  'absent',
];
