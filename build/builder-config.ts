import type { Configuration } from 'electron-builder';

/**
 * The switches that are burnt into the packed runtime. `runAsNode` stays on: roster files and pictures are read and papers
 * drawn in child processes of this same program, which must be killable and bounded in memory, and are the same code in both hosts.
 */
export const FUSES = {
  runAsNode: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
} as const satisfies Configuration['electronFuses'];

export interface PackDirs {
  readonly distDir: string;
  readonly outputDir: string;
}

/** Modules that the child programs load; these run beside the archive, and so must what they load. */
const UNPACKED_PACKAGES = ['sharp', '@img', 'detect-libc', 'semver', '@expo-google-fonts', 'zxing-wasm'];

/**
 * How the desktop is packed: bundles and screens in an archive, native code, fonts and child programs beside it. `distDir`
 * holds what `npm run build` makes.
 */
export function createBuilderConfig({ distDir, outputDir }: PackDirs = { distDir: 'dist', outputDir: 'dist/packed' }) {
  return {
    appId: 'cn.proctor-station.desktop',
    productName: 'ProctorStation', // also in paths: no blanks, no Chinese
    executableName: 'proctor-station',
    copyright: null,
    directories: { buildResources: 'build/icons', output: outputDir },
    publish: null, // no exam room updates itself
    npmRebuild: false, // every native module brings its binaries
    asar: true,
    files: [
      'package.json',
      { from: distDir, to: 'dist', filter: ['{main,preload,renderer}/**'] },
      '!**/*.{map,d.ts,d.cts,d.mts,md,markdown}',
      // Node itself, which npm scripts run with; the desktop has its own.
      '!node_modules/node-*/**',
      '!node_modules/{better-sqlite3,sharp}/{deps,src}/**',
      // The builder fills in what stands in braces.
      '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
      // Of nine weights the papers use two.
      '!node_modules/@expo-google-fonts/*/!(400Regular|700Bold)/**',
      '!node_modules/@expo-google-fonts/**/*.{png,js}',
      // Of the reader of codes its WebAssembly is read as a file; the rest is bundled, or is for other readers.
      '!node_modules/zxing-wasm/dist/!(reader)/**',
      '!node_modules/{type-fest,tagged-tag,@types}/**',
      '!node_modules/zxing-wasm/node_modules/**',
    ],
    asarUnpack: [
      '**/main/*-{child,worker}.mjs',
      'node_modules/better-sqlite3/prebuilds/**',
      ...UNPACKED_PACKAGES.map((name) => `node_modules/${name}/**`),
    ],
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: FUSES,
    linux: {
      target: ['AppImage'],
      category: 'Education',
      icon: 'build/icons/icon.png',
      synopsis: '监考工作站',
      desktop: { entry: { Name: '监考工作站' } },
      // The builder fills in what stands in braces.
      artifactName: '${productName}-${version}-${arch}.${ext}',
    },
    win: {
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'portable', arch: ['x64'] },
      ],
      icon: 'build/icons/icon.ico',
    },
    nsis: {
      oneClick: false,
      perMachine: false, // a room's PC often gives no administrator
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false, // the record of an exam is not the installer's to delete
      language: '2052',
      shortcutName: '监考工作站',
    },
  } satisfies Configuration;
}
