/** Two-byte sequences that mean something, and four-byte ones of the basic plane; Node only reads this encoding. */
const BASIC_PLANE = new Map<string, Buffer>();
const STRICT = new TextDecoder('gb18030', { fatal: true });

function learn(bytes: readonly number[]): void {
  try {
    const text = STRICT.decode(Uint8Array.from(bytes));
    if (!BASIC_PLANE.has(text)) BASIC_PLANE.set(text, Buffer.from(bytes));
  } catch {
    // Not assigned.
  }
}

function learnAll(): void {
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) learn([lead, trail]);
  }
  for (let index = 0; index < 39_420; index += 1) learn(fourBytes(0x81, index));
}

/** The sequence at this place in the four-byte area, counted from a lead byte. */
function fourBytes(lead: number, index: number): readonly number[] {
  const fourth = 0x30 + (index % 10);
  const third = 0x81 + (Math.floor(index / 10) % 126);
  const second = 0x30 + (Math.floor(index / 1260) % 10);
  return [lead + Math.floor(index / 12_600), second, third, fourth];
}

/** A text as a Chinese system or spreadsheet writes it, rare characters and all. */
export function gb18030(text: string): Buffer {
  if (BASIC_PLANE.size === 0) learnAll();
  return Buffer.concat(
    [...text].map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 0x80) return Buffer.of(codePoint);
      if (codePoint >= 0x10000) return Buffer.from(fourBytes(0x90, codePoint - 0x10000));
      const bytes = BASIC_PLANE.get(character);
      if (bytes === undefined) throw new Error(`no GB 18030 for U+${codePoint.toString(16)}`);
      return bytes;
    }),
  );
}
