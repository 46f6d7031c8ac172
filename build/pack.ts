/**
 * The last step of `npm run pack`: packs what `npm run build` has built for this system, into dist/packed;
 * `npm run pack -- --dir` makes the program's folder only. The runtime and the installers' tools are fetched where they
 * are not in the cache (ELECTRON_MIRROR, ELECTRON_BUILDER_BINARIES_MIRROR).
 */
import { build, createTargets, Platform } from 'electron-builder';
import { createBuilderConfig } from './builder-config.ts';

const isFolderOnly = process.argv.includes('--dir');
await build({
  targets: createTargets([Platform.current()], isFolderOnly ? 'dir' : undefined),
  config: createBuilderConfig(),
  publish: 'never',
});
