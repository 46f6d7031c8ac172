import { ok } from '../../../shared/result.ts';
import { type CommandHandler, fail, receiptOf } from '../api/handler.ts';
import { refuseEarly } from '../api/room-scope.ts';
import { PLACES } from '../keys/day-keys.ts';
import { presentPaper } from './present-paper.ts';

/** 手写签名: holds only for the content that the signer saw. */
export const approvePaper: CommandHandler<'signedPaper.approve'> = {
  prepare({ ports }, day, { input, call }) {
    const early = refuseEarly(day, call.actor, { type: 'approvePaper', room: input.room });
    if (early !== null) return early;
    const paper = presentPaper(day, input, { actor: call.actor, dataDir: ports.dataDir });
    if (!paper.ok) return paper;
    const { drawing, ...asked } = input;
    // Before it is ready there is nothing to sign, whatever was shown: that refusal is decide's.
    if (paper.value.isReady && asked.contentDigest !== paper.value.contentDigest) return fail('approval-stale', 'D18');
    return ok({
      type: 'approvePaper',
      ...asked,
      drawing: day.keys.boxes.sealText(...PLACES.signatureDrawing, JSON.stringify(drawing)),
    });
  },
  answer: (events) => receiptOf(events),
};
