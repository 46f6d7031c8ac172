import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { respondWithShell, type ShellParts } from '../../../../../electron/hosts/desktop/shell-response.ts';
import { policyHeaders } from '../../../../../electron/hosts/machine/page-policy.ts';
import { listShellFiles } from '../../../../../electron/hosts/machine/shell-files.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

function aShell(): { readonly parts: ShellParts; readonly dir: string } {
  const dir = join(tempDir(), 'renderer');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>监考工作站</title>');
  writeFileSync(join(dir, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(dir, '..', 'station.db'), 'secret');
  return { dir, parts: { files: listShellFiles(dir), headers: policyHeaders() } };
}

const get = (url: string) => ({ method: 'GET', url });

describe('the scheme of the desktop’s page', () => {
  it.each([
    ['proctor://station/', 'text/html; charset=utf-8', '监考工作站'],
    ['proctor://station/index.html?x=1#day', 'text/html; charset=utf-8', '监考工作站'],
    ['proctor://station/assets/main.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('serves %s', async (url, type, text) => {
    const response = await respondWithShell(aShell().parts, get(url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain(text);
  });

  it.each([
    'proctor://station/station.db',
    'proctor://station/../station.db',
    'proctor://station/%2e%2e/station.db',
    'proctor://station/assets/..%2f..%2fstation.db',
    'proctor://station//etc/passwd',
    'proctor://other/index.html',
    'https://station/index.html',
    'proctor://station/none.js',
  ])('has nothing at %s', async (url) => {
    const response = await respondWithShell(aShell().parts, get(url));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('reads, and takes nothing', async () => {
    const response = await respondWithShell(aShell().parts, { method: 'POST', url: 'proctor://station/' });
    expect(response.status).toBe(405);
  });

  it('answers also when a file has gone', async () => {
    const { parts, dir } = aShell();
    rmSync(join(dir, 'assets', 'main.js'));
    expect((await respondWithShell(parts, get('proctor://station/assets/main.js'))).status).toBe(500);
  });

  it('sends the page’s policy with everything: our own scripts, no connection but to ourselves', async () => {
    const { parts } = aShell();
    for (const url of ['proctor://station/', 'proctor://station/none.js']) {
      const policy = (await respondWithShell(parts, get(url))).headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "require-trusted-types-for 'script'",
          "frame-ancestors 'none'",
        ]),
      );
    }
  });
});
