import type { LockedDayView, Status } from '../../shared/contract/views.ts';

/** 本机的其他考核日. */
export const otherDaysText = { title: '本机的其他考核日', open: '打开' } as const;

/** 恢复码, typed group by group. */
export const recoveryFieldsText = {
  legend: '恢复码',
  group: (at: number) => `第 ${at} 组`,
  hint: '按恢复单上的顺序输入，每组 6 位；也可以一次粘贴全部 48 位。',
  proofHint: '看着纸上的数字按顺序输入，每组 6 位；这里不能粘贴。',
  wrong: (groups: readonly number[]) => `第 ${groups.join('、')} 组不对，请对照恢复单重新输入。`,
  good: '8 组都没有输错。',
  left: (count: number) => `还差 ${count} 组。`,
} as const;

/** The first screen of a day whose key is not on this computer. */
export const lockedText = {
  titles: {
    locked: '考核日已锁存',
    missing: '本机没有这个考核日的密钥',
    damaged: '本机保存的密钥已损坏',
  } satisfies Record<LockedDayView['reason'], string>,
  lines: {
    locked: '记录都在，姓名、证件号、照片和文书要用恢复单打开。',
    missing: '换了电脑、移了硬盘或从备份恢复时会这样。记录都在，用恢复单打开后接着办理，不用重新录入。',
    damaged: '记录都在，用恢复单打开后接着办理，不用重新录入。',
  } satisfies Record<LockedDayView['reason'], string>,
  sheets: (sheets: readonly string[]) => `请取出编号 ${sheets.join(' 或 ')} 的恢复单。`,
  open: '打开考核日',
  opening: '正在打开…',
  noWrapped: {
    missing: '数据文件夹里没有密钥的封存件，恢复码在这里用不上。',
    damaged: '数据文件夹里密钥的封存件已损坏，恢复码在这里用不上。',
  },
  noWrappedTodo: '请从备份恢复：做过恢复单之后的备份里都有封存件。没有备份的，打不开，请按纸质表格办理并报主考。',
  otherWays: '其他办法',
  restore: '从备份恢复',
  restoreLine: 'U 盘或备份文件夹里有这一天的副本。',
  packageLine: '考务办公室给了另一个考核日的数据包。',
  makeDay: '建立新的考核日',
  makeDayLine: '这一天的记录原样留在本机，以后可以再打开。',
  noSheet: '恢复单找不到：请主考到密封保管处取。没有它，只有座位、时间、科目、考勤和违纪类别可核验。',
} as const;

/** 设置 → 恢复单. */
export const recoveryCardText = {
  title: '恢复单',
  what: '一张纸，印着恢复码：换电脑、硬盘移机、电脑坏了、忘记 PIN 时，用它打开全部记录。由主考密封保管。',
  none: '还没有恢复单。现在电脑坏了，姓名、证件号和照片就再也打不开。',
  unchecked: (sheet: string) => `编号 ${sheet}：已打印，还没有核对。把恢复码输入一遍，确认纸上看得清。`,
  checked: (sheet: string, at: string, by: string) => `编号 ${sheet}：${at} 由${by}核对。`,
  make: '制作并打印恢复单…',
  check: '核对恢复码…',
  printAgain: '再打印一次…',
  replace: '另做一张…',
  lostPin: '忘记 PIN…',
  lock: '锁存考核日…',
  chiefOnly: '由主考办理。',
  switchTo: (name: string) => `换成 ${name} 操作`,
  keptIn: {
    system: '本机密钥：由本机系统的密钥库保管。',
    files:
      '本机密钥：以仅本用户可读的文件保存，没有放进系统的密钥库。能用这个用户登录的人都能打开记录，请看管好这台电脑。',
  } satisfies Record<Status['keysKeptIn'], string>,
} as const;

/** 今日考务: one quiet line until the sheet was typed back. */
export const recoveryDutyText = {
  none: '还没有恢复单',
  unchecked: '恢复单还没有核对',
  more: '电脑坏了或换电脑时要用它打开记录',
  byChief: '请主考在「设置」里办理',
  make: '制作…',
  check: '核对…',
} as const;

export const printSheetText = {
  title: '打印恢复单',
  warning: '画面上会出现恢复码。请先确认：投影已关闭、没有镜像，旁边没有考生；打印机在身边，打出来立刻取走。',
  noSave: '只打印，不要另存为文件，不要拍照。',
  replacing: (sheet: string) =>
    `新的一张核对之后，编号 ${sheet} 的旧恢复单在本机就不再有用；但它仍能打开以前的备份，请与旧备份一同销毁。`,
  show: '显示恢复单',
  making: '正在制作…',
  hint: '在下面的阅读器里按打印。',
  done: '打印好了，去核对',
  close: '关闭',
  cancel: '取消',
  frame: (sheet: string) => `恢复单 ${sheet}`,
} as const;

export const checkSheetText = {
  title: '核对恢复码',
  what: (sheet: string) =>
    `看着打印出来的恢复单（编号 ${sheet}），把 8 组数字输入一遍。核对之后，恢复码只留在纸上，本机不再保存，也不能再打印。`,
  confirm: '核对',
  checking: '正在核对…',
  later: '以后再说',
} as const;

export const lostPinText = {
  title: '忘记 PIN',
  what: '用恢复单代替原来的 PIN，设一个新的。此事会记入记录，写明用的是哪一张恢复单。',
  whose: '谁的 PIN',
  choose: '请选择是谁的 PIN',
  pin: '新的 PIN',
  pinHint: '4–8 位数字，由本人设定',
  again: '再输一次',
  tooShort: '请设 4 至 8 位数字',
  different: '两次输入的 PIN 不一致',
  confirm: '设新的 PIN',
  saving: '正在保存…',
  cancel: '取消',
  done: (name: string) => `${name} 的新 PIN 已生效。`,
  close: '关闭',
} as const;

export const lockDayText = {
  title: '锁存考核日',
  what: '考试全部结束、文书打印齐之后再锁存。锁存后本机不再保存密钥：',
  shut: '打不开：姓名、证件号、准考证号、照片、文书、各项原因和说明。',
  open: '仍可读、可核验：考试和考点名称、科目、时间、人数，各考场哪个座位签到、迟到、缺考、违纪（只有类别），以及全部记录的编号和校验。',
  again: (sheet: string) => `要再打开，须输入编号 ${sheet} 的恢复单上的恢复码。恢复单遗失的，再也打不开。`,
  hasSheet: '恢复单在手边，已密封保管',
  openPapers: (count: number) => `还有 ${count} 场没有收卷，确认不再收卷`,
  confirm: '锁存',
  locking: '正在锁存…',
  cancel: '取消',
} as const;
