import { fetchRuntime } from './fetch-runtime.ts';
import { findRuntime, thisComputer } from './find-runtime.ts';
import { createProgressLine } from './progress-line.ts';
import type { WhyBrowser } from './why-browser.ts';

/** The runtime's program, found or fetched, or why there is none. Never rejects. */
export async function provideRuntime(): Promise<string | WhyBrowser> {
  const found = findRuntime();
  if (found !== null) return found;
  const here = thisComputer();
  const overrideDir = here.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (overrideDir) return { kind: 'override-empty', dir: overrideDir };
  const progress = createProgressLine('正在下载桌面运行时（约 120 MB，只此一次；不想等：Ctrl+C 后加 --host browser）');
  const fetched = await fetchRuntime({ ...here, arch: process.arch, onProgress: progress.show });
  progress.end();
  if (!fetched.ok) return fetched.error;
  return findRuntime() ?? { kind: 'unpack-failed', url: '', message: 'not found after unpacking' };
}
