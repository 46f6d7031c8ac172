import type { Lights } from '../../shared/contract/views.ts';

/** The nine screens, in the order of the navigation. */
export const SCREENS = [
  'day',
  'check-in',
  'seats',
  'violations',
  'incidents',
  'documents',
  'sync',
  'site',
  'settings',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export const SCREEN_LABELS: Readonly<Record<ScreenName, string>> = {
  day: '今日考务',
  'check-in': '考生签到',
  seats: '座位图',
  violations: '违纪处理',
  incidents: '突发事件',
  documents: '文书打印',
  sync: '数据同步',
  site: '考点总览',
  settings: '设置',
};

/** What a screen that is not there yet will do, in one line. */
export const LATER_SCREENS = {
  sync: '接入考务中心后，把本机记录按顺序上传，断网时改用 U 盘移交。',
} as const satisfies Partial<Record<ScreenName, string>>;

export const LIGHT_LABELS: Readonly<Record<keyof Lights, string>> = {
  save: '保存',
  print: '打印',
  clock: '时钟',
  power: '电源',
  sync: '同步',
};
