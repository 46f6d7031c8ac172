import { refuseUnready } from '../../../shared/domain/paper-readiness.ts';
import { paperFileName } from '../../../shared/documents/file-name.ts';
import { err, ok } from '../../../shared/result.ts';
import { type CommandHandler, fail, receiptOf } from '../api/handler.ts';
import { issuedIn, keepPaper } from '../api/issue-paper.ts';
import { refuseEarly } from '../api/room-scope.ts';
import { drawPaper } from './draw-paper.ts';
import { presentPaper } from './present-paper.ts';

/**
 * A paper drawn with the signatures that are there, kept sealed, then recorded with the signed heads printed on it. Who has
 * not signed gets a line to sign on by hand. Once sealed it is only opened again: a copy beside it would be another paper.
 */
export const issueSignedPaper: CommandHandler<'signedPaper.issue'> = {
  async prepare(context, day, { input, clock, call }) {
    const early = refuseEarly(day, call.actor, { type: 'issuePaper', room: input.room });
    if (early !== null) return early;
    const paper = presentPaper(day, input, { actor: call.actor, dataDir: context.ports.dataDir });
    if (!paper.ok) return paper;
    const unready = refuseUnready(paper.value.room, input);
    if (unready !== null) return err(unready);
    const { sealed } = paper.value;
    if (sealed !== null) return fail('already-sealed', 'SE3', { at: sealed.at });
    const drawn = await drawPaper(context, day, { paper: paper.value, ref: input, nowMs: clock.nowMs });
    if (!drawn.ok) return drawn;
    const { file, issue } = drawn.value;
    keepPaper(context, day, { document: issue.document, bytes: file.bytes });
    return ok({ type: 'issuePaper', ...issue });
  },
  answer(events) {
    const { document, pages, copy, room, paper, kind } = issuedIn(events);
    return { ...receiptOf(events), document, pages, copy, fileName: paperFileName(kind, room, { paper, copy }) };
  },
};
