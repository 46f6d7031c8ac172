import { describe, expect, it } from 'vitest';
import { sayWhyBrowser, type WhyBrowser } from '../../../../build/runtime/why-browser.ts';

const URL = 'http://mirror.test:8080/electron/v45.4.1/electron.zip';

const FACTS = { version: '45.4.1', wasTyped: false };

describe('why the station opens in a browser', () => {
  it.each<[WhyBrowser, string]>([
    [{ kind: 'unreachable', url: URL }, '连不上 mirror.test:8080'],
    [{ kind: 'not-offered', url: URL, status: 404 }, 'HTTP 404'],
    [{ kind: 'fetch-failed', url: URL, message: 'did not match\nmore' }, '（did not match）'],
    [{ kind: 'override-empty', dir: '/opt/none' }, '/opt/none'],
  ])('is one line with the way to get the desktop without the internet: %j', (why, reason) => {
    const line = sayWhyBrowser(why, FACTS);
    expect(line).not.toContain('\n');
    expect(line).toContain(reason);
    for (const part of ['45.4.1', 'ELECTRON_OVERRIDE_DIST_PATH', 'ELECTRON_MIRROR']) expect(line).toContain(part);
  });

  it('begins with what was typed, where the desktop was asked for by name', () => {
    const why: WhyBrowser = { kind: 'unreachable', url: URL };
    expect(sayWhyBrowser(why, { ...FACTS, wasTyped: true })).toMatch(/^--host desktop：改在浏览器中运行/);
    expect(sayWhyBrowser(why, FACTS)).toMatch(/^改在浏览器中运行/);
  });

  it('does not send anybody to fetch what is there', () => {
    expect(sayWhyBrowser({ kind: 'did-not-open', ended: 'exit 1' }, FACTS)).not.toContain('ELECTRON_MIRROR');
  });
});
