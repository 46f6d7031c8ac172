import { createHash } from 'node:crypto';
import type { EventData } from '../../../shared/domain/events.ts';
import type { ApprovalEntry } from '../../../shared/domain/state.ts';
import { paperFileName } from '../../../shared/documents/file-name.ts';
import { sealReason } from '../../../shared/documents/seal-reason.ts';
import { refuseUnready } from '../../../shared/domain/paper-readiness.ts';
import type { SignerLine } from '../../../shared/domain/paper-signers.ts';
import { err, ok } from '../../../shared/result.ts';
import { type CommandHandler, fail, receiptOf } from '../api/handler.ts';
import { issuedIn, keepPaper } from '../api/issue-paper.ts';
import { refuseEarly } from '../api/room-scope.ts';
import { keepSealedContent } from '../day/sealed-content.ts';
import { drawPaper } from './draw-paper.ts';
import { type PresentPaper, presentPaper } from './present-paper.ts';
import { ownCertificate } from './own-certificate.ts';
import { sealingFailed } from './sealing-failed.ts';
import { signCompanion } from './sign-companion.ts';

type Signature = EventData<'PaperSealed'>['signatures'][number];

/**
 * 封存: drawn once with all drawings, one signature of the station's for each signer, fields that wait for the others;
 * file and content are on disk before the record says so.
 */
export const sealPaper: CommandHandler<'signedPaper.seal'> = {
  async prepare(context, day, { input, clock, call }) {
    const early = refuseEarly(day, call.actor, { type: 'sealPaper', room: input.room });
    if (early !== null) return early;
    const found = presentPaper(day, input, { actor: call.actor, dataDir: context.ports.dataDir });
    if (!found.ok) return found;
    const paper = found.value;
    const refused = refuseUnready(paper.room, input);
    if (refused !== null) return err(refused);
    if (paper.sealed !== null) return fail('already-sealed', 'SE3', { at: paper.sealed.at });
    if (input.contentDigest !== paper.contentDigest) return fail('approval-stale', 'D18');
    const fields = fieldsOf(paper);
    const missing = fields.filter(({ line, approval }) => line.isDue && approval === null).length;
    const signed = fields.flatMap(signatureOf);
    if (missing > 0 || signed.length === 0) return fail('signatures-missing', 'SE1', { count: Math.max(missing, 1) });

    const [drawn, certificate] = await Promise.all([
      drawPaper(context, day, { paper, ref: input, nowMs: clock.nowMs }),
      ownCertificate(context, day, clock.nowMs),
    ]);
    if (!drawn.ok) return drawn;
    if (!certificate.ok) return sealingFailed(context, certificate.error);
    const { file, issue } = drawn.value;
    const { key, listed } = certificate.value;
    const location = `${paper.room.day?.site ?? ''} ${input.room}`.trim();
    const sealedFile = await context.sealer.seal({
      kind: 'seal',
      bytes: file.bytes,
      key,
      fields: fields.map(({ field }) => field),
      sign: signed.map(({ field, staff, by }) => ({
        field,
        reason: sealReason(day.staffName(staff), by),
        location,
        at: clock.nowMs,
      })),
    });
    if (!sealedFile.ok) return sealingFailed(context, sealedFile.error);
    const bytes = sealedFile.value;
    const companion = await signCompanion(context, day, bytes);
    if (!companion.ok) return sealingFailed(context, companion.error);
    // Sealing takes a second: what was recorded meanwhile is not on this paper.
    const present = presentPaper(day, input, { actor: call.actor, dataDir: context.ports.dataDir });
    if (!present.ok) return present;
    if (present.value.contentDigest !== paper.contentDigest) return fail('approval-stale', 'D18');
    keepSealedContent(context.ports.dataDir, day, issue.document, {
      content: paper.content,
      fields: fields.map(({ field }, line) => ({ field, place: file.signatureFields[line] ?? null })),
    });
    keepPaper(context, day, { document: issue.document, bytes });
    return ok({
      type: 'sealPaper',
      issue,
      certificate: listed,
      seal: {
        document: issue.document,
        revision: 1,
        alg: listed.alg,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        previous: null,
        fingerprint: listed.fingerprint,
        contentDigest: paper.contentDigest,
        signatures: signed,
        open: fields
          .filter(({ approval }) => approval === null)
          .map(({ field, line }) => ({ field, as: line.role, staff: line.staff })),
        companion: companion.value,
      },
    });
  },
  answer(events) {
    const { document, pages, copy, room, paper, kind } = issuedIn(events);
    return { ...receiptOf(events), document, pages, copy, fileName: paperFileName(kind, room, { paper, copy }) };
  },
};

interface PaperField {
  readonly field: string;
  readonly line: SignerLine;
  readonly approval: ApprovalEntry | null;
}

/** A field for each line, in the order in which they stand on the paper. */
function fieldsOf({ lines, approvals }: PresentPaper): readonly PaperField[] {
  return lines.map((line, index) => ({
    field: `Sig${index + 1}`,
    line,
    approval: line.staff === null ? null : (approvals.find(({ actor }) => actor === line.staff) ?? null),
  }));
}

function signatureOf({ field, line, approval }: PaperField): readonly Signature[] {
  if (approval === null || line.staff === null) return [];
  return [{ field, staff: line.staff, as: line.role, at: approval.at, by: approval.by }];
}
