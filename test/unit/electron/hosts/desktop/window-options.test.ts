import { describe, expect, it } from 'vitest';
import { bigWindowOptions, windowOptions } from '../../../../../electron/hosts/desktop/window-options.ts';

const { webPreferences } = windowOptions({ preload: '/dist/preload/index.cjs', hasDevTools: false });

describe('the window', () => {
  it('keeps its page in the sandbox, in a world of its own, without Node', () => {
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('weakens none of the rules of the web', () => {
    expect(webPreferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('has its console only where the program is worked on', () => {
    expect(webPreferences.devTools).toBe(false);
    expect(windowOptions({ preload: '', hasDevTools: true }).webPreferences.devTools).toBe(true);
  });

  it('goes on counting down behind another window', () => {
    expect(webPreferences.backgroundThrottling).toBe(false);
  });

  it('is locked as fast for 大屏', () => {
    expect(bigWindowOptions({ preload: '/dist/preload/index.cjs', hasDevTools: false }).webPreferences).toEqual(
      webPreferences,
    );
  });

  it('fits a small screen of 1366 × 768', () => {
    expect(windowOptions({ preload: '', hasDevTools: false })).toMatchObject({ width: 1366, height: 768 });
  });
});
