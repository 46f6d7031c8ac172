import { createHash } from 'node:crypto';
import { fieldFor, refuseLateSigner } from '../../../shared/domain/decide-seal.ts';
import { paperFileName } from '../../../shared/documents/file-name.ts';
import { sealReason } from '../../../shared/documents/seal-reason.ts';
import { drawnNote } from '../../../shared/documents/signed-paper.ts';
import { err, ok } from '../../../shared/result.ts';
import { type CommandHandler, fail, receiptOf } from '../api/handler.ts';
import { withNote } from '../documents/late-place.ts';
import { drawingFailed, keepPaper } from '../api/issue-paper.ts';
import { refuseEarly, refuseRole } from '../api/room-scope.ts';
import { readPaper } from '../day/read-paper.ts';
import { findSealedContent } from '../day/sealed-content.ts';
import { PLACES } from '../keys/day-keys.ts';
import { ownCertificate } from './own-certificate.ts';
import { sealingFailed } from './sealing-failed.ts';
import { signCompanion } from './sign-companion.ts';

/** 补签: the drawing on its line and the signature in its field, over all that was sealed before. */
export const signSealedPaper: CommandHandler<'signedPaper.signLate'> = {
  async prepare(context, day, { input, clock, call, actorBy }) {
    const role = refuseRole(day, call.actor, 'signSealedPaper');
    if (role !== null) return role;
    if (day.binding === null) return fail('station-not-bound', 'D6');
    const found = Object.values(day.state.rooms)
      .flatMap((room) => room.issued.map((issued) => ({ room, issued })))
      .find(({ issued }) => issued.document === input.document);
    if (found === undefined) return fail('document-unknown');
    const { room, issued } = found;
    const early = refuseEarly(day, call.actor, { type: 'signSealedPaper', room: room.room });
    if (early !== null) return early;
    const last = issued.seals.at(-1);
    const { kind, paper } = issued;
    if (last === undefined || paper === null || kind === 'sign-in-sheet') return fail('document-not-sealed', 'SE4');
    const refused = refuseLateSigner(day.state, last, call);
    const open = fieldFor(day.state, last, call.actor);
    if (refused !== null || open === null || call.actor === null) {
      return refused === null ? fail('no-field-for-signer', 'SE4') : err(refused);
    }
    const { dataDir } = context.ports;
    const kept = findSealedContent(dataDir, day, issued.document);
    const place = kept?.fields.find(({ field }) => field === open.field)?.place ?? null;
    const file = readPaper(dataDir, day, issued);
    // Papers come with a copy: where only the record has arrived, the file is not here yet.
    if (place === null || file === null) return fail('sealed-file-missing', 'SE4');

    const name = day.staffName(call.actor);
    const by = actorBy ?? 'name';
    const stamp = await context.renderer.render({
      kind: 'late-signature',
      ...place,
      drawing: input.drawing,
      note: drawnNote({ at: clock.nowMs, by }),
      title: name,
      issuedAt: clock.nowMs,
    });
    if (!stamp.ok) return drawingFailed(context, stamp.error);
    const certificate = await ownCertificate(context, day, clock.nowMs);
    if (!certificate.ok) return sealingFailed(context, certificate.error);
    const { key, listed } = certificate.value;
    const sealedFile = await context.sealer.seal({
      kind: 'sign-late',
      bytes: file.bytes,
      key,
      isAnotherCertificate: last.fingerprint !== listed.fingerprint,
      sign: {
        field: open.field,
        reason: sealReason(name, by),
        location: `${room.day?.site ?? ''} ${room.room}`.trim(),
        at: clock.nowMs,
      },
      stamp: { bytes: stamp.value.bytes, place: withNote(place) },
    });
    if (!sealedFile.ok) return sealingFailed(context, sealedFile.error);
    const bytes = sealedFile.value;
    const companion = await signCompanion(context, day, bytes);
    if (!companion.ok) return sealingFailed(context, companion.error);
    const revision = last.revision + 1;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    keepPaper(context, day, { document: issued.document, bytes, seal: { revision, sha256 } });
    const { document, contentDigest } = last;
    return ok({
      type: 'signSealedPaper',
      kind,
      room: room.room,
      paper,
      about: issued.about,
      drawing: day.keys.boxes.sealText(...PLACES.signatureDrawing, JSON.stringify(input.drawing)),
      certificate: listed,
      seal: {
        document,
        revision,
        alg: listed.alg,
        sha256,
        previous: last.sha256,
        fingerprint: listed.fingerprint,
        contentDigest,
        signatures: [...last.signatures, { field: open.field, staff: call.actor, as: open.as, at: clock.nowMs, by }],
        open: last.open.filter(({ field }) => field !== open.field),
        companion: companion.value,
      },
    });
  },
  answer(events, day) {
    const sealed = events.map(({ event }) => event).find((event) => event.type === 'PaperSealed');
    if (sealed === undefined || sealed.room === null) throw new Error('a signature without its seal');
    const { document } = sealed.data;
    const issued = day.state.rooms[sealed.room]?.issued.find((one) => one.document === document);
    if (issued === undefined) throw new Error('a sealed paper that was never issued');
    const { kind, paper, pages, copy } = issued;
    return { ...receiptOf(events), document, pages, copy, fileName: paperFileName(kind, sealed.room, { paper, copy }) };
  },
};
