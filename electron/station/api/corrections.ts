import { eventKey } from '../../../shared/domain/schema-parts.ts';
import { ok } from '../../../shared/result.ts';
import { findSealedContent } from '../day/sealed-content.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { refuseEarly } from './room-scope.ts';

/** 开更正单: only on the computer that sealed the paper, where what it said is kept. */
export const openCorrection: CommandHandler<'correction.open'> = {
  prepare({ ports }, day, { input, call }) {
    const early = refuseEarly(day, call.actor, { type: 'openCorrection', room: input.room });
    if (early !== null) return early;
    const room = day.state.rooms[input.room];
    const issued = room?.issued.find(({ event }) => eventKey(event) === eventKey(input.corrects));
    const isSealed = issued !== undefined && issued.seals.length > 0;
    if (isSealed && findSealedContent(ports.dataDir, day, issued.document) === null)
      return fail('sealed-file-missing', 'CP3');
    const why = day.keys.boxes.sealText(...PLACES.correctionWhy, input.why);
    return ok({ type: 'openCorrection', ...input, why });
  },
  answer: (events) => receiptOf(events),
};
