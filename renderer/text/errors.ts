import type { ContractError, ContractErrorCode } from '../../shared/contract/call.ts';
import { neatTimeText, timeText } from './format.ts';
import { RULE_LABELS } from './rules.ts';

/** What happened, and what to do now. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
}

type Words = ErrorText | ((figures: Figures) => ErrorText);

/** The figures of an error, read as what the sentence needs; a missing one is shown as a dash, never as "undefined". */
interface Figures {
  has(name: string): boolean;
  text(name: string): string;
  time(name: string): string;
}

function say(what: string, todo: string): ErrorText {
  return { what, todo };
}

const ASK_SUPPORT = '请再试一次；仍不行，请技术支持查看本机日志。';

const WORDS: Readonly<Record<ContractErrorCode, Words>> = {
  'day-already-made': say('本机已建立考核日。', '请继续下一步。'),
  'no-day': say('本机还没有考核日。', '请先在「设置」里导入名单。'),
  'rules-incomplete': (f) =>
    say(`规则还有 ${f.text('count')} 项没有填完：${ruleNames(f.text('key'))}。`, '请回到该项填写或确认。'),
  'actor-unknown': say('还没有选择当前操作的人。', '请点右上角「当前操作」，选择本人姓名。'),
  'role-not-allowed': say('当前操作的人不能办理这一项。', '请换成有权办理的人：导入名单、登记监考员由主考办理。'),
  'second-person-missing': say('这一项须有第二人。', '请选择本考场的另一名监考员。'),
  'second-person-same': say('第二人不能是当前操作的人。', '请选择本考场的另一名监考员。'),
  'second-person-not-in-room': say('第二人不在本考场。', '请选择本考场的监考员或主考。'),
  'reason-missing': say('还没有写原因。', '请写明原因，一句话即可。'),
  'occurred-in-future': say('补录的时间比现在还晚。', '请填写已经过去的时间。'),
  'station-not-bound': say('本机还没有绑定考场。', '请先导入名单，并选择本机是哪个考场。'),
  'station-bound-otherwise': (f) =>
    say(`本机已是 ${f.text('room')} 考场并有记录，不能改绑。`, '请按原考场导入，或换一台电脑。'),
  'room-not-here': (f) => say('这一项不属于本机所在的考场。', `本机只办理 ${f.text('room')} 考场。`),
  'roster-empty': say('名单里没有可以导入的人。', '请改正名单中的错误后重新选择文件。'),
  'staff-already-enlisted': say('此人已经登记过。', '请直接继续。'),
  'invigilators-complete': say('本考场的监考员已经登记齐。', '如需换人，请主考办理。'),
  'candidate-unknown': say('本考场名单里没有此人。', '请核对准考证上的考场号；确不在名单的，登记拒绝入场并报主考。'),
  'candidate-withdrawn': say('此人已不在本考场名单。', '请核对准考证上的考场号，并报主考。'),
  'paper-not-taken': say('此人未报考本科目。', '请核对准考证上的科目。'),
  'already-checked-in': (f) =>
    say(`此人已在 ${f.time('at')} 签到，座位 ${f.text('seat')}。`, '不必再签；若疑为他人冒用，请核对证件并报主考。'),
  'already-refused': (f) => say(`此人已在 ${f.time('at')} 登记为拒绝入场。`, '不必重复登记。'),
  'entry-not-open': (f) => say(`未到入场时间，${f.time('opensAt')} 开始入场（R21）。`, '请考生在门外等候。'),
  'entry-closed': (f) =>
    say(`${f.time('closedAt')} 起禁止入场（R28），此人迟到 ${f.text('lateMinutes')} 分钟。`, '请登记拒绝入场。'),
  'entry-not-refusable': say('按现在的时间不能以此为由拒绝入场。', '请确认入场，或选择其他原因。'),
  'documents-missing': say('证件不齐，不能入场（R21）。', '请登记拒绝入场；补齐证件后可以再来签到。'),
  'signal-already-given': (f) => say(`该信号已在 ${f.time('at')} 记录。`, '不必重复。'),
  'signal-too-early': (f) => say(`还没到时间，${f.time('earliest')} 起可以记录。`, '请到时再按。'),
  'milestone-unknown': say('时间轴里没有这一项。', '请刷新页面。'),
  'milestone-too-early': (f) => say(`还没到时间，${f.time('earliest')} 起可以确认。`, '请到时再按。'),
  'milestone-already-confirmed': (f) => say(`这一项已在 ${f.time('at')} 确认。`, '不必重复。'),
  'undo-target-unknown': say('找不到要撤销的记录。', '请刷新页面后再看。'),
  'undo-not-own-act': say('只能直接撤销本人的操作。', '他人的操作须写明原因并由第二人同意。'),
  'undo-too-late': (f) => say(`已超过 ${f.text('windowSec')} 秒，不能直接撤销。`, '请写明原因，并选择第二人。'),
  'undo-already-done': say('这条记录已经撤销。', '不必重复。'),
  'undo-has-dependants': (f) => say(`其后还有 ${f.text('count')} 条记录以它为据，不能撤销。`, '请先撤销后面的记录。'),
  'undo-not-possible': say('这一项不能撤销。', '请另作更正。'),
  'unknown-method': say('页面与程序的版本不一致。', '请刷新页面。'),
  'bad-input': say('填写的内容不完整或格式不对。', '请检查后再试。'),
  'no-session': say('这个页面没有连到本机程序。', '请从启动窗口里的链接重新打开。'),
  'command-id-missing': say('这次操作没有编号，没有执行。', '请刷新页面后再试。'),
  'command-id-reused': say('这次操作的编号已经用过，没有执行。', '请刷新页面后再试。'),
  'not-saved': say('没有写进磁盘，这次操作不算数。', '请暂停办理，检查磁盘空间，并告知技术支持。'),
  'roster-file-refused': say('这个文件不能作为名单导入。', '请换一个文件。'),
  'preview-unknown': say('预览已失效。', '请重新选择文件。'),
  'preview-stale': say('预览之后本机记录有变化。', '请重新选择文件，再看一遍预览。'),
  'left-out-not-accepted': say('名单里有错误行，还没有确认放弃。', '请勾选「错误行不导入」，或改正文件。'),
  'removals-not-accepted': say('名单里少了已有的考生，还没有确认。', '请勾选确认，或改正文件。'),
  'room-not-in-roster': say('名单里没有这个考场。', '请重新选择考场。'),
  'glyph-missing': (f) =>
    say(`姓名里有打印字库没有的字：${f.text('names')}。`, '请联系技术支持装入字库；签到照常进行，可先用平台的签到表。'),
  'document-unknown': say('找不到这份文书。', '请重新生成。'),
  internal: (f) =>
    f.has('lost')
      ? say('没有收到本机程序的答复，不知道是否已记录。', '连上后先看屏幕上的状态；没有记录的再按一次，不会重复记录。')
      : say('程序出了意外，这次操作没有结果。', ASK_SUPPORT),
};

function ruleNames(keys: string): string {
  const labels: Readonly<Record<string, string>> = RULE_LABELS;
  return keys
    .split(' ')
    .map((key) => labels[key] ?? key)
    .join('、');
}

/** An expected failure in plain words: what happened and what to do. Codes this page does not know get the general words. */
export function errorText(error: ContractError): ErrorText {
  const words: Words | undefined = WORDS[error.code];
  if (words === undefined) return say(`操作没有完成（${error.code}）。`, ASK_SUPPORT);
  return typeof words === 'function' ? words(figuresOf(error)) : words;
}

function figuresOf(error: ContractError): Figures {
  return {
    has: (name) => error.figures[name] !== undefined,
    text: (name) => String(error.figures[name] ?? '—'),
    time(name) {
      const value = error.figures[name];
      if (typeof value !== 'number') return '—';
      return name.endsWith('At') || name === 'earliest' ? neatTimeText(value) : timeText(value);
    },
  };
}
