import { assertNever } from '../../shared/result.ts';
import type { FetchProblem } from './fetch-runtime.ts';

/** Why the station runs in a browser although nobody asked for it. */
export type WhyBrowser =
  | FetchProblem
  | { readonly kind: 'override-empty'; readonly dir: string }
  | { readonly kind: 'build-failed'; readonly message: string }
  | { readonly kind: 'did-not-open'; readonly ended: string };

export interface RuntimeFacts {
  readonly version: string;
  /** Whether `--host desktop` was asked for by name. */
  readonly wasTyped: boolean;
}

/** One line for the window in which the station was started: why, and how to get the desktop without the internet. */
export function sayWhyBrowser(why: WhyBrowser, { version, wasTyped }: RuntimeFacts): string {
  return `${wasTyped ? '--host desktop：' : ''}改在浏览器中运行：${reason(why)}。${wayOut(why, version)}`;
}

function reason(why: WhyBrowser): string {
  switch (why.kind) {
    case 'no-package':
      return '没有安装 electron 包，桌面窗口打不开';
    case 'unreachable':
      return `本机没有桌面运行时，也连不上 ${hostOf(why.url)}`;
    case 'not-offered':
      return `本机没有桌面运行时，${hostOf(why.url)} 也没有这个版本（HTTP ${why.status}）`;
    case 'fetch-failed':
      return `桌面运行时没有下载成功（${firstLine(why.message)}）`;
    case 'unpack-failed':
      return `桌面运行时解压失败（${firstLine(why.message)}）`;
    case 'override-empty':
      return `ELECTRON_OVERRIDE_DIST_PATH 所指的文件夹里没有桌面运行时：${why.dir}`;
    case 'build-failed':
      return `桌面程序构建失败（${firstLine(why.message)}）`;
    case 'did-not-open':
      return `桌面窗口没有打开（${why.ended}）`;
    default:
      return assertNever(why);
  }
}

function wayOut({ kind }: WhyBrowser, version: string): string {
  if (kind === 'build-failed' || kind === 'did-not-open') return '功能相同，考试照常进行';
  if (kind === 'no-package') return '运行 npm ci 可补装';
  return `离线获取：把 Electron ${version} 解压到本机，用 ELECTRON_OVERRIDE_DIST_PATH 指向它；或用 ELECTRON_MIRROR 指向内网镜像，再启动`;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function firstLine(message: string): string {
  return message.split('\n', 1).join('');
}
