import { assertNever } from '../../../shared/result.ts';
import { OPTION_NAMES, type OptionProblem } from './options.ts';

/** By the station's reason; the code is shown too, for whoever is asked for help. */
const CANNOT_OPEN: Readonly<Record<string, string>> = {
  missing: '文件不见了',
  'in-use': '正被另一个程序使用',
  'foreign-file': '不是监考工作站的文件',
  'newer-file': '由更新版本的程序写成，请使用新版本打开',
  corrupt: '文件已损坏',
  'not-writable': '没有写入权限',
  'disk-full': '磁盘已满',
  'io-failed': '磁盘读写出错',
  vanished: '文件不在原处',
  replaced: '文件被换成了别的',
  'kind-differs': '考核日与演练的文件混在了一起',
  'day-differs': '属于另一个考核日',
  'key-missing': '本机没有这个考核日的密钥',
  'key-damaged': '本机保存的考核日密钥已损坏',
};

/** What the host says in the window it was started from; the screens' words are in renderer/text. */
export const consoleWords = {
  rehearsal: '演练：有自己的数据文件夹和时钟，记录不会混入正式考试。',
  dataDir: (dir: string) => `数据文件夹：${dir}`,
  ready: (url: string) => `ready ${url}`,
  linkOnce: '请用上面的链接打开（只能使用一次；已打开的页面会自动恢复连接）。结束：Ctrl+C',
  alreadyRunning: (dir: string) =>
    `本机已有一个监考工作站正在使用此数据文件夹：${dir}。请使用已打开的页面，或先结束它再启动。`,
  portTaken: (port: number) => `端口 ${port} 已被其他程序占用。请换一个端口，或去掉 --port 由程序选择。`,
  portLost: (port: number) =>
    `原端口 ${port} 已被其他程序占用，已改用新端口。先前打开的页面不能恢复，请用下面的新链接打开。`,
  dataDirUnusable: (dir: string, reason: string) => `数据文件夹无法使用：${dir}（${reason}）`,
  cannotOpen: (file: string, code: string) =>
    `无法打开 ${file}：${CANNOT_OPEN[code] ?? '原因不明'}（${code}）。没有改动任何数据。`,
  cannotStart: '监考工作站没有启动',
  secretsLocked:
    '本机系统的密钥库打不开（可能未解锁，或换了用户、换了电脑），考核日的密钥取不出来。请解锁后重新启动；没有改动任何数据。\n' +
    '换了电脑、换了用户的，请用恢复单打开：npm start -- --recover，再在画面上输入恢复码。',
  recoverAsked: {
    message: '本机系统的密钥库打不开，考核日的密钥取不出来',
    detail:
      '如果只是还没有登录或解锁密钥库：请退出，解锁后重新启动，一切照旧。\n' +
      '如果换了电脑、换了用户，或硬盘是移过来的：请取出恢复单，选“用恢复单打开”，在下一个画面输入恢复码。\n' +
      '两种办法都不会丢失记录。',
    quit: '退出',
    recover: '用恢复单打开',
  },
  keysInSystem:
    '这里打不开：这个数据文件夹的考核日是在桌面窗口中建立的，密钥由本机系统的密钥库保管，只有桌面窗口取得出来。没有改动任何数据。\n' +
    '请用桌面窗口打开：npm start -- --host desktop（安装版：双击“监考工作站”）。本机没有桌面运行时：从另一台能用的电脑拷来 node_modules/electron/dist 文件夹（U 盘即可），用 ELECTRON_OVERRIDE_DIST_PATH 指向它再启动。\n' +
    '有恢复单的，也可以在这里打开：在启动命令后加 --recover，再在画面上输入恢复码。',
  desktopFailed: (reason: string) => `桌面窗口没有打开：${reason}。可用 --host browser 在浏览器中运行。`,
  stopping: '正在结束，数据已保存。',
} as const;

/** The sentence for an option that was not understood, with the list of those there are. */
export function describeOptionProblem(problem: OptionProblem): string {
  return `${sentence(problem)}\n可用选项：${OPTION_NAMES.join('  ')}`;
}

function sentence(problem: OptionProblem): string {
  switch (problem.kind) {
    case 'unknown-option':
      return `不认识的选项：${problem.option}`;
    case 'value-missing':
      return `选项后面缺少内容：${problem.option}`;
    case 'bad-port':
      return `端口应为 0 到 65535 的整数：${problem.value}`;
    case 'bad-host':
      return `--host 只能是 browser 或 desktop：${problem.value}`;
    default:
      return assertNever(problem);
  }
}
