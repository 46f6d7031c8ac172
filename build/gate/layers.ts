/** One layer of the program: a folder whose files may import only what is named here, besides each other. */
export interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  /** The only packages it may use; without it, any but `electron` and those in `deniedPackages`. */
  readonly allowedPackages?: readonly string[];
  readonly deniedPackages?: readonly string[];
  readonly mayImportNode: boolean;
  readonly mayImportElectron?: true;
  /** Time, randomness and ids come through ports: the sources themselves are forbidden. */
  readonly isWithoutClock?: true;
}

/** The screens' own libraries: nothing that runs without a screen needs them. */
const SCREEN_PACKAGES = ['react', 'react-dom', 'react-aria-components', 'zustand'];

/**
 * The layers, inner ones first. The type check, the architecture test and its seeded violations all read this table;
 * .oxlintrc.json says the same once more, in its own form, for the editor.
 */
export const LAYERS: readonly Layer[] = [
  {
    folder: 'shared',
    mayImport: [],
    // Pure libraries only: same result in Node, in the page and in a worker, and no clock of their own.
    allowedPackages: ['zod', 'date-fns', '@date-fns/tz', 'canonicalize', 'pinyin-pro'],
    mayImportNode: false,
    isWithoutClock: true,
  },
  {
    folder: 'electron/station',
    mayImport: ['shared'],
    deniedPackages: SCREEN_PACKAGES,
    mayImportNode: true,
    isWithoutClock: true,
  },
  {
    folder: 'central',
    mayImport: ['shared'],
    deniedPackages: SCREEN_PACKAGES,
    mayImportNode: true,
    isWithoutClock: true,
  },
  {
    // What both hosts need of the computer: ports, options, the data folder, the files of the screens.
    folder: 'electron/hosts/machine',
    mayImport: ['electron/station', 'shared'],
    deniedPackages: SCREEN_PACKAGES,
    mayImportNode: true,
  },
  {
    folder: 'electron/hosts/browser',
    mayImport: ['electron/hosts/machine', 'electron/station', 'central', 'shared'],
    deniedPackages: SCREEN_PACKAGES,
    mayImportNode: true,
  },
  {
    folder: 'electron/hosts/desktop',
    mayImport: ['electron/hosts/machine', 'electron/station', 'central', 'shared'],
    deniedPackages: SCREEN_PACKAGES,
    mayImportNode: true,
    mayImportElectron: true,
  },
  { folder: 'renderer', mayImport: ['shared'], mayImportNode: false },
  {
    folder: 'build',
    mayImport: [
      'shared',
      'electron/station',
      'central',
      'electron/hosts/machine',
      'electron/hosts/browser',
      'electron/hosts/desktop',
    ],
    mayImportNode: true,
  },
  {
    folder: 'test',
    mayImport: [
      'shared',
      'electron/station',
      'central',
      'electron/hosts/machine',
      'electron/hosts/browser',
      'electron/hosts/desktop',
      'renderer',
      'build',
    ],
    mayImportNode: true,
  },
];

/** The layer that a file belongs to, by its path from the project's root with `/`; undefined for root files. */
export function findLayer(path: string): Layer | undefined {
  return LAYERS.find(({ folder }) => path.startsWith(`${folder}/`));
}
