import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(import.meta.dirname, '..', '..', 'README.md');

/** The commands in the README's code blocks, one each (`a && b` are two), without prompts and comments. */
export function readmeCommands(): readonly string[] {
  const blocks = [...readFileSync(README, 'utf8').matchAll(/^```(?:sh|bash|shell|console)?\n(.*?)^```/gms)];
  return blocks
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .flatMap((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .split('&&'),
    )
    .map((command) => command.trim())
    .filter((command) => command !== '' && !command.startsWith('#'));
}

/** The options of `npm start --` that the README names: those in its commands, and the first cells of its options table. */
export function readmeStartOptions(): ReadonlySet<string> {
  const cells = [...readFileSync(README, 'utf8').matchAll(/^\|\s*`(--[^`]*)`/gm)].map((match) => match[1] ?? '');
  const starts = readmeCommands().filter((command) => command.startsWith('npm start -- '));
  const words = [...cells, ...starts.map((command) => command.slice('npm start -- '.length))].join(' ');
  return new Set(words.match(/(?<=^|\s)--[a-z][a-z-]*/g) ?? []);
}
