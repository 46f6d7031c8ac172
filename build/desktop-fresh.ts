import { isFresh } from './freshness.ts';

/** Everything the desktop's programs are made of. */
const SOURCES = ['electron', 'shared', 'build/desktop-build.ts', 'package-lock.json'];

/** Whether dist/main is there and not older than any of its sources. */
export function isDesktopFresh(): boolean {
  return isFresh('dist/main/index.mjs', SOURCES);
}
