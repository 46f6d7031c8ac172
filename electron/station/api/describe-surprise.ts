const MESSAGE_CHARS = 300;

/**
 * What the log keeps of a throw that nobody expected. A parser's error and Node's refusal of an argument quote what they
 * were given, which may be a person's: of these only the kind is kept.
 */
export function describeSurprise(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'not an error';
  const code = 'code' in thrown ? String(thrown.code) : '';
  const quotesItsInput = thrown instanceof SyntaxError || code.startsWith('ERR_');
  return quotesItsInput
    ? [thrown.name, code].filter((part) => part !== '').join(' ')
    : `${thrown.name}: ${thrown.message}`.slice(0, MESSAGE_CHARS);
}
