import { err, type Result } from '../../../shared/result.ts';
import { startProgram } from '../child-program.ts';
import { createInTurn } from '../in-turn.ts';
import type { DecodeError } from './decode-picture.ts';
import type { InkPlan } from './measure-ink.ts';
import { detectPaperPictureKind } from './paper-picture-kind.ts';
import type { PictureFindings, PictureReply, PictureRequest } from './picture-child.ts';
import type { PictureCode } from './read-codes.ts';

/** The QR codes of a picture of a paper; width, height and the codes' corners are in pixels of the picture as it was looked at. */
export interface PaperPicture {
  readonly codes: readonly PictureCode[];
  readonly width: number;
  readonly height: number;
}

export type PaperPictureError =
  | DecodeError
  /** It took too long, or brought its program down. */
  | 'reader-failed';

/** The largest file that is looked at. */
export const LARGEST_PICTURE_BYTES = 12 * 1024 * 1024;
/** Two seconds for a large photo on an old computer, the start of the process included. */
const TIME_LIMIT_MS = 20_000;
/** Bounds the child's own heap; what a decoder takes beside it is bounded by the pixels it is allowed. */
const CHILD_HEAP_MIB = 256;
/** A picture can take half a gigabyte: five at once would be more than an old computer has. */
const inTurn = createInTurn();

/** Reads all QR codes of a photo or scan (JPG, PNG, WebP, TIFF) in a process of its own; stores nothing, never rejects. */
export function readPaperPicture(
  bytes: Uint8Array,
  options: { readonly timeoutMs?: number } = {},
): Promise<Result<PaperPicture, PaperPictureError>> {
  return lookInto({ bytes, plan: null }, options);
}

/** The same, and how much ink is in each cell of `plan`; `ink` is null where the paper cannot be laid over the picture. */
export function measurePaperPicture(
  bytes: Uint8Array,
  plan: InkPlan,
  options: { readonly timeoutMs?: number } = {},
): Promise<Result<PictureFindings, PaperPictureError>> {
  return lookInto({ bytes, plan }, options);
}

function lookInto(
  request: PictureRequest,
  { timeoutMs = TIME_LIMIT_MS }: { readonly timeoutMs?: number },
): Promise<Result<PictureFindings, PaperPictureError>> {
  const { bytes } = request;
  if (bytes.length > LARGEST_PICTURE_BYTES) return Promise.resolve(err('too-large'));
  const kind = detectPaperPictureKind(bytes);
  if (kind === null || kind === 'pdf') return Promise.resolve(err('not-a-picture'));
  return inTurn(() => askChild(request, timeoutMs));
}

function askChild(request: PictureRequest, timeoutMs: number): Promise<Result<PictureFindings, PaperPictureError>> {
  return new Promise((resolve) => {
    const child = startProgram(new URL('./picture-child.ts', import.meta.url), {
      flags: [`--max-old-space-size=${CHILD_HEAP_MIB}`],
      // The decoder may hold a large picture on disk by the system's temporary folder, in clear: never.
      env: { VIPS_DISC_THRESHOLD: '16g' },
    });
    function settle(result: Result<PictureFindings, PaperPictureError>): void {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(result); // the first one stands
    }
    const giveUp = () => settle(err('reader-failed'));
    const timer = setTimeout(giveUp, timeoutMs);
    child.once('message', (message) => {
      const reply = message as PictureReply; // sent by picture-child.ts
      if (reply === null) giveUp();
      else settle(reply);
    });
    child.once('error', giveUp);
    child.once('exit', giveUp);
    child.send(request, () => undefined); // a child that died before reading is told by 'exit'
  });
}
