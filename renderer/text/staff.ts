import type { RecusalConflict } from '../../shared/domain/recusal.ts';
import type { StaffProblem } from '../../shared/domain/staff-import.ts';
import type { StaffingGap } from '../../shared/domain/staffing.ts';
import { RECUSAL_WORDS } from './staff-errors.ts';

/** 设置 → 考务人员, in short. */
export const staffCardText = {
  title: '考务人员',
  counts: (people: number, rooms: number) => `${people} 人，${rooms} 个考场`,
  complete: '人员配备齐全。',
  gaps: (count: number) => `人员配备还有 ${count} 项没有齐。`,
  open: '打开考务人员…',
} as const;

export const staffPageText = {
  title: '考务人员',
  back: '返回设置',
  importList: '导入名单…',
  add: '登记一人…',
  phones: '值班电话…',
  gapsTitle: '人员配备',
  complete: '齐全：监考员、副主考、技术支持、管理人员都符合今日规则。',
  management: '考点',
  unassigned: '还没有考场的监考员',
  left: '已更换离岗',
  roomTitle: (room: string) => `${room} 考场`,
  roomCount: (have: number, want: number) => `监考员 ${have} / ${want}`,
  empty: '还没有人。',
  nobodyYet: '本场还没有监考员。',
  trained: '已培训',
  untrained: '未登记培训',
  leftAt: (at: string) => `${at} 离岗`,
  byLeaders: '登记、导入和分派由主考、副主考办理；请在右上角「当前操作」换人。',
  describe: '说明…',
  post: '分派…',
  replace: '更换…',
  newPin: '重设 PIN…',
  arrive: '到岗…',
  headings: { name: '姓名', role: '角色', training: '培训', phone: '电话', recusal: '须回避', acts: '办理' },
  noPhone: '未填',
} as const;

/** Where somebody must keep away from, in one cell: "003 考场（任教 软件技术）". */
export function conflictText({ room, kind, word }: RecusalConflict): string {
  return `${room} 考场：${RECUSAL_WORDS[kind](word)}`;
}

/** Rooms named in one line; of more of them how many there are. */
const MOST_ROOMS = 4;

/** The same, all of one person's: one line a reason, whichever rooms it holds for. */
export function conflictTexts(conflicts: readonly RecusalConflict[]): readonly string[] {
  const byReason = Map.groupBy(conflicts, ({ kind, word }) => `${kind} ${word}`);
  return [...byReason.values()].flatMap((alike) => {
    const [one] = alike;
    if (one === undefined) return [];
    const named = alike.slice(0, MOST_ROOMS).map(({ room }) => room);
    const rooms = `${named.join('、')}${alike.length > MOST_ROOMS ? ` 等 ${alike.length} 个` : ' '}考场`;
    return [`${rooms}：${RECUSAL_WORDS[one.kind](one.word)}`];
  });
}

/** The open points of the staffing with their rules, one line a kind: a site has many rooms, and they lack the same. */
export function gapTexts(gaps: readonly StaffingGap[]): readonly string[] {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    gapText(
      kind,
      gaps.filter((gap) => gap.kind === kind),
    ),
  );
}

function gapText(kind: StaffingGap['kind'], gaps: readonly StaffingGap[]): string {
  const [{ rule, have, want } = { rule: '', have: 0, want: 0 }] = gaps;
  const rooms = (textOf: (gap: StaffingGap) => string) =>
    gaps.map((gap) => `${gap.room ?? ''}（${textOf(gap)}）`).join('、');
  switch (kind) {
    case 'too-few-invigilators':
      return `监考员不足的考场（${rule}）：${rooms((gap) => `${gap.have}/${gap.want}`)}`;
    case 'too-many-invigilators':
      return `监考员超出的考场（${rule}）：${rooms((gap) => `${gap.have}/${gap.want}`)}`;
    case 'untrained-invigilators':
      return `有监考员没有登记考前培训的考场（${rule}）：${rooms((gap) => `${gap.have} 人`)}`;
    case 'too-few-deputies':
      return `副主考 ${have} 人，至少 ${want} 人（${rule}）`;
    case 'too-many-deputies':
      return `副主考 ${have} 人，至多 ${want} 人（${rule}）`;
    case 'too-few-technicians':
      return `技术支持 ${have} 人，应有 ${want} 人（${rule}）`;
    case 'too-few-managers':
      return `管理人员（主考、副主考、技术支持、巡视）${have} 人，至少 ${want} 人（${rule}）`;
  }
}

export const describeText = {
  title: (name: string) => `说明：${name}`,
  addTitle: '登记考务人员',
  name: '姓名',
  role: '角色',
  room: '考场',
  noRoom: '暂不分派',
  anyRoom: '整个考点',
  pin: '初始 PIN',
  pinHint: '4–8 位数字，由本人设定',
  trained: '已参加考前培训',
  phone: '电话',
  major: '任教专业',
  majorHint: '几个专业用顿号隔开',
  department: '院系',
  classes: '任班主任、辅导员的班级',
  classesHint: '如：软件2301、软件2302',
  remark: '备注',
  why: '任教专业、班级用来查回避（R05），只在本机加密保存。',
  save: '保存',
  enlist: '登记',
  saving: '正在保存…',
  cancel: '取消',
  missing: { name: '请填写姓名', pin: '请设 4 至 8 位数字' },
} as const;

export const removeText = {
  open: '移出名单…',
  title: (name: string) => `移出名单：${name}`,
  what: '不该在名单上的人（导错、重名）：移出后不能再登录，也不参加抽签。',
  todo: '已有记录在案的人移不出。移错了，再登记或导入一次，PIN 重新给。',
  confirm: '移出名单',
} as const;

export const postText = {
  title: (name: string) => `分派考场：${name}`,
  room: '考场',
  none: '不分派（撤出考场）',
  keptAway: '（须回避）',
  confirm: '分派',
} as const;

export const replaceText = {
  title: (room: string) => `更换监考员：${room} 考场`,
  leaves: '离岗',
  comes: '接替的人',
  new: '不在名单上，现在登记',
  nobody: '名单里没有空闲的监考员',
  wasHere: (at: string) => `（${at} 离岗）`,
  untrained: '（未登记培训，不能监考）',
  opinion: '主考意见',
  usual: ['突发疾病，同意更换', '未能到岗，同意更换', '须回避，同意更换'],
  warning: (name: string) => `更换后 ${name} 不能再在本机办理、签字或作第二人；此前的记录仍然有效。`,
  confirm: '更换监考员',
  choose: '请选择',
} as const;

export const arriveText = {
  title: '到岗',
  what: (room: string) => `名单上还没有考场的监考员，在这里到 ${room} 考场上岗。`,
  who: '本人姓名',
  pin: '本人 PIN',
  nobody: '名单里没有等待考场的监考员。请主考登记，或用“更换监考员”。',
  confirm: '到岗',
  choose: '请选择',
} as const;

export const importStaffText = {
  title: '导入考务人员',
  what: '有「姓名、角色」两栏的 .xlsx 或 .csv；还认得：考场、电话、专业、院系、任教班级、培训、PIN、备注。没有 PIN 的，导入时给每人一个。',
  pick: '选择文件…',
  reading: '正在读取…',
  sums: { people: '名单人数', taken: '可以导入', known: '已在名单', left: '不能导入' },
  severities: {
    error: '错误：这些行不能导入',
    warning: '提示：照常导入',
    note: '已在名单上：只更新说明，考场和 PIN 不变',
  },
  acceptLeftOut: (count: number) => `有 ${count} 行错误，这些行不导入`,
  confirm: (added: number, known: number) =>
    known === 0 ? `导入 ${added} 人` : added === 0 ? `更新 ${known} 人` : `导入 ${added} 人，更新 ${known} 人`,
  nothing: '没有可以导入的人',
  importing: '正在保存…',
  done: (added: number, described: number) => `已登记 ${added} 人，更新说明 ${described} 人。`,
} as const;

export const pinsText = {
  title: '初始 PIN',
  what: '每人一个，只显示这一次：请打印或抄给本人，本人以后可以改。关闭之后，本机只留下不可还原的摘要。',
  warning: '请先确认：投影已关闭，旁边没有考生。',
  print: '打印',
  copy: '复制',
  close: '都记好了，关闭',
  sure: '名单已交给本人或密封保管',
  headings: { name: '姓名', role: '角色', room: '考场', pin: '初始 PIN' },
  sheetTitle: '考务人员初始 PIN（密封保管）',
} as const;

const PROBLEMS: Readonly<Record<StaffProblem['code'], (value: string) => string>> = {
  'name-missing': () => '没有姓名',
  'name-too-long': () => '姓名太长',
  'role-unknown': (value) =>
    value === '' ? '没有角色' : `角色「${value}」认不出，请填主考、副主考、监考员、技术支持或巡视`,
  'training-unclear': (value) => `培训「${value}」看不出是否参加，按未培训登记`,
  'pin-unusable': () => 'PIN 不是 4–8 位数字，改由本机给一个',
  'listed-twice': (value) => `${value} 在名单里有两行，只导入前一行；同名的两个人请都填电话`,
  'another-chief': (value) => `主考只有一人，建立考核日时已登记；${value} 请改为副主考`,
  'room-unknown': (value) => `没有「${value}」考场，先不分派`,
  'room-not-of-role': () => '这个角色负责整个考点，不分派考场',
  'room-full': (value) => `${value} 考场的监考员已满（R02），先不分派`,
  'room-untrained': (value) => `没有登记考前培训（R06），先不分派到 ${value} 考场`,
  'room-recusal': (value) => `须回避（R05）：${value}，先不分派`,
  'already-listed': (value) => `${value} 已在名单上`,
  'role-kept': (value) => `${value} 已在名单上，角色不同：只更新说明，角色不改；要改的请先移出名单`,
};

/** "第 5 行：…" of a row of a staff list. */
export function staffProblemText({ row, code, value }: StaffProblem): string {
  return `第 ${row} 行：${PROBLEMS[code](value)}。`;
}

/** Why a staff list was not read: what about this file, by the reason of `roster-file-refused`. */
export const staffFileText = {
  'file-empty': ['是空的。', '请选择填好的考务人员名单。'],
  'file-too-large': ['太大。', '考务人员名单只有几十行，请确认选对了文件。'],
  'file-encrypted': ['有打开密码。', '请用 Excel 或 WPS 打开，去掉密码后保存，再选择文件。'],
  'file-old-excel': ['是旧版 Excel 文件 (.xls)。', '请用 Excel 或 WPS 另存为 .xlsx，再选择文件。'],
  'file-encoding-unknown': ['的文字编码认不出。', '请用 Excel 或 WPS 另存为 .xlsx，再选择文件。'],
  other: ['读不出表格，没有导入任何人。', '请用 Excel 或 WPS 另存为 .xlsx，再选择文件。'],
} as const satisfies Record<string, readonly [string, string]>;

export const contactsText = {
  title: '联系谁',
  line: '先打电话，再办理；每个步骤的引导以后在这里。',
  people: '考点',
  duty: '值班电话',
  noPhone: '没有填电话',
  noPhoneTodo: '主考在「设置」→ 考务人员 →「说明」里填写',
  noDuty: '还没有值班电话。',
  noDutyTodo: '主考或副主考在「设置」→ 考务人员 →「值班电话」里填写：医务、供电、公安、颁证机构。',
  noTechnician: '还没有技术支持。',
  noTechnicianTodo: '主考在「设置」→ 考务人员里登记。',
  signedOut: '请先在右上角「当前操作」输入 PIN，再看电话。',
  edit: '值班电话…',
  ofRoom: (room: string) => `${room} 考场`,
} as const;

export const phonesText = {
  title: '值班电话',
  what: '考试当天出事时打给谁；各考场的「突发事件」页都显示。',
  label: '事项',
  name: '姓名',
  phone: '电话',
  add: '加一行',
  remove: '删去',
  save: '保存',
  cancel: '取消',
  incomplete: '每一行都要有事项和电话；不用的行请删去。',
  first: ['医务', '供电', '公安', '颁证机构'],
} as const;
