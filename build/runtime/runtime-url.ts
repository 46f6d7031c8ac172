const OFFICIAL = 'https://github.com/electron/electron/releases/download/';

export interface RuntimeBuild {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
}

/** The one file that this version is unpacked from; its checksum stands under this name in the electron package. */
export function runtimeFileName({ version, platform, arch }: RuntimeBuild): string {
  return `electron-v${version}-${platform}-${arch}.zip`;
}

/**
 * Where that file is to be had, by the same settings that electron's own installer reads (a mirror on the site's network,
 * say): `ELECTRON_MIRROR`, `ELECTRON_CUSTOM_DIR`, `ELECTRON_CUSTOM_FILENAME` or the like in .npmrc.
 */
export function runtimeUrl(build: RuntimeBuild, env: NodeJS.ProcessEnv): string {
  const base = setting(env, 'mirror') ?? OFFICIAL;
  const dir = (setting(env, 'customDir') ?? `v${build.version}`).replace('{{ version }}', build.version);
  return `${base}${dir}/${setting(env, 'customFilename') ?? runtimeFileName(build)}`;
}

function setting(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = [
    `npm_config_electron_${name.toLowerCase()}`,
    `NPM_CONFIG_ELECTRON_${snake.toUpperCase()}`,
    `npm_config_electron_${snake}`,
    `npm_package_config_electron_${name}`,
    `npm_package_config_electron_${snake}`,
    `ELECTRON_${snake.toUpperCase()}`,
  ];
  return names.map((each) => env[each]).find((value) => value !== undefined && value !== '');
}
