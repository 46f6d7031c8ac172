import type { ContractError, ContractErrorCode } from '../../shared/contract/call.ts';
import { BACKUP_WORDS } from './backup.ts';
import { CHECK_CODE_WORDS } from './check-code.ts';
import { CHECK_WORDS } from './checks.ts';
import { CORRECTION_WORDS } from './correction-errors.ts';
import { COURSE_WORDS } from './course-errors.ts';
import { type ErrorText, type Figures, say, type Words } from './error-words.ts';
import { KEY_WORDS } from './key-errors.ts';
import { PAPER_CHECK_WORDS } from './paper-check.ts';
import { PACKAGE_WORDS } from './package-errors.ts';
import { PERSON_WORDS } from './person-errors.ts';
import { SCAN_WORDS } from './scan-errors.ts';
import { STAFF_WORDS } from './staff-errors.ts';
import { LOT_WORDS } from './lots.ts';
import { neatTimeText, timeText } from './format.ts';
import { RULE_LABELS } from './rules.ts';
import { saveTrouble } from './save.ts';

const ASK_SUPPORT = '请再试一次；仍不行，请技术支持查看本机日志。';

const WORDS: Readonly<Record<ContractErrorCode, Words>> = {
  ...COURSE_WORDS,
  ...CORRECTION_WORDS,
  ...KEY_WORDS,
  ...PACKAGE_WORDS,
  ...PAPER_CHECK_WORDS,
  ...PERSON_WORDS,
  ...SCAN_WORDS,
  ...STAFF_WORDS,
  ...CHECK_CODE_WORDS,
  ...BACKUP_WORDS,
  ...LOT_WORDS,
  ...CHECK_WORDS,
  'day-unknown': say('本机没有这个考核日。', '请刷新页面。'),
  'papers-running': say('考试正在进行，不能换考核日。', '请等今天的考试全部结束。'),
  'day-already-made': say('本机已建立考核日。', '请继续下一步。'),
  'no-day': say('本机还没有考核日。', '请先在「设置」里导入名单。'),
  'rules-incomplete': (f) =>
    say(`规则还有 ${f.text('count')} 项没有填完：${ruleNames(f.text('key'))}。`, '请回到该项填写或确认。'),
  'actor-unknown': say('还没有选择当前操作的人。', '请点右上角「当前操作」，选择本人姓名。'),
  'second-person-missing': (f) =>
    f.rule === 'D22'
      ? say(
          '电话请示主考的，须由本考场第二人一同确认（D22）。',
          '请选择本考场的另一名监考员；主考在场的，改选「当面」。',
        )
      : say('这一项须有第二人。', '请选择本考场的另一名监考员。'),
  'second-person-same': say('第二人不能是当前操作的人。', '请选择本考场的另一名监考员。'),
  'second-person-not-in-room': (f) =>
    f.has('leftAt')
      ? say(`第二人已在 ${f.time('leftAt')} 更换离岗（ST5）。`, '请选择接替的监考员，或主考。')
      : say('第二人不在本考场。', '请选择本考场的监考员或主考。'),
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
  'entry-not-open': (f) =>
    f.has('seat')
      ? say(`${f.text('seat')} 号座位的上一科到 ${f.time('opensAt')} 才结束（D29）。`, '请到时再确认留座。')
      : say(`未到入场时间，${f.time('opensAt')} 开始入场（R21）。`, '请考生在门外等候。'),
  'entry-closed': (f) =>
    say(`${f.time('closedAt')} 起禁止入场（R28），此人迟到 ${f.text('lateMinutes')} 分钟。`, '请登记拒绝入场。'),
  'entry-not-refusable': say('按现在的时间不能以此为由拒绝入场。', '请确认入场，或选择其他原因。'),
  'documents-missing': say('证件不齐，不能入场（R21）。', '请登记拒绝入场；补齐证件后可以再来签到。'),
  'signal-already-given': (f) => say(`该信号已在 ${f.time('at')} 记录。`, '不必重复。'),
  'signal-too-early': (f) => say(`还没到时间，${f.time('earliest')} 起可以记录。`, '请到时再按。'),
  'milestone-unknown': say('时间轴里没有这一项。', '请刷新页面。'),
  'milestone-too-early': (f) => say(`还没到时间，${f.time('earliest')} 起可以确认。`, '请到时再按。'),
  'milestone-by-act': say('这一项不用另外确认。', '收卷或生成考场情况记录单之后，时间轴会自动记为完成。'),
  'milestone-already-confirmed': (f) => say(`这一项已在 ${f.time('at')} 确认。`, '不必重复。'),
  'absence-not-open': (f) =>
    say(
      `还不到登记缺考的时间，${f.time('closesAt')} 停止入场后才能登记（R28、R35）。`,
      '此前到场的考生仍可入场，请到时再登记。',
    ),
  'nobody-named': say('还没有选人。', '请勾选要登记的考生。'),
  'already-absent': (f) => say(`此人已在 ${f.time('at')} 登记缺考。`, '不必重复；其实按时到场而漏录的，请补录入场。'),
  'not-present': say(
    '那时此人不在场：没有签到，或在那之后才签到。',
    '确已入场的，请先在「考生签到」补录入场，再办理这一项。',
  ),
  'submission-not-open': (f) =>
    say(
      `${f.has('endedAt') ? `考试已在 ${f.time('endedAt')} 结束，不会再由系统交卷` : '现在不能交卷'}${f.has('until') ? `，${f.time('until')} 起可以` : ''}（${f.rule}）。`,
      '请考生在座位上等候；到时仍未交的，收卷时写明。',
    ),
  'forced-submission-not-in-rules': say(
    '今天的规则里，退出全屏不会自动交卷；只有理论科目会（R40）。',
    '考生自己交的卷，请按「交卷」登记。',
  ),
  'already-submitted': (f) => say(`此人已在 ${f.time('at')} 交卷。`, '不必重复；要离开的请按「离场」。'),
  'not-submitted': say('此人还没有交卷，不能离场（R31）。', '请先确认考生在考试系统里交卷，按「交卷」，再按「离场」。'),
  'already-left': (f) => say(`此人已在 ${f.time('at')} 离场。`, '不必重复；记错了的，先撤销离场。'),
  'leave-not-open': (f) =>
    say(
      `现在禁止离场${f.has('until') ? `，${f.time('until')} 起可离场` : ''}（${f.rule}）。`,
      '已交卷的考生请在座位上等候，不得再操作计算机。',
    ),
  'technician-not-confirmed': (f) =>
    say(
      `技术支持还没有确认交卷成功（${f.rule}）。`,
      '请技术支持在考试系统里核对，确认后勾选「技术支持已确认」，再办理。',
    ),
  'violation-code-unknown': say(
    '代码表里没有这一项，或这一项不能只作口头警告。',
    '请从代码表里选；都不合适的，选「其他」并写清事实。',
  ),
  'facts-missing': say('还没有写违规事实（R41）。', '请写明时间、行为、证据和机号。'),
  'two-invigilators-needed': say(
    '违纪登记须由本考场两名监考员共同确认（R41）。',
    '请由本考场监考员操作，并选择另一名监考员；主考、技术支持不能代替。',
  ),
  'not-registrable': say(
    '这一项不必在监考管理系统里登记。',
    '只有缺考和违纪需要登记；口头警告、已撤销的记录不登记（R35）。',
  ),
  'already-registered': (f) => say(`已在 ${f.time('at')} 勾选为已登记。`, '不必重复；勾错了的，先撤销。'),
  'collection-too-early': (f) =>
    say(`还不到收卷的时间，${f.time('opensAt')} 起可以收卷（R33）。`, '请等考试结束；考生全部离场后也可以提前收卷。'),
  'absences-open': (f) =>
    say(`还有 ${f.text('count')} 人既没有签到，也没有登记缺考（R35）。`, '请先登记缺考，或补录入场，再收卷。'),
  'already-collected': (f) =>
    f.rule === 'D25' || f.rule === 'D27'
      ? say(`本科目已在 ${f.time('at')} 收卷，结束时间不能再改（${f.rule}）。`, '确需更正的，先撤销收卷，再办理。')
      : say(`本科目已在 ${f.time('at')} 收卷。`, '不必重复；之后有更正的，先撤销收卷，再收一次。'),
  'not-collected': say('本科目还没有收卷。', '请先在「今日考务」收卷，再签名、生成考场情况记录单（R36）。'),
  'approval-stale': say('记录刚刚有了变化，没有签上，也没有封存。', '请再看一遍现在的内容，然后重新签名。'),
  'paper-subject-gone': say(
    '这份文书所依据的记录已撤销，或不在本机。',
    '请关闭后从违纪、突发事件或文书打印里重新打开。',
  ),
  'signatures-missing': (f) =>
    say(`还缺 ${f.number('count')} 人的签名，不能封存。`, '请应签的人都签过现在的内容，再封存。'),
  'already-sealed': (f) => say(`这份文书已在 ${f.time('at')} 封存。`, '请打开封存的那一份；内容有变，另开更正单。'),
  'document-not-sealed': say('这份文书没有封存，不能补签。', '请打开封存过的文书。'),
  'no-field-for-signer': say('这份文书没有留给本人的签名栏。', '请打印后手签，或开更正单。'),
  'sealed-meanwhile': say('刚刚有人先签了一次，这次没有记下。', '请再打开文书，重新签名。'),
  'sealed-file-missing': say(
    '封存的电子文件不在本机，或已不是封存时的那一份。',
    '请从有它的备份并入；没有备份的，到封存它的那台工作站打开。',
  ),
  'sealing-failed': say('文书没有封存成，签名都还在。', '请再按一次封存；还不行，先留空白签名栏打印手签。'),
  'certificate-known': say('这张证书已经装入。', '不必重复。'),
  'certificate-unreadable': say('文件里没有读得懂的证书。', '请选签发机构发回的 .pem 文件（文本格式，含整条证书链）。'),
  'certificate-of-other-key': say(
    '文件里没有为本工作站签发的证书。',
    '请核对是不是别的工作站的；或重新导出证书申请再签发。',
  ),
  'certificate-chain-broken': say('证书链不完整，到不了根证书。', '请签发机构把中间证书和根证书放在同一个文件里。'),
  'certificate-out-of-date': say('证书还没有生效或已经过期。', '请核对电脑时间；时间不错，就请重新签发。'),
  'already-approved': (f) => say(`本人已在 ${f.time('at')} 签过这一份内容。`, '不必重复；请换下一位签名。'),
  'already-handed-out': (f) =>
    say(`这个考场的签到表已在 ${f.time('at')} 领取。`, '不必重复；补领请重新打印并注明重印。'),
  'office-only': say(
    '这一项只在考务办公室办理：一次对全部考场生效（D19）。',
    '请到考务办公室的电脑上操作；只改本考场的，请选本考场。',
  ),
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
  'not-saved': (f) => {
    const { what, todo } = saveTrouble(f.text('reason'));
    return say(`没有记录，这次操作不算数：${what}`, todo);
  },
  'roster-file-refused': say('这个文件不能作为名单导入。', '请换一个文件。'),
  'preview-unknown': say('预览已失效。', '请重新选择文件。'),
  'preview-stale': say('预览之后本机记录有变化。', '请重新选择文件，再看一遍预览。'),
  'left-out-not-accepted': say('名单里有错误行，还没有确认放弃。', '请勾选「错误行不导入」，或改正文件。'),
  'removals-not-accepted': say('名单里少了已有的考生，还没有确认。', '请勾选确认，或改正文件。'),
  'room-not-in-roster': say('名单里没有这个考场。', '请重新选择考场。'),
  'glyph-missing': (f) =>
    say(
      `打印字库没有这些字：${f.text('characters')}（${f.text('section')}「${f.text('name')}」）。`,
      '姓名：请联系技术支持装入字库，签到照常进行，可先用平台的签到表；自己写的文字：请换一个写法。',
    ),
  'document-unknown': say('找不到这份文书。', '请重新生成。'),
  'announcements-without-heading': say(
    '这张表里找不到表头，没有读入任何宣读指令。',
    '请用「导出模板」得到的表：第一张工作表须有「环节」「科目」「指令」三栏，再重新选择文件。',
  ),
  'big-screen-unavailable': say(
    '大屏窗口没有打开。',
    '请再试一次；仍打不开的，用浏览器在投影上打开本机链接后加 #big。',
  ),
  'rehearsal-unavailable': say('演练没有打开。', '请再试一次；仍不行，用「npm start -- --rehearsal」单独启动演练。'),
  'not-a-rehearsal': say('正式考试的时钟不能调整。', '只有演练可以加快或快进。'),
  'clock-only-forward': say('演练的时间只能往前走。', '请选择现在以后的时间；要从头再来，请重新开始演练。'),
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

/** Instants that lie on whole minutes as a rule, beside those that are called …At. */
const NEAT: readonly string[] = ['earliest', 'latest', 'end', 'start', 'login', 'proposed'];

function figuresOf(error: ContractError): Figures {
  return {
    rule: error.rule === '' ? '—' : error.rule,
    has: (name) => error.figures[name] !== undefined,
    number: (name) => Number(error.figures[name] ?? 0),
    text: (name) => String(error.figures[name] ?? '—'),
    time(name) {
      const value = error.figures[name];
      if (typeof value !== 'number') return '—';
      return name.endsWith('At') || NEAT.includes(name) ? neatTimeText(value) : timeText(value);
    },
  };
}
