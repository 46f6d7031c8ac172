/** So much at a time that a check-in at another page of the station does not notice. */
const MOST_FILES = 60;
const MOST_BYTES = 3 * 1024 * 1024;
/** The station takes no larger picture. */
const LARGEST_BYTES = 8 * 1024 * 1024;

const PICTURE_NAME = /\.(jpe?g|jfif|png|webp|bmp|gif|hei[cf]|tiff?)$/i;

export interface PickedFile {
  readonly name: string;
  readonly size: number;
}

/** What a person has picked, sorted into what is sent together, what is too large to be sent, and what is no picture. */
export interface PhotoBatches<F extends PickedFile> {
  readonly batches: readonly (readonly F[])[];
  readonly tooLarge: readonly F[];
  /** Other things lie in such folders: lists, thumbnails of the system. */
  readonly others: number;
}

/** In the order of their names, so that the same folder gives the same batches. */
export function planPhotoBatches<F extends PickedFile>(picked: readonly F[]): PhotoBatches<F> {
  const pictures = picked
    .filter(({ name }) => PICTURE_NAME.test(name) && !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const batches: F[][] = [];
  let bytes = 0;
  for (const file of pictures) {
    if (file.size > LARGEST_BYTES) continue;
    const last = batches.at(-1);
    if (last === undefined || last.length === MOST_FILES || bytes + file.size > MOST_BYTES) {
      batches.push([file]);
      bytes = file.size;
    } else {
      last.push(file);
      bytes += file.size;
    }
  }
  return {
    batches,
    tooLarge: pictures.filter(({ size }) => size > LARGEST_BYTES),
    others: picked.length - pictures.length,
  };
}
