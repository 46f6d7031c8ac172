import type { ContractError } from '../../shared/contract/call.ts';
import type { AnnouncementProblem } from '../../shared/domain/announcement-table.ts';
import type { ErrorText } from './error-words.ts';
import { errorText } from './errors.ts';

const PROBLEMS: Readonly<Record<AnnouncementProblem['code'], string>> = {
  'kind-unknown': '「环节」认不出，请照模板里的名称填写',
  'paper-unknown': '「科目」请填「理论」「实操」，或留空表示两科',
  'text-missing': '「指令」没有内容',
  'text-too-long': '「指令」超过 600 字',
  'placeholder-unknown': '花括号里只能照模板写 {分钟}、{座位}，这一环节不能用别的',
  twice: '同一环节、同一科目已有一行，只采用前一行',
};

/** "第 5 行：…" of a row that is not taken. */
export function announcementProblemText({ row, code }: AnnouncementProblem): string {
  return `第 ${row} 行：${PROBLEMS[code]}。`;
}

/** Why a file of 宣读指令 was not read, and what to do. */
export function announcementFileErrorText(error: ContractError, fileName: string): ErrorText {
  if (error.code !== 'roster-file-refused') return errorText(error);
  switch (error.figures['reason']) {
    case 'file-empty':
      return { what: `「${fileName}」是空的。`, todo: USE_TEMPLATE };
    case 'file-too-large':
      return { what: `「${fileName}」太大。`, todo: '宣读指令只有十几行，请确认选对了文件。' };
    case 'file-encrypted':
      return { what: `「${fileName}」有打开密码。`, todo: '请用 Excel 或 WPS 打开，去掉密码后保存，再选择文件。' };
    case 'file-old-excel':
      return {
        what: `「${fileName}」是旧版 Excel 文件 (.xls)。`,
        todo: '请用 Excel 或 WPS 另存为 .xlsx，再选择文件。',
      };
    case 'file-encoding-unknown':
      return { what: `认不出「${fileName}」的文字编码。`, todo: '请用 Excel 或 WPS 另存为 .xlsx，再选择文件。' };
    default:
      return { what: `「${fileName}」读不出表格，没有采用任何内容。`, todo: USE_TEMPLATE };
  }
}

const USE_TEMPLATE = '请先「导出模板」，用 Excel 或 WPS 改好、保存，再选择该文件。';

export const announcementCardText = {
  title: '宣读指令',
  line: '各环节宣读的话可以换成考核站点手册的原文：导出模板，用 Excel 或 WPS 改「指令」一栏，再选择该文件。',
  own: '现在用程序自带的指令，按今日规则写成。',
  site: (count: number) => `现在有 ${count} 条用考核站点的指令，其余用程序自带的。`,
  export: '导出模板',
  pick: '选择文件…',
  restore: '恢复自带指令',
  fileName: '宣读指令.csv',
  leadersOnly: '更换宣读指令由主考办理。',
  switchTo: (name: string) => `换成主考 ${name} 操作`,
  reading: '正在读取…',
  dialogTitle: '宣读指令预览',
  placeholders: '{分钟}、{座位} 在宣读时换成当时的分钟数和座位号。没有列出的环节用程序自带的指令。',
  headings: { kind: '环节', paper: '科目', text: '指令' },
  both: '两科',
  changed: '有改动',
  asOwn: '同自带',
  problems: (count: number) => `有 ${count} 行没有采用`,
  noChange: '这个文件与现在用的指令一样，没有可采用的改动。',
  nothingRead: '文件里没有可以采用的指令。',
  adopt: (count: number) => (count === 0 ? '采用（全部同自带）' : `采用 ${count} 条`),
  adopted: (count: number) => (count === 0 ? '已改回程序自带的指令。' : `已采用 ${count} 条考核站点的指令。`),
  restoreTitle: '恢复自带指令',
  restoreLine: '考核站点的指令全部撤下，各环节改用程序自带的指令。以后可以再选择文件采用。',
  cancel: '取消',
  saving: '正在保存…',
} as const;
