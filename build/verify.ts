/** `npm run verify -- FILE …`: says what a journal's file or a sealed paper proves, by what, and what it cannot know. */
import { runVerify } from '../electron/hosts/machine/verify-command.ts';
import { isPaperCommand, runVerifyPaper } from '../electron/hosts/machine/verify-paper-command.ts';

const args = process.argv.slice(2);
const { lines, exitCode } = isPaperCommand(args) ? await runVerifyPaper(args) : runVerify(args);
for (const line of lines) console.log(line);
process.exitCode = exitCode;
