import type { MethodName } from '../../shared/contract/methods.ts';

/** 换人, 锁屏, 第二人确认. */
export const signInText = {
  title: '现在由谁操作本机？',
  switchTitle: '换人操作',
  line: '选本人姓名，输入本人的 PIN。每一条记录都写明由谁办理。',
  people: '当前操作的人',
  others: '这里只列在本机办理的人；其他考场的监考员请到本考场的电脑上操作。',
  pin: 'PIN',
  confirm: '开始操作',
  checking: '正在核对…',
  cancel: '取消',
  rehearsal: (pin: string) => `演练：虚构的人，PIN 都是 ${pin}。`,
  lost: '忘记 PIN',
  lostLine: '请主考在本机登录后，在「设置」里重设；主考本人凭恢复单重设。',
  lostSheet: '凭恢复单重设',
  byName: '按姓名继续（记录待主考追认）',
  byNameLine: '考试正在进行，谁也不会被关在外面：不用 PIN 也可继续，每条记录都写明“未核 PIN”，并列给主考追认。',
  menu: '换人操作',
  leave: '离开（锁定屏幕）',
  changePin: '修改本人 PIN',
  acting: '正在操作',
  byNameTag: '未核 PIN',
} as const;

/** 第二人确认, 主考当面批准. */
export const coSignText = {
  second: '请第二人确认',
  approver: '请批准人确认',
  signer: '请签名人确认',
  who: (name: string) => `${name} 请本人输入 PIN`,
  what: (act: string, person: string) => `确认的是：${act}${person === '' ? '' : `，${person}`}`,
  by: (name: string) => `由 ${name} 办理`,
  pin: (name: string) => `${name} 的 PIN`,
  confirm: '确认',
  checking: '正在核对…',
  cancel: '取消',
  left: (seconds: number) => `${seconds} 秒内有效`,
  byName: '按姓名确认（记录待主考追认）',
} as const;

export const newPinText = {
  title: '修改本人 PIN',
  titleFor: (name: string) => `重设 ${name} 的 PIN`,
  pin: '新 PIN',
  hint: '4–8 位数字，由本人设定，不要告诉别人',
  again: '再输一次',
  tooShort: '请设 4 至 8 位数字',
  different: '两次输入的 PIN 不一致',
  confirm: '保存',
  saving: '正在保存…',
  cancel: '取消',
} as const;

const ACTS: Readonly<Partial<Record<MethodName, string>>> = {
  'violation.record': '违纪登记',
  'checkIn.confirm': '签到',
  'entry.refuse': '拒绝入场',
  'act.undo': '撤销一条记录',
  'absence.record': '缺考登记',
  'submission.record': '交卷',
  'leave.record': '离场',
  'note.take': '记一笔',
  'paper.collect': '收卷',
  'paper.delay': '延迟开考',
  'paper.pause': '暂停考试',
  'paper.resume': '恢复考试',
  'paper.extend': '延时',
  'adjustment.withdraw': '撤回时间调整',
  'adjustment.setInSystem': '考试系统已设置',
  'seating.choose': '连场方式',
  'seating.carryOver': '留座确认',
  'eligibility.cancel': '取消考试资格',
  'seat.change': '换座',
  'signedPaper.approve': '签名',
  'correction.open': '开更正单',
  'signedPaper.signLate': '补签',
  'clock.set': '校准时钟',
  'signal.give': '考试信号',
  'milestone.confirm': '办完一个环节',
  'staff.replace': '更换监考员',
};

/** What a command is called where somebody is to confirm it. */
export function actName(method: MethodName): string {
  return ACTS[method] ?? '这一项';
}

const RATIFIED: Readonly<Record<string, string>> = {
  PaperDelayed: '延迟开考',
  PaperExtended: '延时',
  AdjustmentWithdrawn: '撤回时间调整',
  SeatingChosen: '连场方式',
  EligibilityCancelled: '取消考试资格',
  CandidateCheckedIn: '准许入场',
  SeatChanged: '换座',
  StaffReplaced: '更换监考员',
  ViolationRecorded: '违纪登记',
  ActUndone: '撤销一条记录',
  ClockSet: '核对时间',
};

/** What waits for the chief: 已电话请示, 按姓名继续, 按姓名确认. */
export const ratifyText = {
  what: (type: string, approver: string | null) => {
    if (approver !== null) return `${RATIFIED[type] ?? '一项决定'}：已电话请示 ${approver}，待追认`;
    if (type === 'EnteredByName') return '未核 PIN，按姓名继续';
    return `${RATIFIED[type] ?? '一项登记'}：第二人未核 PIN，按姓名确认，待追认`;
  },
  more: (actor: string, time: string, mayRatify: boolean) =>
    `${time} 由 ${actor} 办理${mayRatify ? '' : '；主考在本机登录后追认'}`,
  ratify: '追认',
  busy: '正在保存…',
} as const;
