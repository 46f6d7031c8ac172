/** Everybody's PIN in a rehearsal with invented people; it guards nothing. */
export const REHEARSAL_PIN = '2468';
