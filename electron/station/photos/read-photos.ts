import type { PictureReply, PicturesRequest } from './photo-child.ts';
import { detectPictureKind } from './picture-kind.ts';
import type { SmallPicture } from './read-picture.ts';
import { startProgram } from '../child-program.ts';

/** Reads picture files; stores nothing. */
export interface PhotoReader {
  /** One answer a file, in their order; null for what is no picture that can be read. Never rejects. */
  read(files: readonly Uint8Array[]): Promise<readonly (SmallPicture | null)[]>;
}

/** For one picture, the start of the process included; real ones take milliseconds. */
const TIME_LIMIT_MS = 10_000;
/** Bounds the child's own heap; what a decoder takes beside it is bounded by the pixels it is allowed. */
const CHILD_HEAP_MIB = 256;

/**
 * A reader that decodes a batch in a child process of its own. A picture that brings the child down or holds it up beyond
 * the time limit is answered as unreadable, and a new child goes on with those after it.
 */
export function createPhotoReader(options: { readonly timeoutMs?: number } = {}): PhotoReader {
  const timeoutMs = options.timeoutMs ?? TIME_LIMIT_MS;
  return {
    async read(files) {
      const readable = files.flatMap((bytes, index) => (detectPictureKind(bytes) === null ? [] : [index]));
      const answers = new Map<number, SmallPicture | null>();
      for (let done = 0; done < readable.length; ) {
        const batch = readable.slice(done).flatMap((index) => files[index] ?? []);
        const pictures = await readInChild({ pictures: batch }, timeoutMs);
        for (const picture of pictures) {
          const index = readable[done];
          if (index !== undefined) answers.set(index, picture);
          done += 1;
        }
      }
      return files.map((_, index) => answers.get(index) ?? null);
    },
  };
}

/** At least one answer; fewer than asked when the last of them ended the child. */
function readInChild(request: PicturesRequest, timeoutMs: number): Promise<readonly (SmallPicture | null)[]> {
  return new Promise((resolve) => {
    const child = startProgram(new URL('./photo-child.ts', import.meta.url), {
      flags: [`--max-old-space-size=${CHILD_HEAP_MIB}`],
      // The decoder may hold a large picture on disk by the system's temporary folder, in clear: never.
      env: { VIPS_DISC_THRESHOLD: '16g' },
    });
    const answers: (SmallPicture | null)[] = [];
    let timer = setTimeout(giveUp, timeoutMs);
    let isSettled = false;
    function settle(): void {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(answers);
    }
    /** Of the picture that it had in hand there will be no answer. */
    function giveUp(): void {
      if (isSettled) return;
      answers.push(null);
      settle();
    }
    child.on('message', (message) => {
      if (isSettled) return;
      answers.push((message as PictureReply).picture); // sent by photo-child.ts
      clearTimeout(timer);
      if (answers.length === request.pictures.length) settle();
      else timer = setTimeout(giveUp, timeoutMs);
    });
    child.once('error', giveUp);
    child.once('exit', giveUp);
    child.send(request, () => undefined); // a child that died before reading is told by 'exit'
  });
}
