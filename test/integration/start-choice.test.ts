import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ELECTRON_PACKAGE, findRuntime } from '../../build/runtime/find-runtime.ts';
import { aRuntimeZip, serving, startMirror } from '../support/stand-in-runtime.ts';
import { startProgram, writeStandInRuntime } from '../support/start-program.ts';
import { tempDir } from '../support/temp-dir.ts';

const READY = /^ready http:\/\/127\.0\.0\.1:\d+\/#token=/m;
const LIMIT_MS = 30_000; // the screens may have to be built first
const HAS_RUNTIME = findRuntime({ packageDir: ELECTRON_PACKAGE, env: {}, platform: process.platform }) !== null;
const WHY_NOT = 'the desktop runtime is installed here: nothing would be asked of a mirror';

/** What the start may see of a network: this mirror and no proxy, and an empty cache. */
function withMirror(url: string): NodeJS.ProcessEnv {
  return {
    ELECTRON_MIRROR: url,
    ELECTRON_OVERRIDE_DIST_PATH: '',
    electron_config_cache: join(tempDir(), 'cache'),
  };
}

describe('npm start without a desktop runtime', () => {
  it(
    'opens in a browser where the mirror does not have it, and says how to get it',
    async (context) => {
      if (HAS_RUNTIME) context.skip(WHY_NOT);
      const mirror = await startMirror((_request, response) => response.writeHead(404).end());
      const start = startProgram(['--data', tempDir()], withMirror(mirror.url));
      await start.until(READY);
      expect(mirror.asked).toHaveLength(1);
      expect(start.said()).toMatch(/^改在浏览器中运行：.*HTTP 404.*ELECTRON_OVERRIDE_DIST_PATH/m);
    },
    LIMIT_MS,
  );

  it(
    'opens in a browser where the mirror hangs, two seconds later',
    async (context) => {
      if (HAS_RUNTIME) context.skip(WHY_NOT);
      const usual = await startProgram(['--host', 'browser', '--data', tempDir()], {}).until(READY);
      const mirror = await startMirror(() => undefined);
      const start = startProgram(['--data', tempDir()], withMirror(mirror.url));
      expect((await start.until(READY)) - usual).toBeLessThan(2000 + 1500);
      expect(mirror.asked).toHaveLength(1);
      expect(start.said()).toContain('改在浏览器中运行：本机没有桌面运行时，也连不上 127.0.0.1');
    },
    LIMIT_MS,
  );

  it(
    'refuses an archive with another checksum, and opens in a browser',
    async (context) => {
      if (HAS_RUNTIME) context.skip(WHY_NOT);
      const mirror = await startMirror(serving(aRuntimeZip()));
      const start = startProgram(['--host', 'desktop', '--data', tempDir()], withMirror(mirror.url));
      await start.until(READY);
      expect(start.said()).toMatch(/正在下载桌面运行时.* 100%/);
      expect(start.said()).toContain('改在浏览器中运行：桌面运行时没有下载成功');
      expect(existsSync(join(ELECTRON_PACKAGE, 'dist'))).toBe(false);
    },
    LIMIT_MS,
  );

  it(
    'asks nobody when a browser is wanted, and gives no reason',
    async () => {
      const mirror = await startMirror(() => undefined);
      const start = startProgram(['--host', 'browser', '--data', tempDir()], withMirror(mirror.url));
      await start.until(READY);
      expect(mirror.asked).toEqual([]);
      expect(start.said()).not.toContain('改在浏览器中运行');
    },
    LIMIT_MS,
  );
});

describe('npm start with a runtime', () => {
  it(
    'starts it on this program with the words as they were typed, and ends as it ends',
    async () => {
      const dir = tempDir();
      const runtime = writeStandInRuntime(dir, `printf '%s\\n' "$@" > '${dir}/words'`);
      const start = startProgram(['--data', join(dir, 'day'), '--rehearsal'], { ELECTRON_OVERRIDE_DIST_PATH: runtime });
      expect(await start.ended).toBe(0);
      const [program, ...words] = readFileSync(join(dir, 'words'), 'utf8').trim().split('\n');
      expect(existsSync(join(program ?? '', 'package.json'))).toBe(true);
      expect(words).toEqual(['--no-open', '--data', join(dir, 'day'), '--rehearsal']);
    },
    LIMIT_MS,
  );

  it(
    'opens in a browser when it does not open here, and says so',
    async () => {
      const dir = tempDir();
      const runtime = writeStandInRuntime(dir, 'exit 127');
      const start = startProgram(['--data', join(dir, 'day')], { ELECTRON_OVERRIDE_DIST_PATH: runtime });
      await start.until(READY);
      expect(start.said()).toContain('改在浏览器中运行：桌面窗口没有打开（exit 127）');
    },
    LIMIT_MS,
  );

  it(
    'opens no browser when the desktop has said itself why nothing can run',
    async () => {
      const dir = tempDir();
      const runtime = writeStandInRuntime(dir, 'exit 3');
      const start = startProgram(['--data', join(dir, 'day')], { ELECTRON_OVERRIDE_DIST_PATH: runtime });
      expect(await start.ended).toBe(3);
      expect(start.said()).not.toMatch(READY);
    },
    LIMIT_MS,
  );
});
