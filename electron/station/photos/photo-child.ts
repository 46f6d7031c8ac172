import { readPicture, type SmallPicture } from './read-picture.ts';

/** What the parent sends, once, over the channel between the two processes: no picture touches a file. */
export interface PicturesRequest {
  readonly pictures: readonly Uint8Array[];
}

/** One answer a picture, in the order asked; null for one that cannot be read. */
export interface PictureReply {
  readonly picture: SmallPicture | null;
}

// The program of the child process that decodes one batch of foreign pictures, one after the other, and ends. An answer
// goes out as soon as it is there: if a picture brings this process down, the parent knows which one it was.
process.once('message', (message) => {
  void answer(message as PicturesRequest); // the only sender is read-photos.ts, of the same program
});

async function answer({ pictures }: PicturesRequest): Promise<void> {
  for (const bytes of pictures) {
    const reply: PictureReply = { picture: await readPicture(bytes) };
    await new Promise<void>((resolve) => {
      if (process.send === undefined) resolve();
      else process.send(reply, () => resolve());
    });
  }
  process.disconnect();
}
