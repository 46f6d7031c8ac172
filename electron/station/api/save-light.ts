import type { Light } from '../../../shared/contract/views.ts';

/** What is known of the ground that the records stand on; each part is kept by the one that watches it. Null = well. */
export interface SaveHealth {
  /** Why the last write did not reach the disk, until one did again. */
  writeTrouble: string | null;
  /** What the watch over the data folder's disk sees: little room, slow, gone. */
  disk: string | null;
  /** Why the copies outside the data folder are not being made. */
  backup: string | null;
  /** Set for as long as the program runs where a damaged file had to be replaced by a copy: the disk may be dying. */
  file: string | null;
  /** Set until the folder has outlived a restart of the computer (还原卡). */
  reboot: string | null;
}

/** Of a station that has just been opened. */
export function createSaveHealth(): SaveHealth {
  return { writeTrouble: null, disk: null, backup: null, file: null, reboot: null };
}

/** 保存: the gravest trouble there is; `isWithoutSystem` as the secret store says. */
export function saveLight(health: SaveHealth, isWithoutSystem: boolean): Light {
  const trouble = health.writeTrouble ?? health.disk ?? health.backup ?? health.file ?? health.reboot;
  if (trouble !== null) return { state: 'attention', code: trouble };
  return { state: 'good', code: isWithoutSystem ? 'saved-keys-in-files' : 'saved' };
}
