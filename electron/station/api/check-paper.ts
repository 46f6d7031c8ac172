import type { Answer } from '../../../shared/contract/call.ts';
import { judgeCode } from '../../../shared/documents/code-verdict.ts';
import { type PaperQr, type PaperQrError, parsePaperQr } from '../../../shared/documents/paper-qr.ts';
import type { InspectProblem } from '../../../shared/domain/seal-inspection.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { verifySeal } from '../papers/verify-seal.ts';
import { type PaperPictureError, readPaperPicture } from '../pictures/read-paper-picture.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { kindOf } from './station-context.ts';

/** A file that somebody chose, held against the day that is open here. */
const checkSealedPaper: QueryHandler<'sealedPaper.check'> = async ({ day, ports }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const known = {
    state: day.state,
    kind: kindOf(ports),
    labelOf: labelsOf(day),
    nameOf: (staff: Parameters<OpenDay['staffName']>[0]) => {
      const name = day.staffName(staff);
      return name === '?' ? null : name;
    },
  };
  const verdict = await verifySeal(Buffer.from(input.bytes, 'base64'), { known, authorities: [] });
  return verdict.ok ? verdict : fail(FILE_PROBLEMS[verdict.error], 'VF1');
};

const FILE_PROBLEMS = {
  'not-a-pdf': 'not-a-pdf',
  'file-too-large': 'pdf-unreadable',
  'file-unreadable': 'pdf-unreadable',
} as const satisfies Record<InspectProblem, string>;

/** The code on a page, as scanned or in a picture. */
const checkPaperCode: QueryHandler<'paperCode.check'> = async ({ day, ports }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const qr =
    'text' in input
      ? readCode(input.text.normalize('NFKC').trim())
      : await readPicture(Buffer.from(input.picture, 'base64'));
  if (!qr.ok) return qr;
  if (qr.value.kind !== kindOf(ports)) {
    return fail(qr.value.kind === 'rehearsal' ? 'paper-of-rehearsal' : 'paper-of-real-day', 'VF5');
  }
  return ok(
    judgeCode(qr.value, {
      state: day.state,
      labelOf: labelsOf(day),
      hashesAt: ({ label, epoch, seq }) =>
        day.journal
          .chains()
          .filter((chain) => chain.label === label && chain.head.epoch === epoch)
          .flatMap(({ head: { station } }) => day.journal.hashAt({ station, epoch, seq }) ?? []),
    }),
  );
};

function labelsOf(day: OpenDay) {
  const labels = new Map(day.journal.chains().map(({ label, head }) => [head.station, label]));
  return (station: Parameters<typeof labels.get>[0]) => labels.get(station) ?? '?';
}

function readCode(text: string): Answer<PaperQr> {
  const read = parsePaperQr(text);
  return read.ok ? read : fail(CODE_PROBLEMS[read.error], 'VF5');
}

const CODE_PROBLEMS = {
  'not-a-paper': 'code-not-found',
  'unknown-version': 'code-of-newer-program',
  malformed: 'code-unreadable',
} as const satisfies Record<PaperQrError, string>;

/** One page a picture: its code, whatever other codes lie beside it. */
async function readPicture(bytes: Uint8Array): Promise<Answer<PaperQr>> {
  const picture = await readPaperPicture(bytes);
  if (!picture.ok) return fail(PICTURE_PROBLEMS[picture.error], 'VF5');
  const texts = new Set(picture.value.codes.map(({ text }) => text));
  const ours = [...texts].filter((text) => {
    const read = parsePaperQr(text);
    return read.ok || read.error !== 'not-a-paper';
  });
  const [text, ...more] = ours;
  if (more.length > 0) return fail('codes-of-several', 'VF5');
  return text === undefined ? fail('code-not-found', 'VF5') : readCode(text);
}

const PICTURE_PROBLEMS = {
  'not-a-picture': 'not-a-picture',
  'too-large': 'picture-too-large',
  'several-pages': 'codes-of-several',
  'reader-failed': 'picture-reader-failed',
} as const satisfies Record<PaperPictureError, string>;

/** 国密. */
export const chooseCompanionSeal: CommandHandler<'companionSeal.choose'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'chooseCompanionSeal', alg: input.alg }),
  answer: (events) => receiptOf(events),
};

/** 核验. */
export const paperCheckQueries = {
  'sealedPaper.check': checkSealedPaper,
  'paperCode.check': checkPaperCode,
};
