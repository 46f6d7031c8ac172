import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { PackageRefusalCode } from '../../shared/domain/package-commands.ts';
import { say, type Words } from './error-words.ts';
import { phoneApprovalKindText } from './package.ts';

type PackageErrorCode =
  | PackageRefusalCode
  | Extract<ContractErrorCode, `package-${string}` | 'approval-not-answered' | 'approval-secret-gone'>;

/** Why a package was not made, read or taken in, or a phone code not given. */
export const PACKAGE_WORDS: Readonly<Record<PackageErrorCode, Words>> = {
  'package-gone': say(
    '数据包的文件和口令已不在本机内存里，不能再保存或打印。',
    '请重新生成数据包；已经存好、打印好的那一份仍可使用。',
  ),
  'package-unreadable': say('这不是考务数据包，或文件不完整。', '请选考务办公室给的 .kwb 文件，或重新复制一份。'),
  'package-of-other-version': say(
    '这个数据包是另一个版本的监考工作站生成的。',
    '请把本机的程序换成与考务办公室相同的版本。',
  ),
  'package-of-other-kind': (f) =>
    f.text('kind') === 'rehearsal'
      ? say('这是演练的数据包，正式考试不能用。', '请选正式考试的数据包文件。')
      : say('这是正式考试的数据包，演练里不能用。', '请关闭演练，在正式的监考工作站里接收。'),
  'package-without-room': (f) =>
    say(`数据包里没有 ${f.text('room')} 考场。`, '请核对考场号；确实缺的，请考务办公室重新生成。'),
  'package-damaged': say('文件已损坏，接收不了；本机没有改动。', '请从 U 盘重新复制一份，或向考务办公室另要一份。'),
  'package-group-wrong': (f) =>
    say(`第 ${f.text('group')} 组不对。`, '请对照考场口令单，把这一组的 6 位数字重新输入。'),
  'package-code-wrong': (f) =>
    say(
      `每一组都没有输错，但不是 ${f.text('room')} 考场这个数据包的口令，或有两组的位置换了。`,
      '请核对口令单上的考场号和数据包编号，再按第 1 组到第 4 组的顺序输入。',
    ),
  'package-wait': (f) => say('连续几次不对，要等一会儿再试。', `请在 ${f.text('seconds')} 秒后再试；不会锁死。`),
  'package-not-made': (f) =>
    say(`${f.text('room')} 考场还没有批准码。`, '请先生成考务数据包，并在该考场接收；在此之前，请示由考场两人签认。'),
  'approval-already-answered': (f) =>
    say(
      `请求码 ${f.text('number').padStart(2, '0')} 在 ${f.time('at')} 已经答复过：${phoneApprovalKindText(f.text('kind'))}。`,
      '同一个请求码，批准码不变；问的是另一件事的，请考场换下一个请求码。',
    ),
  'approval-not-answered': (f) =>
    say(`请求码 ${f.text('number').padStart(2, '0')} 还没有答复。`, '请先选定所请示的事项，再显示批准码。'),
  'approval-secret-gone': say(
    '本机没有生成批准码用的密钥（换过电脑，或由备份恢复），已发出的批准码不能再答复。',
    '考场请改按“已电话请示主考”由两人签认；还没有接收的考场，请重新生成数据包。',
  ),
};
