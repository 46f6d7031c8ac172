import { describe, expect, it } from 'vitest';
import {
  isAllowedNavigation,
  isOurBlob,
  isOurPage,
  isPermitted,
  BIG_SCREEN_URL,
  START_URL,
} from '../../../../../electron/hosts/desktop/page-address.ts';

const BLOB = 'blob:proctor://station/0b0d8d0e-7f55-4d0c-9a3a-2d0f1a6f3f10';

describe('a page of ours', () => {
  it.each([START_URL, BIG_SCREEN_URL, 'proctor://station/index.html', 'proctor://station/#day'])('is %s', (url) => {
    expect(isOurPage(url)).toBe(true);
  });

  it.each([
    'https://station/',
    'file:///etc/passwd',
    'proctor://other/',
    'proctor://station.evil.test/',
    'proctor://station:81/',
    'proctor://somebody@station/',
    'proctor:station',
    'proctor2://station/',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
  ])('is not %s', (url) => {
    expect(isOurPage(url)).toBe(false);
  });
});

describe('the window', () => {
  it('stays on our page', () => {
    expect(isAllowedNavigation({ url: START_URL, isMainFrame: true })).toBe(true);
    for (const url of ['https://example.test/', 'file:///tmp/a.html', BLOB, 'about:blank', 'chrome://gpu'])
      expect(isAllowedNavigation({ url, isMainFrame: true }), url).toBe(false);
  });

  it('shows in a frame the papers that the page has made, by the built-in viewer, and nothing else', () => {
    const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';
    for (const url of [BLOB, 'about:blank', viewer])
      expect(isAllowedNavigation({ url, isMainFrame: false }), url).toBe(true);
    for (const url of [
      START_URL,
      'https://example.test/',
      'blob:https://example.test/1',
      'chrome-extension://abc/x.html',
    ])
      expect(isAllowedNavigation({ url, isMainFrame: false }), url).toBe(false);
  });

  it('saves files that the page has made, and downloads nothing', () => {
    expect(isOurBlob(BLOB)).toBe(true);
    for (const url of [
      'https://example.test/a.exe',
      'blob:https://example.test/1',
      'blob:proctor://station.evil.test/1',
    ])
      expect(isOurBlob(url), url).toBe(false);
  });
});

describe('a wish of a page', () => {
  const OURS = { url: START_URL, media: [] };

  it('is granted for the clipboard, and for the picture of the camera', () => {
    expect(isPermitted({ ...OURS, permission: 'clipboard-sanitized-write' })).toBe(true);
    expect(isPermitted({ ...OURS, permission: 'media', media: ['video'] })).toBe(true);
  });

  it('is denied for the microphone, for anything unsaid, and for all else', () => {
    expect(isPermitted({ ...OURS, permission: 'media', media: ['video', 'audio'] })).toBe(false);
    expect(isPermitted({ ...OURS, permission: 'media' })).toBe(false);
    expect(isPermitted({ ...OURS, permission: 'geolocation' })).toBe(false);
  });

  it('is denied to every page but ours', () => {
    expect(isPermitted({ url: 'https://example.test/', permission: 'media', media: ['video'] })).toBe(false);
  });
});
