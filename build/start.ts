/**
 * `npm start`: builds what is missing or older than its sources, then opens the station: in the desktop window where its
 * runtime is there or can be fetched, else in a browser, served by this process.
 */
import { parseOptions } from '../electron/hosts/machine/options.ts';
import { isDesktopFresh } from './desktop-fresh.ts';
import { buildRenderer, isRendererFresh } from './renderer-build.ts';
import { ELECTRON_PACKAGE, readRuntimeVersion } from './runtime/find-runtime.ts';
import { provideRuntime } from './runtime/provide-runtime.ts';
import { type RuntimeFacts, sayWhyBrowser, type WhyBrowser } from './runtime/why-browser.ts';

const args = process.argv.slice(2);
const options = parseOptions(args);
const problem = await prepareScreens();
if (problem !== null) {
  console.error(`界面构建失败，未启动：\n${problem}`);
  process.exitCode = 1;
} else if (!options.ok || options.value.host === 'browser') {
  await openInBrowser(null); // it also explains a word that was not understood
} else {
  // Loaded while the answer to one question is on its way: where there is no network, that costs nearly nothing.
  const [runtime] = await Promise.all([provideRuntime(), import('../electron/hosts/browser/main.ts')]);
  const why = typeof runtime === 'string' ? await openInDesktop(runtime) : runtime;
  if (why !== null) await openInBrowser(why);
}

async function prepareScreens(): Promise<string | null> {
  if (isRendererFresh()) return null;
  console.log('正在准备界面（首次启动或更新后，几秒钟）……');
  return buildRenderer();
}

/** Null when it has opened, and ended since; else why the browser has to do. */
async function openInDesktop(runtime: string): Promise<WhyBrowser | null> {
  try {
    if (!isDesktopFresh()) await (await import('./desktop-build.ts')).buildDesktop();
  } catch (error) {
    return { kind: 'build-failed', message: error instanceof Error ? error.message : String(error) };
  }
  const { openDesktop } = await import('./runtime/open-desktop.ts');
  const end = await openDesktop(runtime, args);
  if ('didNotOpen' in end) return { kind: 'did-not-open', ended: end.didNotOpen };
  process.exitCode = end.exitCode;
  return null;
}

async function openInBrowser(why: WhyBrowser | null): Promise<void> {
  const { runBrowserHost } = await import('../electron/hosts/browser/main.ts');
  await runBrowserHost(args, why === null ? null : sayWhyBrowser(why, runtimeFacts()));
}

function runtimeFacts(): RuntimeFacts {
  const wasTyped = options.ok && options.value.host === 'desktop';
  return { version: readRuntimeVersion(ELECTRON_PACKAGE) ?? '', wasTyped };
}
