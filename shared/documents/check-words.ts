import type { CheckItemId, CheckMoment, SiteList, VisitorRole } from '../domain/checklist-items.ts';
import type { Rules } from '../domain/rules.ts';

/** When an item is done, as lists head it. */
export const CHECK_MOMENT_WORDS: Readonly<Record<CheckMoment, string>> = {
  weeks: '考前数周',
  week: '考前一周',
  days: '考前几天',
  'day-before': '考前一天',
  morning: '当天早上',
};

export const SITE_LIST_WORDS: Readonly<Record<SiteList, string>> = {
  'white-list': '白名单',
  'software-elementary': '初级软件',
  'software-intermediate': '中级软件',
  'software-advanced': '高级软件',
};

export const VISITOR_WORDS: Readonly<Record<VisitorRole, string>> = {
  chief: '主考',
  deputy: '副主考',
  inspector: '巡视',
  technician: '技术支持',
  other: '其他',
};

/** What a sentence may depend on. */
export interface CheckFacts {
  readonly rules: Rules;
  /** Candidates of the room; 0 for the site's items. */
  readonly people: number;
}

/** What an item asks to be made sure of, under the day's rules. */
export function checkSentence(id: CheckItemId, facts: CheckFacts): string {
  return TEXTS[id](facts);
}

/** What is asked for beside the tick; '' where nothing is. */
export function checkAsks(id: CheckItemId, { rules }: Pick<CheckFacts, 'rules'>): string {
  switch (id) {
    case 'machines':
    case 'spare-machines':
      return '现有台数';
    case 'video-keeper':
      return `保管人、存放处（保存 ${rules.videoRetentionYears} 年）`;
    case 'site-sealed':
    case 'room-sealed':
      return '封条编号、封场人';
    default:
      return '';
  }
}

const TEXTS: Readonly<Record<CheckItemId, (facts: CheckFacts) => string>> = {
  'leaders-named': ({ rules }) =>
    `主考 1 人、副主考 ${rules.deputyChiefMin}–${rules.deputyChiefMax} 人、技术主管 1 人已定，考务管理人员不少于 5 人`,
  'arrangement-made': ({ rules }) =>
    rules.arrangementBy === 'site' ? '报名截止后，考点已排好考' : '报名截止后，已收到评价组织的排考结果',
  'duty-phones-filed': () => '值班电话表已报评价组织备案',
  'tech-contact-filed': () => '技术主管的联系方式已登记，有变动已告知',
  'building-safe': () => '考场集中，楼宇安全、照明、消防符合要求',
  'exam-office-ready': () => '考务办公室已设好',
  'backup-power': () => '备用电源可用',
  'helpers-named': () => '医务、电力、停车、司铃等服务人员已落实',
  'router-fits': () => '路由器带机量够用，能按应用、网址和白名单过滤',
  'invigilators-chosen': ({ rules }) =>
    `监考员已选定：每 ${rules.seatsPerRoom} 人（含以下）${rules.invigilatorsPerRoom} 人，${
      rules.recusalScope === 'department' ? '本院系教师' : '本专业教师'
    }、班主任、辅导员回避`,
  'seats-spaced': ({ rules }) =>
    `座位间距不少于 ${rules.spacingM} 米${rules.isAlternateSeatingAllowed ? '，或隔位而坐' : ''}`,
  machines: ({ people }) => `考生机够用，本考场 ${people} 人`,
  'spare-machines': ({ rules, people }) =>
    rules.spareRatio === 0
      ? '备用机可用（规则没有要求台数）'
      : `备用机每 ${Math.round(1 / rules.spareRatio)} 人 1 台，本考场 ${people} 人`,
  'machines-fit': ({ rules }) =>
    `考生机不低于双核 2.0 GHz、内存 2 GB、可用空间 20 GB、分辨率 1024 × 768、${
      rules.minimumOs === 'windows-10' ? 'Windows 10' : 'Windows 7'
    }，无病毒，键盘鼠标显示器正常`,
  'environment-check': () => '每台考生机和备用机通过监考管理系统的环境检测，防火墙、杀毒软件已放行考试系统',
  'software-installed': () => '各级别软件按清单装好（见软件清单）',
  'input-methods': () => '有英文、拼音、五笔输入法，无广告',
  'papers-printed': ({ rules }) => `考前 ${rules.ticketPrintDaysBefore} 天从平台打印准考证、签到表、桌贴`,
  'white-list-set': () => '本次下发的白名单已设入路由器，含本系统中心服务的地址',
  'training-held': () => '监考员全部培训并登记，未培训的不安排',
  'gate-sign': () => '大门有考试名称和考点名称的标牌',
  'notice-board': () => '入口公告栏：考点平面图、考场示意图、科目和时间、考场规则',
  'direction-signs': () => '路线指示牌到各考场',
  'closed-area': () => '警戒线拉好，封闭区有人值守',
  banner: () => '横幅：第一行年、月和考试名称，第二行考点名称',
  'site-sealed': ({ rules }) => `考前 ${rules.sealDaysBefore} 天封场：考点已封闭`,
  'restore-card-off': () => '考生机还原卡已关闭',
  'address-kept': () => '考生机重启后 IP 地址不变',
  'white-list-tried': () => '从考生机试过：白名单以外的网址都打不开',
  'desk-labels': () => '桌贴按座位贴好',
  'door-sheet': () => '门贴有考场编号和起止准考证号',
  'camera-front': () => '前方摄像头试过，画面有日期和时间',
  'camera-back': () => '后方摄像头试过，画面有日期和时间',
  'video-keeper': ({ rules }) => `音视频存本地，考后交接：由谁保管、放在哪里，保存 ${rules.videoRetentionYears} 年`,
  'room-sealed': ({ rules }) => `考前 ${rules.sealDaysBefore} 天封场：考场已贴封条`,
  'badges-worn': () => '考务人员佩戴工作证；只有主考、副主考、巡视和本考场人员可以进入考场',
  'signals-tried': () => '预备、开始、终止信号试过，各考场听得到',
  'seal-unbroken': () => '封条完好，开封时两人在场',
  'cameras-on': ({ rules }) => `${rules.camerasPerRoom} 个摄像头已开，全程录像`,
  'machines-started': () => '考生机和备用机全部开机，登录页已打开',
};
