import type { ContractErrorCode } from '../../shared/contract/call.ts';
import { say, type Words } from './error-words.ts';

/** Refusals about 更正 of sealed papers. */
export const CORRECTION_WORDS = {
  'paper-sealed': (f) =>
    say(
      `这条记录已写进 ${f.time('at')} 封存的文书，不能直接撤销。`,
      '请在「文书打印」打开该文书，按「开更正单」写明原因，再来撤销；漏记的可以直接补录。',
    ),
  'correction-open': (f) => say(`这份文书的更正单 ${f.time('at')} 已开，还没有封存。`, '请先签署、封存那一张。'),
  'correction-of-correction': say('更正单不能再更正。', '请打开它所更正的原件，另开一张更正单。'),
} as const satisfies Partial<Readonly<Record<ContractErrorCode, Words>>>;
