import { err, ok, type Result } from '../../../shared/result.ts';

/** One part of a file: the document as first written, or what one update appended. */
export interface PdfSection {
  readonly start: number;
  /** After the line end of its %%EOF. */
  readonly end: number;
  /** Where each object it writes begins. */
  readonly objects: ReadonlyMap<number, number>;
  /** Numbers that it declares deleted. */
  readonly deleted: readonly number[];
  /** Object numbers of catalog and information. */
  readonly root: number;
  readonly info: number | null;
}

interface ReadSection extends Omit<PdfSection, 'start'> {
  readonly xrefAt: number;
  readonly previous: number | null;
}

/** More updates than people sign a paper. */
const MOST_SECTIONS = 100;
const MOST_OBJECTS = 100_000;
/** Ends of a file that are tried before it counts as damaged. */
const MOST_ENDS = 50;

/**
 * The parts of a file in their order, and how many bytes follow the last. Takes only the form that our own papers have:
 * plain tables, each part right behind the one before; anything else is 'form-unknown', for a reader that guesses could
 * show another document than the one it checked.
 */
export function readSections(
  bytes: Uint8Array,
): Result<{ readonly sections: readonly PdfSection[]; readonly appendedBytes: number }, 'form-unknown'> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let before = file.length;
  for (let tried = 0; tried < MOST_ENDS && before > 0; tried += 1) {
    const mark = file.lastIndexOf('%%EOF', before - 1, 'latin1');
    if (mark < 0) break;
    const sections = readBackFrom(file, mark);
    const last = sections?.at(-1);
    if (sections !== null && last !== undefined) return ok({ sections, appendedBytes: file.length - last.end });
    before = mark;
  }
  return err('form-unknown');
}

function readBackFrom(file: Buffer, mark: number): readonly PdfSection[] | null {
  const xrefAt = /startxref\r?\n(\d{1,10})\r?\n$/.exec(file.toString('latin1', Math.max(0, mark - 40), mark))?.[1];
  const backwards: ReadSection[] = [];
  let next = xrefAt === undefined ? null : Number(xrefAt);
  while (next !== null) {
    const later = backwards.at(-1);
    const section = next < (later?.xrefAt ?? file.length) ? readSection(file, next) : null;
    if (section === null || backwards.length === MOST_SECTIONS) return null;
    backwards.push(section);
    next = section.previous;
  }
  const sections = backwards.toReversed().map((section, index, all) => ({
    ...section,
    start: all[index - 1]?.end ?? 0,
  }));
  return sections.length > 0 && sections.every((section) => isInPlace(file, section)) ? sections : null;
}

/** Every object stands inside its own part and begins as the table says. */
function isInPlace(file: Buffer, { start, xrefAt, objects }: PdfSection & { readonly xrefAt: number }): boolean {
  return [...objects].every(([number, offset]) => {
    const head = `${number} 0 obj`;
    return offset >= start && offset < xrefAt && file.toString('latin1', offset, offset + head.length) === head;
  });
}

function readSection(file: Buffer, xrefAt: number): ReadSection | null {
  const trailerAt = file.indexOf('trailer', xrefAt, 'latin1');
  const startAt = trailerAt < 0 ? -1 : file.indexOf('startxref', trailerAt, 'latin1');
  if (startAt < 0) return null;
  const table = readTable(file.toString('latin1', xrefAt, trailerAt));
  const trailer = file.toString('latin1', trailerAt, startAt);
  const ending = /^startxref\r?\n(\d{1,10})\r?\n%%EOF(\r\n|\n|\r|$)/.exec(
    file.toString('latin1', startAt, Math.min(startAt + 60, file.length)),
  );
  const root = /\/Root\s+(\d{1,8})\s+0\s+R\b/.exec(trailer)?.[1];
  // Encrypted files and tables in two forms are not ours.
  if (table === null || ending === null || root === undefined || /\/(Encrypt|XRefStm)\b/.test(trailer)) return null;
  if (Number(ending[1]) !== xrefAt) return null;
  const previous = /\/Prev\s+(\d{1,10})\b/.exec(trailer)?.[1];
  const info = /\/Info\s+(\d{1,8})\s+0\s+R\b/.exec(trailer)?.[1];
  return {
    ...table,
    xrefAt,
    end: startAt + ending[0].length,
    root: Number(root),
    info: info === undefined ? null : Number(info),
    previous: previous === undefined ? null : Number(previous),
  };
}

function readTable(text: string): Pick<PdfSection, 'objects' | 'deleted'> | null {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.shift() !== 'xref') return null;
  const objects = new Map<number, number>();
  const deleted: number[] = [];
  let number = 0;
  let left = 0;
  for (const line of lines) {
    const entry = /^(\d{10}) (\d{5}) ([nf]) ?$/.exec(line);
    const head = /^(\d{1,8}) (\d{1,6})$/.exec(line.trimEnd());
    if (left > 0 && entry !== null) {
      if (entry[3] === 'f') deleted.push(number);
      else if (entry[2] === '00000' && !objects.has(number)) objects.set(number, Number(entry[1]));
      else return null;
      number += 1;
      left -= 1;
    } else if (left === 0 && head !== null) {
      number = Number(head[1]);
      left = Number(head[2]);
    } else return null;
    if (objects.size > MOST_OBJECTS) return null;
  }
  return left === 0 ? { objects, deleted: deleted.filter((one) => one !== 0) } : null;
}
