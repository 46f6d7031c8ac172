import { join } from 'node:path';
import { checkTypes } from './gate/check-types.ts';

const { exitCode, output } = await checkTypes(join(import.meta.dirname, '..'));
if (output !== '') console.log(output);
process.exitCode = exitCode;
