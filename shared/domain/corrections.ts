import { isRecordedAfter } from './chain-order.ts';
import type { Refusal } from './commands.ts';
import { refusal } from './decision.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { CorrectionEntry, IssuedPaper, PaperSeal, RoomState } from './state.ts';

/** 更正单 of a sealed paper that are sealed themselves, in merged order, each with its print. */
export function sealedCorrectionsOf(
  room: RoomState,
  corrects: EventRef,
): readonly { readonly correction: CorrectionEntry; readonly issued: IssuedPaper; readonly seal: PaperSeal }[] {
  return correctionsOf(room, corrects).flatMap((correction) => {
    const issued = sealedPaperOf(room, correction);
    const seal = issued?.seals[0];
    return issued === undefined || seal === undefined ? [] : [{ correction, issued, seal }];
  });
}

/** The one of a sealed paper that waits to be signed and sealed; null for none. */
export function openCorrectionOf(room: RoomState, corrects: EventRef): CorrectionEntry | null {
  return correctionsOf(room, corrects).find((one) => sealedPaperOf(room, one) === undefined) ?? null;
}

/** What an undo would take out of a sealed paper without a word (CP2); null where no paper says it or a 更正单 is open. */
export function refuseSealed(
  rooms: readonly RoomState[],
  target: { readonly event: EventRef; readonly at: number; readonly paper: IssuedPaper['paper'] },
): Refusal | null {
  for (const room of rooms) {
    const held = room.issued.find(
      (issued) => isSaidIn(issued, target) && openCorrectionOf(room, issued.event) === null,
    );
    const seal = held?.seals[0];
    if (seal !== undefined) return refusal('paper-sealed', 'CP2', { room: room.room, at: seal.at });
  }
  return null;
}

/** The record says all of its paper that was recorded before it was sealed; a notice and a report what they are about. */
function isSaidIn(
  { kind, paper, about, seals: [seal] }: IssuedPaper,
  target: Parameters<typeof refuseSealed>[1],
): boolean {
  if (seal === undefined || !isRecordedAfter(seal, target)) return false;
  if (kind === 'room-record') return target.paper === null || target.paper === paper;
  return kind !== 'correction' && about !== null && eventKey(about) === eventKey(target.event);
}

function correctionsOf(room: RoomState, corrects: EventRef): readonly CorrectionEntry[] {
  return room.corrections.filter((one) => !one.isUndone && eventKey(one.corrects) === eventKey(corrects));
}

function sealedPaperOf(room: RoomState, { event }: CorrectionEntry): IssuedPaper | undefined {
  return room.issued.find(
    ({ kind, about, seals }) =>
      kind === 'correction' && seals.length > 0 && about !== null && eventKey(about) === eventKey(event),
  );
}
