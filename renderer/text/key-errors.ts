import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { KeyRefusalCode } from '../../shared/domain/key-commands.ts';
import type { PaperId } from '../../shared/ids.ts';
import { type Figures, say, type Words } from './error-words.ts';
import { PAPER_LABELS } from './words.ts';

type KeyErrorCode =
  | KeyRefusalCode
  | Extract<
      ContractErrorCode,
      | 'day-locked'
      | 'day-cannot-open'
      | 'recovery-group-wrong'
      | 'recovery-code-other'
      | 'recovery-wait'
      | 'wrapped-key-unusable'
      | 'sheet-gone'
    >;

/** Why the day's key did not come back, or a 恢复单 was not taken. */
export const KEY_WORDS: Readonly<Record<KeyErrorCode, Words>> = {
  'day-locked': say('考核日已锁存，本机没有打开它的密钥。', '请回到第一个画面，输入恢复单上的恢复码。'),
  'day-cannot-open': (f) =>
    say(
      `这个考核日的记录文件打不开（${f.text('problem')}）。`,
      '文件没有改动。请选“从备份恢复”；没有备份的，请技术支持查看本机日志。',
    ),
  'recovery-group-wrong': (f) => say(`第 ${f.text('group')} 组不对。`, '请对照恢复单，把这一组的 6 位数字重新输入。'),
  'recovery-code-other': (f) =>
    say(
      `每一组都没有输错，但不是这张恢复单上的，或有两组的位置换了。本机要的是编号 ${sheetsText(f)} 的恢复单。`,
      '请核对恢复单右上角的编号，再按第 1 组到第 8 组的顺序输入。',
    ),
  'recovery-wait': (f) => say('连续几次不对，要等一会儿再试。', `请在 ${f.text('seconds')} 秒后再试；不会锁死。`),
  'wrapped-key-unusable': (f) =>
    f.text('problem') === 'missing'
      ? say(
          '数据文件夹里没有密钥的封存件，恢复码在这里无从核对。',
          '请从备份恢复（备份里有封存件），或重新制作恢复单。',
        )
      : say('密钥的封存件已损坏，或属于另一个考核日。', '请从备份恢复（备份里有封存件），或重新制作恢复单。'),
  'sheet-gone': say('这张恢复单的恢复码已不在本机，不能再打印。', '请以密封保管的那一张为准；遗失的，请另做一张新的。'),
  'sheet-changed': say('恢复单刚刚已经换过。', '请看清最新的编号，再决定是否另做。'),
  'sheet-other': (f) =>
    say(
      `输入的是编号 ${f.text('typed')} 的恢复单，本机最新的是编号 ${f.text('wanted')}。`,
      '请输入最新打印的那一张；旧的一张不再核对。',
    ),
  'sheet-already-checked': (f) => say(`这张恢复单已在 ${f.time('at')} 核对过。`, '不必再输，请密封保管。'),
  'sheet-not-checked': say(
    '恢复单还没有核对过，现在锁存，以后就打不开了。',
    '请先打印恢复单，并把恢复码输入一遍，再锁存。',
  ),
  'staff-unknown': say('考务人员名单里没有此人。', '请刷新页面后再选。'),
  'papers-open': (f) =>
    say(
      `还有 ${f.text('count')} 场没有收卷：${f.text('room')} 考场${PAPER_LABELS[f.text('paper') as PaperId] ?? ''}${f.number('count') > 1 ? '等' : ''}。`,
      '请先收卷；确实不再收卷的，请勾选后再锁存。',
    ),
};

function sheetsText(f: Figures): string {
  return f.text('sheets').split(' ').join(' 或 ');
}
