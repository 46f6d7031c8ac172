import { type ErrorText, say } from './error-words.ts';

/** The light's code of a computer whose records have not outlived a restart yet. */
export const RESTART_UNTESTED = 'restart-untested';

const SAFE = '已经确认过的记录都在，没有丢。';

/** Where something could not be written: what was answered as confirmed stands, the refused act does not count. */
const REFUSED: Readonly<Record<string, ErrorText>> = {
  corrupt: say('数据文件读写不通，可能已损坏。', '请先用纸笔记录，不要关闭程序，立即告知技术支持。'),
  'disk-full': say(
    '磁盘满了，写不进去。',
    `${SAFE}请先用纸笔记录，腾出空间（清空回收站、移走大文件）后再办理一次；不行的告知技术支持。`,
  ),
  'io-failed': say('磁盘读写出错。', `${SAFE}请先用纸笔记录，告知技术支持检查磁盘；修好后再办理一次。`),
  'not-writable': say(
    '磁盘变成了只读，写不进去。',
    `${SAFE}请先用纸笔记录，告知技术支持检查磁盘和文件夹的权限；修好后再办理一次。`,
  ),
  vanished: say(
    '数据文件夹不见了：磁盘被拔出，或文件被移走、删除。',
    '请先用纸笔记录。拔出了的马上插回，移走了的放回原处，再办理一次；找不到的不要关闭程序，立即告知技术支持。',
  ),
  replaced: say(
    '数据文件夹里换成了别的文件，本程序不再往里写。',
    '请先用纸笔记录，告知技术支持：把原来的磁盘或文件放回原处，然后重新启动本程序。',
  ),
};

/** Nothing is refused for these: they are told while there is time. */
const WARNINGS: Readonly<Record<string, ErrorText>> = {
  'disk-nearly-full': say(
    '磁盘剩余空间不到 100 MB。',
    `${SAFE}请马上腾出空间（清空回收站、移走大文件），并告知技术支持；写不下时会拒绝办理，请备好纸笔。`,
  ),
  'disk-low': say(
    '磁盘剩余空间不到 500 MB。',
    '记录照常写入。请在开考前腾出空间（清空回收站、移走大文件），或告知技术支持。',
  ),
  'disk-slow': say(
    '磁盘很慢，刚才一次写入超过 2 秒。',
    '记录照常写入，请等屏幕确认后再办下一件。一直这样的，告知技术支持检查磁盘和杀毒软件。',
  ),
  'place-away': say(
    '备份用的 U 盘（或磁盘）不在了，备份停了。',
    '记录照常写入本机。请把 U 盘插回：插好后一分钟内自动接着备份；坏了的，在「设置」的「备份」里换一个位置。',
  ),
  'copies-no-room': say(
    '本机磁盘剩余空间不够，备份停了。',
    '记录照常写入本机，剩下的空间留给记录。请马上腾出空间（清空回收站、移走大文件）：腾出后一分钟内自动接着备份。',
  ),
  'backup-full': say(
    '备份用的 U 盘（或磁盘）满了，备份停了。',
    '记录照常写入本机。请腾出空间，或在「设置」的「备份」里换一个位置。',
  ),
  'backup-not-writable': say(
    '备份用的 U 盘（或磁盘）写不进去，备份停了。',
    '记录照常写入本机。请拨开 U 盘的写保护，或在「设置」的「备份」里换一个位置。',
  ),
  'backup-hangs': say(
    '备份用的 U 盘（或磁盘）没有反应，备份停了。',
    '记录照常写入本机。请拔下重插；仍不行的，在「设置」的「备份」里换一个位置。',
  ),
  'backup-failed': say('备份没有成功。', '记录照常写入本机。请检查备份用的 U 盘，或在「设置」的「备份」里换一个位置。'),
  'copy-unsound': say(
    '刚做的副本与记录对不上，没有保留；本机的数据文件可能有损坏。',
    '先前的副本还在。请趁没有人办理时重新启动本程序，它会用副本修好数据文件；仍有这条提示的，告知技术支持，同时用纸笔留底。',
  ),
  'file-damaged': say(
    '记录文件有一处与它的校验对不上，本机没有完好的副本可换。',
    '接着办理即可，新的记录照常写入。请告知技术支持保留这个文件、检查这块硬盘；有 U 盘备份的，插上后重新启动本程序。',
  ),
  'file-recovered': say(
    '记录文件损坏过，启动时已换用完好的副本。',
    '接着办理即可，缺了哪几条见「未了事项」。请告知技术支持检查这块硬盘，并确认 U 盘备份正常。',
  ),
  [RESTART_UNTESTED]: say(
    '本机还没有经过重启检验。',
    '机房电脑若装有还原卡，一重启记录就没有了。请在考试前选「重启」（不要选「关机」）重启一次电脑，再打开本程序：这条提示消失，就说明记录留得住；变回首次启动页面的，告知技术支持。考试进行中不要为此重启。',
  ),
};

const GENERAL = say('记录写不进磁盘。', `${SAFE}请先用纸笔记录，检查磁盘，并告知技术支持。`);

/** What is wrong with saving, by the code of the light 保存 or the reason of a refusal, and what to do. */
export function saveTrouble(code: string): ErrorText {
  return REFUSED[code] ?? WARNINGS[code] ?? GENERAL;
}

/** Whether nothing can be recorded as long as it lasts, so that every screen says it. */
export function stopsRecording(code: string): boolean {
  return REFUSED[code] !== undefined;
}
