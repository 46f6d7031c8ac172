import type { PhoneApprovalKind } from '../../shared/domain/package-events.ts';
import { dayTimeText } from './format.ts';

/** 设置 → 考务数据包, at the exam office. */
export const packageText = {
  title: '考务数据包',
  what: '一个文件，装着各考场的名单、照片、考务人员和密钥；每个考场凭自己的口令只能打开自己的一份。各考场电脑从它开始，不用再导入名单。',
  none: '还没有生成。',
  made: (no: string, at: number, rooms: number) => `编号 ${no}：${dayTimeText(at)} 生成，${rooms} 个考场。`,
  current: '与现在的名单、人员一致',
  outdated: '之后名单、照片、人员或考试时间又有变动',
  outdatedTodo: '还没有接收的考场，请用重新生成的文件；已经接收的考场，变动要另行电话通知。',
  make: '生成数据包…',
  again: '重新生成…',
  open: '取文件和口令单…',
  gone: '文件和口令已不在内存里；存好、打印好的那一份仍可使用。',
} as const;

/** The dialog that makes it, and hands out what was made. */
export const makePackageText = {
  title: '生成考务数据包',
  line: '名单、照片、考务人员都齐了再生成；生成之后的变动不会进到文件里。',
  codes: '每个考场得到一个新的口令，印在口令单上，本机不保存。以前生成的文件和口令单请一并销毁。',
  startedBefore:
    '已经用以前的数据包开始的考场照常使用，不用重新接收，批准码也不变；数据包之后的变动，请电话通知这些考场登记。',
  screen: '口令会显示在画面上。请先确认：投影已关闭、没有镜像，旁边没有无关的人；打印机在身边。',
  make: '生成',
  making: '正在逐个考场封装，每个考场约 2 秒，请不要关闭…',
  cancel: '取消',
  done: (no: string, rooms: number) => `数据包 ${no} 已生成，${rooms} 个考场。`,
  steps: '两样都拿到手再清除：清除之后，口令不能再打印。',
  file: '① 文件',
  fileLine: (size: string) => `${size}。没有口令打不开，可以存到 U 盘分给各考场。`,
  save: '保存文件',
  saving: '正在读取…',
  saved: '已交给浏览器保存',
  codesTitle: '② 口令单',
  codesLine: '打印后沿虚线裁开，一个考场一张；第一页由主考保管。与文件分开带走。',
  print: '打印口令单',
  printing: '正在制作…',
  printed: '已显示',
  hint: '在下面的阅读器里按打印。只打印，不要另存为文件，不要拍照。',
  frame: (no: string) => `考场口令单 ${no}`,
  back: '返回',
  finish: '都拿到了，从本机清除',
  later: '先关闭',
} as const;

/** 从考务数据包开始, on the first screen. */
export const packageStartText = {
  card: {
    title: '从考务数据包开始',
    line: '用考务办公室给的数据包文件和本考场的口令，一次装好名单、照片和人员。约 1 分钟。',
    note: '需要：数据包文件（.kwb）、本考场的口令单',
  },
  title: '从考务数据包开始',
  steps: '选择数据包文件，选本考场，输入口令单上的 4 组数字。',
  pick: '选择数据包文件…',
  another: '换一个文件…',
  reading: '正在读取…',
  facts: (no: string, at: number) => `编号 ${no}，${dayTimeText(at)} 生成`,
  rehearsal: '演练',
  room: '本机是哪个考场',
  people: (count: number) => `${count} 人`,
  take: '接收，开始使用',
  taking: '正在打开，约需几秒…',
  back: '返回',
  kept: '接收之后，本机只有本考场考生的资料；其他考场的人走错了，只能查到他该去哪个考场。',
} as const;

/** The code of a room's slip, group by group. */
export const packageFieldsText = {
  legend: '口令',
  group: (at: number) => `第 ${at} 组`,
  hint: '按口令单上的顺序输入，每组 6 位。',
  proofHint: '看着纸上的数字按顺序输入，每组 6 位；这里不能粘贴。',
  wrong: (groups: readonly number[]) => `第 ${groups.join('、')} 组不对，请对照口令单重新输入。`,
  good: '4 组都没有输错。',
  left: (count: number) => `还差 ${count} 组。`,
} as const;

/** Where this room's day comes from. */
export const originText = {
  label: '名单来源',
  package: '考务办公室的数据包',
  own: '本机导入的名单文件。这是单独的考核日，与考务办公室的记录合并不了，数据另行上报。',
} as const;

const KIND_WORDS: Readonly<Record<PhoneApprovalKind, string>> = {
  seat: '换座',
  extension: '延时',
  delay: '延迟开考',
  eligibility: '取消资格',
  staff: '更换监考员',
  other: '其他',
};

/** What was asked for by telephone, in order of how often it is. */
export const PHONE_APPROVAL_KINDS = ['seat', 'extension', 'delay', 'eligibility', 'staff', 'other'] as const;

export function phoneApprovalKindText(kind: string): string {
  return Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind as PhoneApprovalKind] : kind; // a key of the table
}

/** 设置 → 电话批准, at the exam office. */
export const phoneApprovalText = {
  title: '电话批准',
  what: '考场来电请示：问清考场、请求码和事项；主考同意的，把批准码念给考场。',
  notMade: '生成考务数据包之后，各考场才有批准码。',
  open: '答复来电…',
  dialog: '答复考场来电',
  room: '考场',
  chooseRoom: '请选择',
  number: '请求码',
  numberHint: '考场念出来的两位数字，01 到 20',
  numberWrong: '请填 1 到 20',
  kind: '请示的事项',
  answer: '批准，显示批准码',
  answering: '正在记录…',
  cancel: '不批准，关闭',
  code: '批准码',
  readOut: (room: string, number: string, kind: string) => `${room} 考场，请求码 ${number}：${kind}`,
  again: (at: string, kind: string) =>
    `这个请求码在 ${at} 已经答复过：${kind}。批准码不变；问的是另一件事的，请考场换下一个请求码。`,
  next: '下一个来电',
  close: '关闭',
  log: '已答复',
} as const;
