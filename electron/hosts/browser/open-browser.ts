import { type ChildProcess, spawn } from 'node:child_process';

interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

/** Opens the link in a browser where there is one; never throws, never waits, and the browser outlives the station. */
export function openBrowser(url: string): void {
  tryLaunches(launchesFor(url));
}

function launchesFor(url: string): readonly Launch[] {
  switch (process.platform) {
    case 'win32':
      return [{ command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }];
    case 'darwin':
      return [{ command: 'open', args: [url] }];
    default:
      // Without a desktop xdg-open falls back to a text browser in our own window.
      if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) return [];
      return ['xdg-open', 'chromium', 'google-chrome', 'microsoft-edge'].map((command) => ({ command, args: [url] }));
  }
}

/** The next one is tried only where a program is missing: two that both start would both use up the link. */
function tryLaunches([first, ...others]: readonly Launch[]): void {
  if (first === undefined) return;
  const child: ChildProcess = spawn(first.command, [...first.args], { detached: true, stdio: 'ignore' });
  child.on('error', () => tryLaunches(others));
  child.unref();
}
