import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { FoundCopyView } from '../../shared/contract/backup-methods.ts';
import { dateText, shortTimeText } from './format.ts';
import { type Figures, say, type Words } from './error-words.ts';

/** 备份: where copies go, how they stand, and how a day comes back from one. */
export const backupText = {
  title: '备份',
  line: '考试期间每分钟把记录复制到 U 盘或另一块磁盘。副本加密，密钥不在其中。',
  none: '还没有选择备份位置：本机坏了，记录就只在本机的磁盘里。',
  place: (path: string) => `备份位置：${path}`,
  choose: '选择备份位置…',
  another: '换位置…',
  now: '立即备份',
  running: '正在备份…',
  stop: '不再备份',
  cancel: '取消',
  takeIn: '并入副本中的记录…',
  drives: '插在本机上的 U 盘和磁盘',
  noDrives: '没有找到 U 盘。请插好后点「重新查找」。',
  again: '重新查找',
  searching: '正在查找…',
  other: '其他文件夹',
  otherHint: '填完整路径，例如 E:\\ 或 /media/usb；不能在数据文件夹里面。',
  use: '用作备份位置',
  free: (bytes: number) => `剩余 ${bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`}`,
  hasCopies: '已有副本',
  last: (at: number, isOutside: boolean) => `上次 ${shortTimeText(at)}${isOutside ? '' : '（仅在本机）'}`,
  behind: (count: number) => (count === 0 ? '全部记录都在副本里' : `之后又有 ${count} 条记录`),
  notYet: '还没有副本',
} as const;

/** 从备份恢复 on the first screen. */
export const restoreText = {
  line: '换了电脑，或这台电脑的记录不见了？',
  open: '从备份恢复…',
  title: '从备份恢复',
  steps: '插入原电脑备份用的 U 盘，选中考场，再输入《恢复单》上的 48 位数字。不用重新导入名单。',
  found: '找到的备份',
  none: '没有找到备份。请插好 U 盘后点「重新查找」，或填写备份所在的文件夹。',
  restore: '恢复这一份',
  restoring: '正在恢复，请不要拔出 U 盘…',
  noKey: '没有恢复单的备份，只能在原电脑上打开',
  isHere: '本机已有这个考核日',
  stopOld: '恢复之后，原电脑不要再用来办理同一考场；它后来的记录以后可以并入。',
  back: '返回',
} as const;

/** 并入: records of another computer's copy come in beside the own ones. */
export const takeInText = {
  title: '并入副本中的记录',
  line: '从原电脑或备用电脑的副本中，补上本机没有的记录。本机已有的记录不会改动，可以重复进行。',
  none: '没有找到本考核日的副本。请插好 U 盘后点「重新查找」。',
  take: '并入',
  taking: '正在并入…',
  close: '关闭',
  added: (count: number) => (count === 0 ? '这份副本里没有本机缺少的记录。' : `并入了 ${count} 条记录。`),
  broken: '副本里有一段接不上或对不上，那之后的没有并入。请把这份副本交给技术支持。',
} as const;

/** "001 考场", "考务办公室". */
export function copyTitle({ room }: Pick<FoundCopyView, 'room'>): string {
  return room === null ? '考务办公室' : `${room} 考场`;
}

/** What tells one copy from another. */
export function copyLines({ title, site, date, at, records }: FoundCopyView): readonly [string, string] {
  return [`${dateText(date)} ${title}`, `${site}　副本 ${shortTimeText(at)}，${records} 条记录`];
}

const PLACES: Readonly<Record<string, string>> = {
  'not-a-folder': '没有这个文件夹。请插好 U 盘，核对路径。',
  'in-data-folder': '备份位置不能在本机的数据文件夹里，否则会一起丢失。请选 U 盘或另一块磁盘。',
  'too-full': '那里剩余空间不到 100 MB。请腾出空间，或换一个位置。',
  'not-writable': '那里不能写入（只读，或没有权限）。请拨开 U 盘的写保护，或换一个位置。',
  'not-usable': '那里读写出错。请换一个 U 盘。',
  hangs: '那里没有反应。请拔下重插，或换一个 U 盘。',
};

export const BACKUP_WORDS: Readonly<
  Record<Extract<ContractErrorCode, `copy-${string}` | `day-already-here` | 'day-open-here' | 'place-unusable'>, Words>
> = {
  'place-unusable': (f: Figures) => say('这个位置不能用来备份。', PLACES[f.text('reason')] ?? '请换一个位置。'),
  'copy-not-found': say('这里没有备份了。', '请插好 U 盘，点「重新查找」。'),
  'copy-unsound': say(
    '这个文件夹里的备份都不完整。',
    '请换另一个 U 盘或另一份备份；没有的，告知技术支持，不要格式化。',
  ),
  'copy-not-read': say('备份读不出来，或本机写不进去。', '请检查 U 盘是否插好、本机磁盘是否有空间，再试一次。'),
  'copy-of-other-kind': say('这是演练的备份。', '正式考试请选正式考试的备份；演练的备份只能在演练中恢复。'),
  'copy-of-another-day': say('这是另一个考核日的备份。', '请选本考核日的备份。'),
  'copy-without-key': say(
    '这份备份没有恢复单，在这台电脑上打不开。',
    '请修好原电脑，或把原电脑的硬盘接到这里；名单也可以重新导入，已有的签到用纸质签到表补录。',
  ),
  'day-already-here': say('本机已有这个考核日。', '不用恢复；要补上缺少的记录，请在「设置」的「备份」里并入。'),
  'day-open-here': say(
    '本机已打开一个考核日。',
    '要补上缺少的记录，请在「设置」的「备份」里并入；换电脑恢复请在另一台上做。',
  ),
};
