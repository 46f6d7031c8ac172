/** What happened, and what to do now. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
}

/** The sentence of a code, or what makes it from the error's figures. */
export type Words = ErrorText | ((figures: Figures) => ErrorText);

/** The figures of an error, read as what the sentence needs; a missing one is shown as a dash, never as "undefined". */
export interface Figures {
  /** The rule that the refusal rests on, e.g. "R27". */
  readonly rule: string;
  has(name: string): boolean;
  /** 0 where it is missing. */
  number(name: string): number;
  text(name: string): string;
  /** "10:18", or "10:18:07" where seconds matter, Asia/Shanghai. */
  time(name: string): string;
}

/** Both halves of a sentence to the user. */
export function say(what: string, todo: string): ErrorText {
  return { what, todo };
}
