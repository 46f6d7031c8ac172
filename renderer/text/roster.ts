import type { RosterField, RosterFileError, RosterProblem, RosterProblemCode } from '../../shared/domain/roster.ts';

/** What the importer calls a column. */
export const rosterFieldText: Readonly<Record<RosterField, string>> = {
  ticket: '准考证号',
  name: '姓名',
  gender: '性别',
  idType: '证件类型',
  idNumber: '证件号码',
  school: '院校名称',
  major: '专业',
  className: '班级',
  level: '级别',
  papers: '考试科目',
  room: '考场编号',
  place: '考场名称',
  seat: '座位号',
};

/** What is wrong, and what to do or what was done; `value` is what stands in the cell. */
const PROBLEM_TEXT: Readonly<Record<RosterProblemCode, (problem: RosterProblem) => string>> = {
  'id-number-lost-digits': () =>
    '证件号码是数字格式，末几位已经丢失，无法还原。请把该列设为「文本」，从报名系统重新导出。',
  'ticket-is-number': () => '准考证号是数字格式，前面的 0 或末几位可能已经丢失。请把该列设为「文本」，重新导出。',
  'missing-ticket': () => '没有准考证号。请补上。',
  'missing-name': () => '没有姓名。请补上。',
  'missing-room': ({ value }) => (value === '' ? '没有考场编号。请补上。' : '考场编号超过 20 个字。请改短。'),
  'missing-seat': () => '没有座位号。请补上。',
  'bad-seat': ({ value }) => `座位号「${value}」不是 1 到 999 的整数。请改正。`,
  'duplicate-ticket': ({ value, otherRow }) => `准考证号 ${value} 与第 ${otherRow} 行重复。请核对，只留一行。`,
  'duplicate-seat': ({ value, otherRow }) => `座位 ${value} 已在第 ${otherRow} 行排给别人。请改排座位。`,
  'duplicate-id': ({ otherRow }) => `证件号码与第 ${otherRow} 行相同，准考证号不同。请核对是否同一人。`,
  'two-levels-one-person': ({ otherRow }) =>
    `与第 ${otherRow} 行是同一证件号码，级别不同。一人一次只能考一个级别，请核对。`,
  'unknown-level': ({ value }) =>
    value.trim() === '' ? '没有级别。请填初级、中级或高级。' : `不认识级别「${value}」。请填初级、中级或高级。`,
  'unknown-papers': ({ value }) =>
    value.trim() === ''
      ? '没有考试科目。请填理论、实操，或两者都填。'
      : `不认识考试科目「${value}」。请填理论、实操，或两者都填。`,
  'id-check-digit': () => '证件号码的校验码不对，可能抄错一位。已导入并标记，入场时请核对证件原件。',
  'id-impossible-date': () => '证件号码中的出生日期不存在。已导入并标记，入场时请核对证件原件。',
  'id-15-digits': () => '这是 15 位的旧身份证号码。已导入并标记，入场时请核对证件原件。',
  'id-length': () => '证件号码的位数或字符与证件类型不符。已导入并标记，入场时请核对证件原件。',
  'missing-id': () => '没有证件号码。已导入并标记，入场时请核对证件原件。',
  'unknown-id-type': ({ value }) => `不认识证件类型「${value}」。已按原样导入并标记。`,
  'name-looks-like-formula': () => '姓名像表格公式。已作为文字导入并标记，请核对姓名。',
  'over-capacity': ({ value }) => `该考场的第 ${value} 人，超过每考场人数上限。已导入，请主考确认编排。`,
  'full-width-digits': () => '含全角数字或字母，已改为半角。',
  'surrounding-blanks': ({ field }) =>
    field === 'name' ? '姓名含多余空格。姓名照原样保留，查找时忽略空格。' : '含多余空格，已去掉。',
  'lower-case-x': () => '末位小写 x 已改为大写 X。',
  'name-separator': () => '姓名间隔号不是「·」。姓名照原样保留，查找时按「·」处理。',
  'private-use-character': () => '含旧编码的生僻字，已换成标准字。请核对字形。',
};

/** One problem as a line: where (row, column letter and heading), what is wrong, what to do. */
export function rosterProblemText(problem: RosterProblem): string {
  const heading = problem.heading.trim();
  const column = problem.column === null ? '' : ` ${problem.column} 列${heading === '' ? '' : `「${heading}」`}`;
  return `第 ${problem.row} 行${column}：${PROBLEM_TEXT[problem.code](problem)}`;
}

/** Why a file was refused as a whole, and what the person at the screen can do now. */
export interface RosterFileErrorText {
  readonly title: string;
  readonly whatToDo: string;
}

const SAVE_AS_XLSX = '请用 Excel 或 WPS 打开，另存为「Excel 工作簿 (.xlsx)」后再导入。';
const EXPORT_AGAIN = '请从报名系统重新导出，或换一个 U 盘重新复制后再导入。';

/** What a refused file is, as far as its first bytes tell. */
const KIND_TEXT: Readonly<Record<string, string>> = {
  pdf: 'PDF 文件',
  image: '图片',
  archive: '压缩包',
  docx: 'Word 文档',
  html: '网页',
  xlsb: '二进制工作簿 (.xlsb)',
  ods: 'OpenDocument 表格 (.ods)',
  'old-office': '旧版 Office 文件',
};
const SAVED_BY_SPREADSHEETS: readonly string[] = ['html', 'xlsb', 'ods'];

/** Title and way out for a file that could not be taken; `fileName` is the name the user chose. */
export function rosterFileErrorText(error: RosterFileError, fileName: string): RosterFileErrorText {
  const { details } = error;
  switch (error.code) {
    case 'file-empty':
      return { title: `「${fileName}」是空的`, whatToDo: '请确认选对了文件；名单应有表头和考生各行。' };
    case 'file-truncated':
      return { title: `「${fileName}」不完整或已损坏`, whatToDo: EXPORT_AGAIN };
    case 'file-not-a-roster': {
      const kind = String(details['kind'] ?? '');
      const what = KIND_TEXT[kind];
      return {
        title:
          what === undefined
            ? `「${fileName}」不是名单文件`
            : `「${fileName}」其实是${/^\w/.test(what) ? ' ' : ''}${what}，不是名单表格`,
        whatToDo: SAVED_BY_SPREADSHEETS.includes(kind) ? SAVE_AS_XLSX : '请选择 .xlsx 或 .csv 名单文件。',
      };
    }
    case 'file-too-large':
      return { title: `「${fileName}」太大`, whatToDo: '名单最大 12 MB、5 万行。请按考点或考场分开导出。' };
    case 'file-suspicious-archive':
      return {
        title: `「${fileName}」结构异常，为安全起见没有打开`,
        whatToDo: '请用 Excel 或 WPS 新建一个工作簿，只把名单粘贴进去（粘贴为文本），保存为 .xlsx 后再导入。',
      };
    case 'file-old-excel':
      return { title: `「${fileName}」是旧版 Excel 文件 (.xls)`, whatToDo: SAVE_AS_XLSX };
    case 'file-encrypted':
      return { title: `「${fileName}」有打开密码`, whatToDo: '请用 Excel 或 WPS 打开，去掉密码后保存，再导入。' };
    case 'file-encoding-unknown':
      return { title: `认不出「${fileName}」的文字编码`, whatToDo: SAVE_AS_XLSX };
    case 'file-no-heading-row':
      return {
        title: `「${fileName}」里找不到表头`,
        whatToDo: '前 20 行内应有一行表头，写明准考证号、姓名、级别、考场编号、座位号。请补上表头后再导入。',
      };
    case 'file-required-column-missing': {
      const missing = missingColumns(details['missing']);
      return {
        title: `名单缺少：${missing}`,
        whatToDo: `第 ${details['headingRow']} 行是表头，其中没有这些列。请补上后再导入。`,
      };
    }
    case 'file-no-person-rows':
      return {
        title: `「${fileName}」里没有考生`,
        whatToDo: `第 ${details['headingRow']} 行是表头，下面没有考生。请确认选对了文件。`,
      };
    case 'file-reader-timeout':
      return {
        title: `读取「${fileName}」超过 ${details['seconds']} 秒，已停止`,
        whatToDo: '请删去名单以外的工作表、图片和空白行，另存为 .xlsx 后再导入。',
      };
  }
}

function missingColumns(fields: string | number | undefined): string {
  const names: Readonly<Record<string, string>> = rosterFieldText;
  return String(fields ?? '')
    .split(',')
    .map((field) => names[field] ?? field)
    .join('、');
}
