import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowOptionsParts {
  readonly preload: string;
  /** Only where the program is worked on: on a candidate's day nobody opens a console over the roster. */
  readonly hasDevTools: boolean;
}

/** The console's window. Every switch that matters is written down, also where it is the runtime's own default. */
export function windowOptions({ preload, hasDevTools }: WindowOptionsParts) {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false, // until the page has been drawn: no white flash on a room's screen
    autoHideMenuBar: true,
    backgroundColor: '#f4f5f7',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false, // it would send for dictionaries, and underline every name
      plugins: true, // Chromium's PDF viewer, which shows the papers
      devTools: hasDevTools,
      autoplayPolicy: 'no-user-gesture-required', // an alarm rings after a crash too, before anybody touches the page
      backgroundThrottling: false, // clock and cut-off go on behind another window
    },
  } as const satisfies BrowserWindowConstructorOptions;
}

/** 大屏: as locked as the console, dark before its page is drawn; where it goes is found once it is there. */
export function bigWindowOptions(parts: WindowOptionsParts) {
  return {
    ...windowOptions(parts),
    width: 1280,
    height: 720,
    minWidth: 640,
    minHeight: 360,
    backgroundColor: '#0a1424',
  } as const satisfies BrowserWindowConstructorOptions;
}
