import type { Light, Lights } from '../../shared/contract/views.ts';
import { saveTrouble } from './save.ts';
import { LIGHT_LABELS } from './shell.ts';

const STATE_WORDS: Readonly<Record<Light['state'], string>> = { good: '正常', off: '未接入', attention: '需要处理' };

const GOOD: Readonly<Record<keyof Lights, string>> = {
  save: '每一条确认过的记录都已写入本机磁盘。',
  print: '文书可以生成。',
  clock: '本机时钟没有发现异常。与标准时间不符时，请调准电脑时钟，程序会请两人核对。',
  power: '电源正常。',
  sync: '本机记录已全部送达考务中心。',
};

const OFF: Readonly<Record<keyof Lights, string>> = {
  save: '还没有建立考核日。',
  print: '打印机未接入；文书生成后在阅读器里打印。',
  clock: '未接入考务中心对时，按本机时钟。',
  power: '本机不报告电源状态。',
  sync: '未接入考务中心，记录都在本机，按本机继续。',
};

const ATTENTION: Readonly<Record<Exclude<keyof Lights, 'save'>, string>> = {
  print: '文书生成不正常：请告知技术支持，签到照常进行。',
  clock: '本机时间待核：签到照常进行，所记时间标为「时间待核」。',
  power: '正在用电池供电：请检查电源。',
  sync: '与考务中心的连接中断，按本机继续，恢复后自动补传。',
};

/** Codes that say more than their state does. */
const BY_CODE: Readonly<Record<string, string>> = {
  'saved-keys-in-files':
    '每一条确认过的记录都已写入本机磁盘。考核日的密钥没有放进本机系统的密钥库，以仅本用户可读的文件保存：请看管好这台电脑。',
};

/** One light as a sentence, for its title and for screen readers. */
export function lightSentence(name: keyof Lights, light: Light): string {
  return `${LIGHT_LABELS[name]}：${STATE_WORDS[light.state]}。${BY_CODE[light.code] ?? sentenceOf(name, light)}`;
}

function sentenceOf(name: keyof Lights, { state, code }: Light): string {
  if (state !== 'attention') return { good: GOOD, off: OFF }[state][name];
  if (name !== 'save') return ATTENTION[name];
  const { what, todo } = saveTrouble(code);
  return `${what}${todo}`;
}
