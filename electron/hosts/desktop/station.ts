import { PIN_COST } from '../../station/keys/pin.ts';
import { createStation } from '../../station/station.ts';
import type { Logger, Ports } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { createFileSecretStore } from '../machine/file-secret-store.ts';
import { createNodeClock, createNodeIds } from '../machine/node-ports.ts';
import { listDrives } from '../machine/list-drives.ts';
import { openRehearsalTime } from '../machine/rehearsal-clock-file.ts';
import { createBootReader, createSpaceReader } from '../machine/this-computer.ts';
import { listSecrets, secretPlaces } from '../machine/secret-places.ts';
import { createKeepAwake, type PowerSwitch } from './keep-awake.ts';
import { createRehearsalBeside, type ThisProgram } from './open-rehearsal.ts';
import { createOsSecretStore, type OsCipher } from './os-secret-store.ts';

export interface DesktopStationParts {
  readonly dataDir: string;
  readonly isRehearsal: boolean;
  /** See `StartOptions`. */
  readonly recovers: boolean;
  readonly cipher: OsCipher;
  readonly power: PowerSwitch;
  readonly openBigScreen: Ports['openBigScreen'];
  readonly logger: Logger;
  readonly program: ThisProgram;
}

/** The station with this computer's ports; closing it ends a rehearsal beside it too. Throws what `createStation` throws. */
export async function openStation(parts: DesktopStationParts): Promise<Station> {
  const { dataDir, isRehearsal, recovers, cipher, power, openBigScreen, logger, program } = parts;
  const real = createNodeClock();
  const time = isRehearsal ? openRehearsalTime(dataDir, real) : null;
  const beside = isRehearsal ? null : createRehearsalBeside(program, dataDir);
  const places = secretPlaces(dataDir);
  try {
    const station = await createStation({
      clock: time?.clock ?? real,
      ids: createNodeIds(),
      secrets: createOsSecretStore({
        cipher,
        platform: process.platform,
        sealed: createFileSecretStore(places.sealed),
        plain: createFileSecretStore(places.plain),
        staysInFiles: isRehearsal || listSecrets(places.plain).length > 0,
        recovers,
        logger,
      }),
      logger,
      dataDir,
      host: 'desktop',
      rehearsal: time?.rehearsal ?? null,
      openRehearsal: beside?.open ?? null,
      openBigScreen,
      boot: createBootReader(),
      freeBytes: createSpaceReader(dataDir),
      listDrives: () => listDrives(),
      pinCost: PIN_COST,
      keepAwake: createKeepAwake(power),
    });
    return {
      ...station,
      async close() {
        beside?.close();
        await station.close();
        time?.close();
      },
    };
  } catch (error) {
    time?.abandon();
    throw error;
  }
}
