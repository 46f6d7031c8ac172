import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { buildDesktop } from '../../build/desktop-build.ts';
import { isDesktopFresh } from '../../build/desktop-fresh.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** What the tests of the desktop run in, or why they cannot run here. `PROCTOR_E2E_HOST=browser` leaves them out. */
export type DesktopHere = { readonly runtime: string } | { readonly reason: string };

export function findDesktop(env: NodeJS.ProcessEnv = process.env): DesktopHere {
  if (env['PROCTOR_E2E_HOST'] === 'browser') return { reason: 'PROCTOR_E2E_HOST=browser leaves the desktop out' };
  const runtime = findRuntime();
  if (runtime === null) return { reason: 'the desktop did not run: its Electron runtime is not on this computer' };
  const hasScreen =
    process.platform !== 'linux' || env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen ? { runtime } : { reason: 'the desktop did not run: there is no display' };
}

/** The desktop on a data folder of its own. */
export class DesktopHost {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'proctor-desktop-'));
  readonly runtime: string;
  #app: ElectronApplication | null = null;

  constructor(runtime: string) {
    this.runtime = runtime;
  }

  /** What a second start is given too. */
  get args(): readonly string[] {
    // Chromium's sandbox refuses to run as root, which is what containers run tests as.
    const isRoot = process.getuid?.() === 0;
    return [...(isRoot ? ['--no-sandbox'] : []), PROJECT_DIR, '--data', this.dataDir];
  }

  async start(): Promise<ElectronApplication> {
    if (!isDesktopFresh()) await buildDesktop();
    this.#app = await _electron.launch({ executablePath: this.runtime, args: [...this.args] });
    return this.#app;
  }

  async end(): Promise<void> {
    await this.#app?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
