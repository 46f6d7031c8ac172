import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Every option of `npm start`, as it is typed after `--`. */
export const OPTION_NAMES: readonly string[] = [
  '--data DIR',
  '--port N',
  '--no-open',
  '--host browser|desktop',
  '--rehearsal',
  '--recover',
];

/** Those that are either there or not. */
const FLAGS: readonly string[] = ['no-open', 'rehearsal', 'recover'];

export interface StartOptions {
  /** As typed; null = the system's usual place for this user. */
  readonly dataDir: string | null;
  /** 0 = the kept port, else a free one. */
  readonly port: number;
  readonly opensBrowser: boolean;
  /** null = the desktop where its runtime is, else the browser. */
  readonly host: 'browser' | 'desktop' | null;
  /** 演练: a folder of its own beside the real one, and a clock that can be set. */
  readonly isRehearsal: boolean;
  /** Starts without the secrets that this system does not open: the day is locked then, and the code of its 恢复单 opens it. */
  readonly recovers: boolean;
}

/** What could not be understood, ready to be shown. */
export type OptionProblem =
  | { readonly kind: 'unknown-option' | 'value-missing'; readonly option: string }
  | { readonly kind: 'bad-port' | 'bad-host'; readonly value: string };

/** Parses the words after `npm start --`; one that is not known is a problem, never passed over. */
export function parseOptions(args: readonly string[]): Result<StartOptions, OptionProblem> {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'no-open': { type: 'boolean' },
      rehearsal: { type: 'boolean' },
      recover: { type: 'boolean' },
    },
    strict: false, // its own messages are English sentences; the tokens say the same
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') return err({ kind: 'unknown-option', option: token.value });
    if (token.kind !== 'option') continue;
    const takesValue = token.name === 'data' || token.name === 'port' || token.name === 'host';
    const isFlag = FLAGS.includes(token.name) && token.value === undefined && token.rawName.startsWith('--');
    if (!takesValue && !isFlag) return err({ kind: 'unknown-option', option: token.rawName });
    // `--data --no-open` is a forgotten value, not a folder with that name.
    const isMissing =
      token.value === undefined || token.value === '' || (token.value.startsWith('--') && !token.inlineValue);
    if (takesValue && isMissing) return err({ kind: 'value-missing', option: token.rawName });
  }
  const port = typeof values.port === 'string' ? values.port : '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return err({ kind: 'bad-port', value: port });
  const host = values.host ?? null;
  if (host !== null && host !== 'browser' && host !== 'desktop') return err({ kind: 'bad-host', value: String(host) });
  return ok({
    dataDir: typeof values.data === 'string' ? values.data : null,
    port: Number(port),
    opensBrowser: values['no-open'] !== true,
    host,
    isRehearsal: values.rehearsal === true,
    recovers: values.recover === true,
  });
}
