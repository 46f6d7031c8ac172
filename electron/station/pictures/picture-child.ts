import { ok, type Result } from '../../../shared/result.ts';
import { decodeGrey, type DecodeError } from './decode-picture.ts';
import { type InkMeasure, type InkPlan, measureInk } from './measure-ink.ts';
import { type PictureCode, readCodes } from './read-codes.ts';

/** What the parent sends, once, over the channel between the two processes: no picture touches a file. */
export interface PictureRequest {
  readonly bytes: Uint8Array;
  /** The cells to look into once the codes are read; null for the codes alone. */
  readonly plan: InkPlan | null;
}

/** What was found in the picture; null where the program itself failed. */
export type PictureReply = Result<PictureFindings, DecodeError> | null;

export interface PictureFindings {
  /** Of the picture as it was looked at; the codes' corners are in its pixels. */
  readonly width: number;
  readonly height: number;
  readonly codes: readonly PictureCode[];
  readonly ink: readonly InkMeasure[] | null;
}

/** The longest side in which pictures are looked at: paper's own scale, at 12 pixels a millimetre. */
const LONGEST_SIDE = 3600;
/** Tried where the first shows no code: a sheet that is small in a large photo. */
const LONGEST_SIDE_AGAIN = 6400;

// The program of the child process that looks into one foreign picture and ends.
process.once('message', (message) => {
  void answer(message as PictureRequest); // the only sender is read-paper-picture.ts, of the same program
});

async function answer(request: PictureRequest): Promise<void> {
  const reply = await lookInto(request).catch(() => null);
  await new Promise<void>((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(reply, () => resolve());
  });
  process.disconnect();
}

async function lookInto({ bytes, plan }: PictureRequest): Promise<Exclude<PictureReply, null>> {
  const first = await lookAt(bytes, plan, LONGEST_SIDE);
  if (!first.ok || first.value.codes.length > 0) return first;
  if (Math.max(first.value.width, first.value.height) < LONGEST_SIDE) return first;
  return lookAt(bytes, plan, LONGEST_SIDE_AGAIN);
}

async function lookAt(
  bytes: Uint8Array,
  plan: InkPlan | null,
  longestSide: number,
): Promise<Exclude<PictureReply, null>> {
  const decoded = await decodeGrey(bytes, longestSide);
  if (!decoded.ok) return decoded;
  const { value: picture } = decoded;
  const codes = await readCodes(picture);
  const code = codes.find(({ text }) => text === plan?.code);
  const ink = plan === null || code === undefined ? null : measureInk(picture, code.corners, plan);
  return ok({ width: picture.width, height: picture.height, codes, ink });
}
