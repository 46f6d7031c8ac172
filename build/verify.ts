/** `npm run verify -- FILE [--anchor …]`: says what a journal's file proves, by which anchor, and what it cannot know. */
import { runVerify } from '../electron/hosts/machine/verify-command.ts';

const { lines, exitCode } = runVerify(process.argv.slice(2));
for (const line of lines) console.log(line);
process.exitCode = exitCode;
