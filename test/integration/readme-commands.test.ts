import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NpmStart, npmStart } from '../support/npm-start.ts';
import { readmeCommands, readmeStartOptions } from '../support/readme.ts';

const projectDir = join(import.meta.dirname, '..', '..');
const READY_LIMIT_MS = 10_000;
const TEST_LIMIT_MS = 30_000;

let tempDir: string;
let running: NpmStart[];

beforeEach(() => {
  tempDir = mkdtempSync(join(tmpdir(), 'station-readme-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((start) => start.stop()));
  rmSync(tempDir, { recursive: true, force: true });
});

function start(...args: readonly string[]): NpmStart {
  const started = npmStart(args, tempDir);
  running.push(started);
  return started;
}

/** Stands in for the desktop's opener and notes what it was asked to open. */
function writeFakeOpener(): string {
  const noteFile = join(tempDir, 'opened');
  writeFileSync(join(tempDir, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" > '${noteFile}'\n`);
  chmodSync(join(tempDir, 'xdg-open'), 0o755);
  return noteFile;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe("the README's commands", () => {
  it('are there: installing, starting and testing', () => {
    expect(readmeCommands()).toEqual(expect.arrayContaining(['npm ci', 'npm start', 'npm test']));
  });

  it('that are run by npm are scripts of package.json, whose files exist', () => {
    // as: our own package.json, which npm has read before us
    const manifest = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = readmeCommands().map((command) => /^npm (?:run )?(start|test|(?<=run )[\w:]+)/.exec(command)?.[1]);
    for (const script of new Set(named.filter((name) => name !== undefined))) {
      expect(Object.keys(manifest.scripts)).toContain(script);
      const files = manifest.scripts[script]?.match(/\bbuild\/[\w./-]+/g) ?? [];
      for (const file of files) expect(existsSync(join(projectDir, file)), `${script}: ${file}`).toBe(true);
    }
  });
});

describe("the README's options of npm start", () => {
  it('are these', () => {
    expect([...readmeStartOptions()].sort()).toEqual([
      '--data',
      '--host',
      '--no-open',
      '--port',
      '--recover',
      '--rehearsal',
    ]);
  });

  it(
    '--host browser --data DIR --port 0 --no-open: ready within 10 s, data in DIR, no browser opened',
    async () => {
      const openedNote = writeFakeOpener();
      const dataDir = join(tempDir, '数据 folder');
      const link = await start('--host', 'browser', '--data', dataDir, '--port', '0', '--no-open').ready(
        READY_LIMIT_MS,
      );

      expect(link.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=.{16,}$/);
      const page = await fetch(new URL('/', link));
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(readdirSync(dataDir)).not.toEqual([]);
      expect(existsSync(openedNote)).toBe(false);
    },
    TEST_LIMIT_MS,
  );

  it(
    'without --no-open the link is opened in a browser; --port N is the port',
    async (context) => {
      context.skip(process.platform !== 'linux', 'the stand-in for the opener is a Linux one');
      const openedNote = writeFakeOpener();
      const port = await findFreePort();
      const link = await start('--data', join(tempDir, 'data'), '--port', String(port)).ready(READY_LIMIT_MS);

      expect(link.port).toBe(String(port));
      await expect.poll(() => existsSync(openedNote) && readFileSync(openedNote, 'utf8')).toBe(link.href);
    },
    TEST_LIMIT_MS,
  );

  it.each([
    [['--no-such-option'], '--no-such-option'],
    [['--port', 'eighty'], 'eighty'],
    [['--data'], '--data'],
  ])(
    '%j is refused by name',
    async (args, named) => {
      const refused = start(...args);
      expect(await refused.ended).toBe(1);
      const ownWords = refused.said().replace(/^> .*$/gm, ''); // npm repeats the command line
      expect(ownWords).toMatch(new RegExp(`：${named}$`, 'm'));
      expect(ownWords).not.toMatch(/^ready /m);
    },
    TEST_LIMIT_MS,
  );
});
