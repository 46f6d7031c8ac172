/*
 * Packs the program around a stand-in for the runtime, as `npm run pack -- --dir` would around the real one. A process of
 * its own: electron-builder writes to the console and keeps what it has found in memory. Told the folder with what was
 * built, the folder that is packed into, and the stand-in's.
 */
import { join } from 'node:path';
import { build, createTargets, Platform } from 'electron-builder';
import { createBuilderConfig } from '../../build/builder-config.ts';

const [distDir = '', outputDir = '', electronDist = ''] = process.argv.slice(2);
await build({
  projectDir: join(import.meta.dirname, '..', '..'),
  targets: createTargets([Platform.LINUX], 'dir', process.arch),
  // There is nothing in a stand-in that fuses could be burnt into; the unit test reads them off the configuration.
  config: { ...createBuilderConfig({ distDir, outputDir }), electronDist, electronFuses: null },
  publish: 'never',
});
