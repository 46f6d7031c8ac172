/** 违规告知书 on screen. */
export const NOTICE_PAPER = {
  found: '经',
  byHand: '打印后手写：',
} as const;

/** 更正单 on screen. */
export const CORRECTION_PAPER = {
  list: (count: number) => `更正内容 ${count}`,
  columns: ['事项', '封存时', '更正为'],
} as const;

/** 开更正单. */
export const CORRECTING = {
  act: '开更正单',
  name: '更正单',
  title: (paper: string) => `更正：${paper}`,
  means: '封存的那一份不改动。开单之后可以撤销写错的记录、补录漏掉的记录，再由监考员签署、封存更正单。',
  reasons: ['签到扫错人', '时间记错', '漏记', '事实写错'],
  noReason: '请写明更正原因',
  primary: '开更正单',
  busy: '正在保存…',
  open: (time: string) => `更正单 ${time} 已开，尚未封存`,
  goOn: '去签更正单',
  nothing: '记录还没有更正，先不签名。',
  nothingTodo: '请撤销写错的记录、补录漏掉的记录；不同之处会列在上面，再回这里签名、封存。',
  sealed: (time: string) => `${time} 已更正`,
} as const;

/** Who signs. */
export const SIGNING = { left: '已离岗，打印后手签' } as const;

/** 文书 about one record: how it stands. */
export const ABOUT_PAPER = {
  unsealed: ({ signed, copies }: { readonly signed: number; readonly copies: number }) =>
    signed + copies === 0
      ? '还没有签'
      : [
          ...(signed === 0 ? [] : [`${signed} 人签过`]),
          ...(copies === 0 ? [] : [`已打印 ${copies} 份`]),
          '未封存',
        ].join('，'),
  sealed: (time: string) => `${time} 已封存`,
  open: '查看、签名',
  openSealed: '查看',
  takenBack: '所记已撤销',
} as const;

/** A sealed paper that is right no more. */
export const OUTDATED = {
  changed: '封存之后记录有变，封存的那一份不再更改。',
  gone: '所记事项已撤销，封存的那一份不再更改。',
  asNow: '上面是现在的内容',
  asSealed: '上面是封存时的内容',
  open: '请按「开更正单」，写明更正了什么',
  goOn: '更正单已开，请按「去签更正单」签名、封存',
} as const;

/** 文书打印: papers about single records. */
export const MATTERS = { title: '告知书、报告、更正单' } as const;

/** 突发事件: what was noted in this room. */
export const INCIDENTS = {
  title: '本考场的突发事件',
  none: '没有记录。',
  noneTodo:
    '先安抚考生、打电话给主考；再按 F2 记一笔，选「突发事件」，写清时间、现象、处置。停电等中断考试的，另在「今日考务」按暂停。',
  act: '记一笔',
} as const;

/** A paper before its seal: who signs, and what the seal means. */
export const BEFORE_SEAL = {
  preview: (paper: string) => `${paper}，屏幕预览`,
  close: '关闭',
  lapsed: (count: number) => `内容在签名之后有变化，${count} 人的签名作废，需重新签字。`,
  lapsedTodo: '请看清现在的内容，再签一次。',
  stale: '内容刚刚变了，这次签名没有记下。',
  staleTodo: '请再看一遍，重新签字。',
  seal: '封存并打开',
  sealing: '正在封存…',
  print: '留空白签名栏打印',
  printing: '正在生成…',
  sealMeans: '封存后内容不能再改；没签的人可以在封存的文件里补签，或打印后手签。',
  sealNeeds: '应签的人都签过就可以封存；不在屏幕上签的，留空白栏打印手签。',
  contentOf: (paper: string) => `${paper}的内容`,
} as const;

/** A paper after its seal. */
export const AFTER_SEAL = {
  at: (time: string) => `${time} 已封存`,
  signed: '已签名',
  open: '打开封存的文书',
  opening: '正在打开…',
  signLate: (who: string) => `${who} 补签`,
  lateMeans: '补签签的是封存的那一份，请先打开看过。',
  paper: (paper: string) => `封存的${paper}`,
} as const;
