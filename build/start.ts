/** `npm start`: the screens are built where they are missing or older than their sources, then the station runs in this process. */
import { buildRenderer, isRendererFresh } from './renderer-build.ts';

const problem = await prepareScreens();
if (problem === null) {
  const { runBrowserHost } = await import('../electron/hosts/browser/main.ts');
  await runBrowserHost(process.argv.slice(2));
} else {
  console.error(`界面构建失败，未启动：\n${problem}`);
  process.exitCode = 1;
}

async function prepareScreens(): Promise<string | null> {
  if (isRendererFresh()) return null;
  console.log('正在准备界面（首次启动或更新后，几秒钟）……');
  return buildRenderer();
}
