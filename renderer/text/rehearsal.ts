/** What the screens of a rehearsal say. */
export const rehearsalText = {
  mark: '演练',
  pageTitle: '演练 - 监考工作站',
  startTitle: '演练：把考试日从头走一遍',
  startLine: '有自己的数据文件夹、密钥和时钟。记录、文书都带「演练」字样，进不了正式考试。',
  edition: '按哪一版手册',
  roster: '用哪份名单',
  invented: '虚构名单',
  inventedLine: '40 人，含照片，001 考场。有同名的人、生僻字、间隔号，23 座没有照片。',
  own: '本考点的名单文件',
  ownLine: '导入自己的 .xlsx 或 .csv，再选定考场、登记监考员。名单同样加密保存。',
  begins: (time: string) => `考试时间从 ${time} 开始，即第一科开考前 35 分钟；之后按 1×、10×、60× 走，可以快进。`,
  people: (pin: string) => `演练主考、演练监考甲、演练监考乙、演练技术支持，PIN 都是 ${pin}。`,
  start: '开始演练',
  ownStaff: '自己登记监考员',
  goOn: '继续准备演练',
  restart: '重新开始演练',
  steps: {
    clock: '正在调好考试时间…',
    day: '正在建立考核日…',
    roster: '正在导入虚构名单…',
    photos: '正在画照片…',
    staff: '正在登记监考员…',
  },
  rate: '考试时间的快慢',
  rateHint: { 1: '与真实时间一样快', 10: '每秒走 10 秒', 60: '每秒走 1 分钟' },
  forward: '快进到下一步',
  next: (time: string, step: string) => `${time} ${step}`,
  dayOver: '今日时间轴已走完',
  again: '重新开始…',
  againLine: '这次演练的记录留在演练文件夹里，另建一个新的考核日，从开考前 35 分钟再走一遍。',
  pin: (pin: string) => `人人 PIN ${pin}`,
  chiefPin: (pin: string) => `主考 PIN ${pin}`,
  cancel: '取消',
} as const;

/** Who takes part; nobody is meant. */
export const REHEARSAL_PEOPLE = {
  chief: '演练主考',
  invigilators: ['演练监考甲', '演练监考乙'],
  technician: '演练技术支持',
} as const;

export const REHEARSAL_DAY = {
  title: '演练 1+X Python 程序开发（中级）',
  site: '演练考点',
  plan: (date: string) => `演练 ${date}`,
  rosterFile: '演练名单.csv',
} as const;
