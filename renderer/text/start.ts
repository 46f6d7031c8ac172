/** 首次启动: what an empty computer offers. */
export const startText = {
  line: '1+X 机考考场的监考台：断网照常，签到、计时、文书都在本机',
  import: {
    title: '导入名单',
    line: '建立考核日，导入考生名单，选定本机是哪个考场。约 5 分钟。',
    note: '需要：名单文件（.xlsx 或 .csv）、主考本人',
  },
  center: {
    title: '接入中心',
    line: '用考务中心发的一次性接入码领取考核日、名单和规则，不必自己导入。',
    note: '由后续版本提供。现在请用「导入名单」。',
  },
  rehearsal: {
    title: '演练',
    line: '用虚构名单把一天从头走一遍，时间可加快；演练的记录不会混入正式考试。',
    note: '不需要准备，一键开始',
    opening: '正在打开演练…',
    settings: {
      line: '用虚构名单把一天从头走一遍。另有数据文件夹和时钟，本考核日不受影响；在浏览器里用「后退」回到这里。',
      open: '打开演练',
    },
    unavailable: '这里不能打开演练。请用「npm start -- --rehearsal」启动。',
  },
  restarted:
    '以前建立过考核日、现在却要从头开始的：可能是重启时磁盘被还原卡还原，或数据文件夹换了地方。请先从备份恢复，不要重新导入。',
  foot: (version: string) => `不做报名、收费、考试系统和阅卷。记录只增不改，都在本机。版本 ${version}`,
} as const;
