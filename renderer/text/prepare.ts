/** 考前准备: what a computer still lacks before the morning. */
export const prepareText = {
  title: '考前准备',
  restart: {
    what: '还没有经过重启检验',
    more: '机房电脑若有还原卡，一重启记录就没了。考前选「重启」一次，再打开本程序',
  },
  restartTooLate: {
    what: '没有经过重启检验',
    more: '考试中不要重启；备份请用 U 盘',
  },
  backup: {
    what: '还没有选择备份位置',
    more: '插上 U 盘，在「设置」里选定，每分钟自动备份',
  },
  toSettings: '去设置',
  checks: {
    what: (open: number) => `考前检查还有 ${open} 项`,
    more: '在「考点总览」里逐项打勾，不适用的写明原因',
  },
  toChecks: '去检查',
  lots: {
    what: '还没有抽签定考场',
    more: '领取签到表时抽签；抽定后宣读、打印，各考场凭结果到岗',
  },
  toLots: '去抽签',
} as const;
